import { createContext, useContext, useEffect } from 'react';
import type { Destination } from './destination.ts';

/** What the page that is open offers to go to, beside what can be gone to from everywhere. */
export const AtHandContext = createContext<(offered: readonly Destination[]) => void>(() => undefined);

/** Offers the acts of the page while it is open. */
export function useAtHand(offered: readonly Destination[]): void {
  const offer = useContext(AtHandContext);
  const text = JSON.stringify(offered);
  useEffect(() => {
    offer(JSON.parse(text) as readonly Destination[]);
    return () => offer([]);
  }, [offer, text]);
}

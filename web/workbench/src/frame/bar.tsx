import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The place below the page where its actions stand. */
export const BarPlace = createContext<HTMLElement | null>(null);

/**
 * Puts actions into the bar at the bottom of the window. The page scrolls above it: nothing is ever hidden under
 * what has to be in reach.
 */
export function Bar({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useContext(BarPlace);
  return place === null ? null : createPortal(children, place);
}

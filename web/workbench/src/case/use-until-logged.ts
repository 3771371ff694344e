import type { CaseView } from '@zhaozhang/api/contract';
import { useEffect, useRef } from 'react';

const PAUSE = 2500;
const TRIES = 5;

/** Reads the case again a few times while an entry is not yet in the log: that takes a second or two. */
export function useUntilLogged(view: CaseView | undefined, reload: () => void): void {
  const tries = useRef(0);
  const waiting = view?.entries.some((entry) => entry.proof === 'waiting') === true;
  useEffect(() => {
    if (!waiting) {
      tries.current = 0;
      return;
    }
    if (view === undefined || tries.current >= TRIES) return;
    const timer = setTimeout(() => {
      tries.current += 1;
      reload();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [view, waiting, reload]);
}

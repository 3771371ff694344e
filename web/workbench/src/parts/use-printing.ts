import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Is the page being printed? What is drawn only when somebody opens it has to be on the paper as well, and at once: the
 * browser takes the page as it stands when this has been told.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia('print');
    const set = (now: boolean) => (): void => flushSync(() => setPrinting(now));
    const [begins, ends] = [set(true), set(false)];
    // A preview changes the medium, a printer only tells before and after.
    const changed = (): void => (media.matches ? begins : ends)();
    media.addEventListener('change', changed);
    window.addEventListener('beforeprint', begins);
    window.addEventListener('afterprint', ends);
    return () => {
      media.removeEventListener('change', changed);
      window.removeEventListener('beforeprint', begins);
      window.removeEventListener('afterprint', ends);
    };
  }, []);
  return printing;
}

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
    const told = (): void => flushSync(() => setPrinting(media.matches));
    media.addEventListener('change', told);
    return () => media.removeEventListener('change', told);
  }, []);
  return printing;
}

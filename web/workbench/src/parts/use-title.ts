import { useEffect } from 'react';

/** The name of the page in the browser's tab and for screen readers. */
export function useTitle(name: string): void {
  useEffect(() => {
    document.title = `${name} · 照章执法工作台`;
  }, [name]);
}

import { type RefObject, useEffect, useRef } from 'react';
import { isTyping } from '../frame/is-typing.ts';

/** x ticks the line that has the focus, by what its link is marked with. */
export function useTickKey(list: RefObject<HTMLElement | null>, tick: (id: string) => void): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
      const held = document.activeElement;
      if (isTyping(event.target) || !(held instanceof HTMLElement) || list.current?.contains(held) !== true)
        return;
      const id = held.dataset['tick'];
      if (id === undefined) return;
      event.preventDefault();
      latest.current(id);
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [list]);
}

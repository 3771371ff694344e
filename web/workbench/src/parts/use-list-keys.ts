import { type RefObject, useEffect } from 'react';
import { isTyping } from '../frame/is-typing.ts';

/** j and k go through the links marked `data-item` inside the list; Enter is the link's own. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].filter(
        (item) => item.offsetParent !== null,
      );
      const at = items.indexOf(document.activeElement as HTMLElement);
      const to = at < 0 ? 0 : at + (event.key === 'j' ? 1 : -1);
      items[Math.max(0, Math.min(items.length - 1, to))]?.focus();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [list]);
}

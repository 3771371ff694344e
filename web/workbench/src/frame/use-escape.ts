import { useEffect } from 'react';

/**
 * Esc leaves a form for where it was opened from: what was typed is kept. Not when something that lies above the form
 * is open, for then the key closes that.
 */
export function useEscape(href: string): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const above =
        'dialog[open], .ant-select-open, .ant-picker-focused, .ant-popover:not(.ant-popover-hidden)';
      if (document.querySelector(above) !== null) return;
      window.location.hash = href;
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [href]);
}

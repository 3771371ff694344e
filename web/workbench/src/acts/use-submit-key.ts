import { type RefObject, useEffect, useRef } from 'react';

/** Ctrl+Enter anywhere in the form submits it; Enter alone never does. */
export function useSubmitKey(form: RefObject<HTMLElement | null>, submit: () => void): void {
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  useEffect(() => {
    const place = form.current;
    function pressed(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    }
    place?.addEventListener('keydown', pressed);
    return () => place?.removeEventListener('keydown', pressed);
  }, [form]);
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormFields } from './form-fields.ts';
import { type Draft, draftStore, type FormValues } from './draft.ts';
import { withoutSecrets } from './without-secrets.ts';

const PAUSE = 500;

/** Keeps the form under its key in the browser while it is typed in. `saved` is what to say about it. */
export function useDraft(fields: FormFields, key: string) {
  const store = useMemo(() => draftStore(window.localStorage, key), [key]);
  const [found] = useState(() => store.load());
  const [saved, setSaved] = useState<string | undefined>(
    found === undefined ? undefined : '已恢复上次填写的内容',
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Draft>(undefined);

  function keep(id: string, version: number, values: FormValues): void {
    clearTimeout(timer.current);
    waiting.current = {
      ...{ id, version },
      values: {
        input: withoutSecrets(fields.input, values.input),
        record: withoutSecrets(fields.record, values.record),
        occurredAt: values.occurredAt,
        delegation: values.delegation,
      },
    };
    timer.current = setTimeout(write, PAUSE);
  }

  function write(): void {
    if (waiting.current === undefined) return;
    const kept = store.save(waiting.current);
    waiting.current = undefined;
    setSaved(kept ? `已存 ${clockNow()}` : '本机不能保存草稿');
  }

  function clear(): void {
    clearTimeout(timer.current);
    waiting.current = undefined;
    store.clear();
  }

  // Leaving the page within the pause must not lose the last words.
  const last = useRef(write);
  last.current = write;
  useEffect(() => {
    const now = (): void => last.current();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      clearTimeout(timer.current);
      now();
    };
  }, []);

  return { found, saved, keep, clear };
}

function clockNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

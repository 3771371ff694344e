import { useEffect, useRef, useState } from 'react';
import type { FormFields } from '../acts/form-fields.ts';
import { useSession } from '../session/session.ts';
import { asDraft, type Draft, type DraftPlace, type FormValues } from './draft.ts';
import { openValues } from './without-secrets.ts';

/** At most so long, in milliseconds, after a key is pressed: somebody who never pauses is kept up with too. */
const DELAY = 250;

export type FoundDraft =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly draft: Draft | undefined };

/** What was left of a form, asked of the browser once. */
export function useFoundDraft(name: string): FoundDraft {
  const { drafts } = useSession();
  const [found, setFound] = useState<FoundDraft>({ is: 'asking' });
  useEffect(() => {
    let wanted = true;
    setFound({ is: 'asking' });
    drafts.load(name).then((content) => {
      if (wanted) setFound({ is: 'known', draft: asDraft(content) });
    });
    return () => {
      wanted = false;
    };
  }, [drafts, name]);
  return found;
}

/** Keeps the form under its name in the browser while it is typed in. `saved` is what to say about it. */
export function useDraft(fields: FormFields, name: string, found: Draft | undefined, place: DraftPlace) {
  const { drafts } = useSession();
  const [saved, setSaved] = useState<string | undefined>(
    found === undefined ? undefined : '已恢复上次填写的内容',
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Draft>(undefined);

  function keep(id: string, version: number, values: FormValues): void {
    const whole = drafts.safe ? values : openValues(fields, values);
    waiting.current = { id, version, values: whole };
    timer.current ??= setTimeout(write, DELAY);
  }

  function stop(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  async function write(): Promise<void> {
    stop();
    const draft = waiting.current;
    if (draft === undefined) return;
    waiting.current = undefined;
    setSaved((await drafts.save(name, draft, place)) ? `已存 ${clockNow()}` : '本机不能保存草稿');
  }

  function clear(): void {
    stop();
    waiting.current = undefined;
    drafts.clear(name);
  }

  // Leaving the page within the delay must not lose the last words.
  const last = useRef(write);
  useEffect(() => {
    last.current = write;
  });
  useEffect(() => {
    const now = (): void => void last.current();
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', now);
      now();
    };
  }, []);

  return { saved, keep, clear };
}

function clockNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

import { useEffect, useRef, useState } from 'react';
import type { FormFields } from '../acts/form-fields.ts';
import { useSession } from '../session/session.ts';
import { asDraft, type Draft, type DraftPlace, type FormValues } from './draft.ts';
import { openValues } from './without-secrets.ts';

/** At most so long, in milliseconds, after a key is pressed: somebody who never pauses is kept up with too. */
const DELAY = 250;

export type Found<Content> =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly draft: Content | undefined };

/** What was left under a name, asked of the browser once; what `read` does not recognise counts as nothing. */
export function useFound<Content>(
  name: string,
  read: (left: unknown) => Content | undefined,
): Found<Content> {
  const { drafts } = useSession();
  const [found, setFound] = useState<Found<Content>>({ is: 'asking' });
  const reading = useRef(read);
  useEffect(() => {
    let wanted = true;
    setFound({ is: 'asking' });
    drafts.load(name).then((content) => {
      if (wanted) setFound({ is: 'known', draft: reading.current(content) });
    });
    return () => {
      wanted = false;
    };
  }, [drafts, name]);
  return found;
}

/** What was left of a form. */
export function useFoundDraft(name: string): Found<Draft> {
  return useFound(name, asDraft);
}

/** What the page says of the draft. */
export interface Keeping {
  /** When it was last kept, or that it cannot be; undefined while nothing has been typed. */
  readonly said: string | undefined;
  /** Something typed is not in the browser yet. */
  readonly busy: boolean;
}

/** Keeps what is typed under its name in the browser; of several changes within the delay the last one is kept. */
export function useKeeping<Content>(name: string, place: DraftPlace, restored: boolean) {
  const { drafts } = useSession();
  const [keeping, setKeeping] = useState<Keeping>({
    said: restored ? '已恢复上次填写的内容' : undefined,
    busy: false,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<{ readonly content: Content }>(undefined);
  const writing = useRef(0);

  function keep(content: Content): void {
    waiting.current = { content };
    timer.current ??= setTimeout(write, DELAY);
    setKeeping(busyAgain);
  }

  function stop(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  async function write(): Promise<void> {
    stop();
    const last = waiting.current;
    if (last === undefined) return;
    waiting.current = undefined;
    writing.current += 1;
    const done = await drafts.save(name, last.content, place);
    writing.current -= 1;
    setKeeping({ said: done ? `已存 ${clockNow()}` : '本机不能保存草稿', busy: isBusy() });
  }

  function isBusy(): boolean {
    return waiting.current !== undefined || writing.current > 0;
  }

  function clear(): void {
    stop();
    waiting.current = undefined;
    setKeeping((before) => ({ ...before, busy: false }));
    drafts.clear(name);
  }

  const last = useRef(write);
  useEffect(() => {
    last.current = write;
  });
  useEffect(() => {
    // Leaving within the delay: what waits is written at once. A page that goes away does not wait for the writing,
    // so the browser asks first, and while it asks the writing comes to its end.
    const now = (): void => void last.current();
    const ask = (event: BeforeUnloadEvent): void => {
      if (waiting.current === undefined && writing.current === 0) return;
      now();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', now);
      now();
    };
  }, []);

  return { keeping, keep, clear };
}

/** Keeps a form under its name while it is filled in. */
export function useDraft(fields: FormFields, name: string, found: Draft | undefined, place: DraftPlace) {
  const { drafts } = useSession();
  const { keeping, keep, clear } = useKeeping<Draft>(name, place, found !== undefined);
  return {
    keeping,
    clear,
    keep: (id: string, version: number, values: FormValues): void =>
      keep({ id, version, values: drafts.safe ? values : openValues(fields, values) }),
  };
}

/** The same object while nothing changes: a key pressed must not draw the form twice. */
function busyAgain(before: Keeping): Keeping {
  return before.busy ? before : { ...before, busy: true };
}

function clockNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

import type { CalendarQuestion } from '@zhaozhang/api/contract';
import { useEffect, useState } from 'react';

export type NoticeForm = NonNullable<CalendarQuestion['form']>;

/** Everything typed on the page of a notice. It lies in the browser until the notice is entered. */
export interface NoticeDraft {
  readonly by: 'form' | 'text';
  readonly form: NoticeForm;
  readonly text: string;
  readonly reason: string;
}

export function emptyNotice(year: string): NoticeDraft {
  return {
    by: 'form',
    form: {
      ...{ year, number: '', title: `国务院办公厅关于${year}年部分节假日安排的通知`, issued: '' },
      off: ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].map((name) => ({
        ...{ name, first: '', last: '' },
      })),
      work: [{ day: '' }],
    },
    text: '',
    reason: '',
  };
}

/** The draft of a year, kept at each change; what cannot be read back begins anew. */
export function useNoticeDraft(account: string, year: string) {
  const key = `zhaozhang.draft/${encodeURIComponent(account)}/calendar/${year}`;
  const [draft, setDraft] = useState<NoticeDraft>(() => kept(key) ?? emptyNotice(year));
  useEffect(() => {
    try {
      window.localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing still has what is on the page.
    }
  }, [key, draft]);
  const clear = (): void => window.localStorage.removeItem(key);
  return { draft, setDraft, clear };
}

function kept(key: string): NoticeDraft | undefined {
  try {
    const found = JSON.parse(window.localStorage.getItem(key) ?? 'null') as NoticeDraft | null;
    return found !== null && Array.isArray(found.form.off) && Array.isArray(found.form.work)
      ? found
      : undefined;
  } catch {
    return undefined;
  }
}

/** What is asked of the server: as typed, for the server tells what is wrong with it. */
export function questionOf(draft: NoticeDraft): CalendarQuestion {
  if (draft.by === 'text') return { text: draft.text };
  return { form: draft.form };
}

import type { CalendarQuestion, CalendarView } from '@zhaozhang/api/contract';
import { useState } from 'react';
import { draftName } from '../drafts/draft.ts';
import { useFound, useKeeping } from '../drafts/use-draft.ts';
import { hrefOf } from '../route/route.ts';

export type NoticeForm = NonNullable<CalendarQuestion['form']>;

/** Everything typed on the page of a notice. It lies in the browser until the notice is entered. */
export interface NoticeDraft {
  readonly by: 'form' | 'text';
  readonly form: NoticeForm;
  readonly text: string;
  readonly reason: string;
}

export type Offered = CalendarView['offered'];

export function emptyNotice(year: string, { title, holidays }: Offered): NoticeDraft {
  return {
    by: 'form',
    form: {
      ...{ year, number: '', title, issued: '' },
      off: holidays.map((name) => ({
        ...{ name, first: '', last: '' },
      })),
      work: [{ day: '' }],
    },
    text: '',
    reason: '',
  };
}

/** The draft of a year, kept at each change; what cannot be read back begins anew. Undefined until it has been looked for. */
export function useNoticeDraft(year: string, offered: Offered) {
  const name = draftName('calendar', year);
  const found = useFound(name, asNotice);
  const { keeping, keep, clear } = useKeeping<NoticeDraft>(
    name,
    { label: `录入 ${year} 年放假通知`, href: hrefOf({ page: 'law-calendar', year, entering: true }) },
    false,
  );
  const [typed, setTyped] = useState<NoticeDraft>();
  function setDraft(next: NoticeDraft): void {
    setTyped(next);
    keep(next);
  }
  const draft = typed ?? (found.is === 'asking' ? undefined : (found.draft ?? emptyNotice(year, offered)));
  return { draft, setDraft, keeping, clear };
}

function asNotice(left: unknown): NoticeDraft | undefined {
  const found = left as Partial<NoticeDraft> | undefined | null;
  return Array.isArray(found?.form?.off) && Array.isArray(found.form.work)
    ? (found as NoticeDraft)
    : undefined;
}

/** What is asked of the server: as typed, for the server tells what is wrong with it. */
export function questionOf(draft: NoticeDraft): CalendarQuestion {
  if (draft.by === 'text') return { text: draft.text };
  return { form: draft.form };
}

import type { ActResult, CalendarReading } from '@zhaozhang/api/contract';
import { Button, Input, Radio } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { Kept } from '../drafts/kept.tsx';
import { type Failure, request } from '../http/request.ts';
import { Loading } from '../parts/loading.tsx';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { useSession } from '../session/session.ts';
import { NoticeDifference } from './notice-difference.tsx';
import { type NoticeDraft, type Offered, questionOf, useNoticeDraft } from './notice-draft.ts';
import { NoticeFields } from './notice-fields.tsx';
import { Refused } from './refused.tsx';

/** What has been read of the present draft; gone as soon as the draft changes. */
type Reading = NonNullable<CalendarReading['draft']> & { readonly id: string };

/** Enters a year's notice: typed or pasted, then seen as a difference, then confirmed. */
export function NoticeEntry({
  year,
  offered,
  done,
}: {
  readonly year: string;
  /** What the form begins with. */
  readonly offered: Offered;
  /** It is entered: what was read of the calendar before is out of date. */
  readonly done: () => void;
}): ReactNode {
  const { me, expire } = useSession();
  const { draft, setDraft, keeping, clear } = useNoticeDraft(year, offered);
  const [faults, setFaults] = useState<CalendarReading['faults']>([]);
  const [reading, setReading] = useState<Reading>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0 || failure !== undefined) told.current?.focus();
    else if (reading !== undefined) seen.current?.focus();
  }, [faults, failure, reading]);

  if (!me.administrator)
    return (
      <section className="notice">
        <h2>只有管理员能够录入放假通知</h2>
        <p>
          请管理员办理。<a href={hrefOf({ page: 'law-calendar', year })}>回到日历</a>
        </p>
      </section>
    );

  if (draft === undefined) return <Loading what="上次填写的内容" />;
  const typed = draft;

  const change = (part: Partial<NoticeDraft>): void => {
    setDraft({ ...draft, ...part });
    // The reason is about the difference, not part of it.
    if (!('reason' in part)) setReading(undefined);
  };

  async function asked<T>(path: string, body: unknown): Promise<T | undefined> {
    setBusy(true);
    setFailure(undefined);
    const reply = await request<T>('POST', path, body);
    setBusy(false);
    if (reply.ok) return reply.value;
    if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401) expire();
    setFailure(reply.failure);
    return undefined;
  }

  async function look(): Promise<void> {
    const answer = await asked<CalendarReading>('/api/law/calendar/reading', questionOf(typed));
    if (answer === undefined) return;
    setFaults(answer.faults);
    setReading(answer.draft === undefined ? undefined : { ...answer.draft, id: ulid() });
  }

  async function enter(read: Reading): Promise<void> {
    const reason = typed.reason.trim();
    const input = { ...read.input, ...(reason === '' ? {} : { reason }) };
    const entered = await asked<ActResult>('/api/acts', {
      ...{ id: read.id, name: 'agency.publish-calendar', input },
    });
    if (entered === undefined) return;
    clear();
    done();
    go({ page: 'law-calendar', year: String(read.year) }, 'replace');
  }

  return (
    <div className="act-form notice-entry">
      <h2>录入放假通知</h2>
      <div ref={told} tabIndex={-1} className="summary" role="status">
        {faults.length === 0 ? null : (
          <section className="notice notice-danger">
            <h2>有 {faults.length} 处要改，已填的内容都在</h2>
            <ul className="refusals">
              {faults.map((one) => (
                <li key={`${one.field} ${one.says}`}>
                  {one.where}：{one.says}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Refused failure={failure} />
      </div>
      <Radio.Group
        className="choices"
        aria-label="录入的方式"
        value={draft.by}
        onChange={(event) => change({ by: event.target.value as NoticeDraft['by'] })}
        options={[
          { value: 'form', label: '照通知填写' },
          { value: 'text', label: '粘贴日历文件' },
        ]}
      />
      {draft.by === 'form' ? (
        <NoticeFields form={draft.form} faults={faults} onChange={(form) => change({ form })} />
      ) : (
        <TextFields text={draft.text} wrong={faults.length > 0} onChange={(text) => change({ text })} />
      )}
      {reading === undefined ? null : (
        <div ref={seen} tabIndex={-1} className="act-form">
          <NoticeDifference draft={reading} />
          {reading.standing === 'announced' ? (
            <div className="field">
              <label htmlFor="notice-reason">更换理由</label>
              <div className="field-control">
                <Input.TextArea
                  id="notice-reason"
                  value={draft.reason}
                  maxLength={500}
                  autoSize={{ minRows: 2, maxRows: 8 }}
                  onChange={(event) => change({ reason: event.target.value })}
                />
              </div>
            </div>
          ) : null}
        </div>
      )}
      <div className="actions">
        {reading === undefined ? (
          <Button type="primary" loading={busy} onClick={() => void look()}>
            看看会改变什么
          </Button>
        ) : (
          <Button type="primary" loading={busy} onClick={() => void enter(reading)}>
            确认录入
          </Button>
        )}
        <a href={hrefOf({ page: 'law-calendar', year })}>返回日历</a>
        <Kept keeping={keeping} />
      </div>
    </div>
  );
}

interface TextProps {
  readonly text: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
}

function TextFields({ text, wrong, onChange }: TextProps): ReactNode {
  return (
    <>
      <div className={`field${wrong ? ' field-wrong' : ''}`}>
        <label htmlFor="notice-text">日历文件全文</label>
        <div className="field-control">
          <Input.TextArea
            id="notice-text"
            value={text}
            maxLength={20_000}
            autoSize={{ minRows: 10, maxRows: 30 }}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor="notice-file">或者选择文件</label>
        <div className="field-control">
          <input
            id="notice-file"
            type="file"
            accept=".yaml,.yml,.txt"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              void file?.text().then(onChange);
            }}
          />
        </div>
      </div>
    </>
  );
}

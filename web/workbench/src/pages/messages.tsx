import type { MessageList, MessageRow, UnreadMessages } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useUnread } from '../frame/unread.ts';
import { type Failure, request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';

/** 消息: what others have done in one's cases, newest first. Opening the page is reading it. */
export function MessagesPage(): ReactNode {
  useTitle('消息');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const { value, failure, reload } = useLoaded<MessageList>('/api/messages');
  const { took } = useUnread();
  const [older, setOlder] = useState<readonly MessageList[]>([]);
  const [moreFailure, setMoreFailure] = useState<Failure>();
  const newest = value?.rows[0]?.n;

  useEffect(() => {
    if (newest === undefined) return;
    request<UnreadMessages>('POST', '/api/messages/read', { upTo: newest }).then((reply) => {
      if (reply.ok) took(reply.value);
    });
  }, [newest, took]);

  async function more(before: number): Promise<void> {
    setMoreFailure(undefined);
    const reply = await request<MessageList>('GET', `/api/messages?before=${before}`);
    if (reply.ok) setOlder((pages) => [...pages, reply.value]);
    else setMoreFailure(reply.failure);
  }

  return (
    <div className="single">
      <div className="page-head">
        <h1>消息</h1>
      </div>
      <div ref={list}>{body()}</div>
    </div>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="消息" />;
    if (value.rows.length === 0)
      return (
        <section className="empty">
          <h2>没有消息</h2>
          <p>审批、审核、移交和别人在本人承办的案件里办成的事，会告诉到这里。要办的事在待办里。</p>
          <a className="button-link" href={hrefOf({ page: 'worklist' })}>
            看待办
          </a>
        </section>
      );
    const next = (older.at(-1) ?? value).before;
    return (
      <>
        <ol className="messages">
          {[value, ...older]
            .flatMap((page) => page.rows)
            .map((row) => (
              <Message key={row.n} row={row} now={value.now} />
            ))}
        </ol>
        {moreFailure === undefined || next === undefined ? null : (
          <Failed failure={moreFailure} retry={() => more(next)} />
        )}
        {next === undefined ? null : (
          <Button className="more" onClick={() => more(next)}>
            更早的消息
          </Button>
        )}
      </>
    );
  }
}

function Message({ row, now }: { readonly row: MessageRow; readonly now: string }): ReactNode {
  return (
    <li className={row.read ? 'message' : 'message message-new'}>
      <a
        data-item
        href={hrefOf({
          page: 'case',
          id: caseIdOf(row.stream),
          ...(row.entry === undefined ? {} : { entry: row.entry }),
        })}
      >
        {row.read ? null : <span className="chip chip-plain">新</span>}
        {row.says}
      </a>
      <span className="second">{row.number ?? '尚未立案的案件'}</span>
      <time className="small second" dateTime={row.at}>
        {momentText(row.at, now)}
      </time>
    </li>
  );
}

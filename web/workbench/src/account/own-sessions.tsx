import type { OwnAccount, SessionsEnded } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Failure, request } from '../http/request.ts';
import { wordsOf } from '../parts/failed.tsx';

interface OwnSessionsProps {
  readonly sessions: OwnAccount['sessions'];
  readonly changed: () => void;
}

/** Where one is signed in, and the way to end what one does not know. */
export function OwnSessions({ sessions, changed }: OwnSessionsProps): ReactNode {
  const [busy, setBusy] = useState<number | 'others'>();
  const [failure, setFailure] = useState<Failure>();
  const others = sessions.filter(({ own }) => !own);

  async function end(which: number | 'others'): Promise<void> {
    setBusy(which);
    setFailure(undefined);
    const asked = which === 'others' ? { others: true } : { id: which };
    const reply = await request<SessionsEnded>('POST', '/api/sessions/end', asked);
    setBusy(undefined);
    if (reply.ok) changed();
    else setFailure(reply.failure);
  }

  return (
    <>
      {failure === undefined ? null : (
        <p role="alert" className="field-error">
          {wordsOf(failure).title}。{wordsOf(failure).detail}
        </p>
      )}
      <ul className="sign-ins">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p>
                {session.address === '本机' ? '服务所在的这台机器' : session.address}
                {session.own ? <span className="chip chip-plain">这一处</span> : null}
              </p>
              <p className="small second">
                {momentText(session.openedAt)} 登录 · {momentText(session.seenAt)} 最后使用
              </p>
            </div>
            {session.own ? null : (
              <Button
                loading={busy === session.id}
                aria-label={`结束 ${session.address} 于 ${momentText(session.openedAt)} 的登录`}
                onClick={() => end(session.id)}
              >
                结束
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="second">没有在别处登录。两小时不用、登录满十二小时，都会自动退出。</p>
      ) : (
        <Button loading={busy === 'others'} onClick={() => end('others')}>
          结束别处的全部登录
        </Button>
      )}
    </>
  );
}

import { fullDayText } from '@zhaozhang/kit';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Destination } from '../find/destination.ts';
import { QuickFind } from '../find/quick-find.tsx';
import { MessageIcon } from './icons.tsx';
import { useUnread } from './unread.ts';
import { hrefOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';

/** Whose house this is, what day the law sees, how to find anything, and who is at work in which role. */
export function TopLine({ atHand }: { readonly atHand: readonly Destination[] }): ReactNode {
  const { me, signOut } = useSession();
  return (
    <header className="top">
      <a className="brand" href={hrefOf({ page: 'worklist' })}>
        <strong>照章</strong>
        <span className="brand-agency">{me.agency.name}</span>
      </a>
      <QuickFind atHand={atHand} />
      {me.demonstration ? <DemonstrationDay now={me.now} /> : null}
      <Messages />
      <a className="who" href={hrefOf({ page: 'account' })} aria-label={`${me.name}的账户`}>
        <span className="who-name">{me.name}</span>
        <span className="second">{me.roles.map((role) => role.label).join('、') || me.unit}</span>
      </a>
      <Button type="text" onClick={signOut}>
        退出
      </Button>
    </header>
  );
}

/** A number, never what it is about: the screen may be seen by others. */
function Messages(): ReactNode {
  const { count } = useUnread();
  const unread = count?.unread ?? 0;
  return (
    <a
      className="messages-link"
      href={hrefOf({ page: 'messages' })}
      aria-label={unread === 0 ? '消息' : `消息，${unread} 条没有读`}
    >
      <MessageIcon />
      {unread === 0 ? null : (
        <span className="messages-count" aria-hidden="true">
          {unread}
          {count?.more === true ? '+' : ''}
        </span>
      )}
    </a>
  );
}

function DemonstrationDay({ now }: { readonly now: string }): ReactNode {
  const { moveClock } = useSession();
  const [standing, setStanding] = useState<'ready' | 'moving' | 'failed'>('ready');
  async function move(): Promise<void> {
    setStanding('moving');
    setStanding((await moveClock()) ? 'ready' : 'failed');
  }
  return (
    <div className="demo-day">
      <span role="status">
        演示日期 <strong>{fullDayText(now)}</strong>
        {standing === 'failed' ? <span className="chip chip-danger">日期没有变动，请重试</span> : null}
      </span>
      <Button size="small" loading={standing === 'moving'} onClick={move}>
        下一工作日
      </Button>
    </div>
  );
}

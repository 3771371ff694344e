import type { ActResult, RefusalView } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ulid } from 'ulid';
import { type Failure, request } from '../http/request.ts';
import { hrefOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { wordsOf } from './failed.tsx';

type Rules = NonNullable<RefusalView['conflict']>;

/** Rules that contradict each other, each by its article, and the way out: the legal office says which is followed. */
export function Contradiction({ rules }: { readonly rules: Rules }): ReactNode {
  const { me } = useSession();
  const [asking, setAsking] = useState<'asking' | 'asked' | Failure>();
  const settles = me.roles.some((role) => role.id === 'legal-reviewer');

  async function report(): Promise<void> {
    setAsking('asking');
    const reply = await request<ActResult>('POST', '/api/acts', {
      ...{ id: ulid(), name: 'agency.report-conflict', record: {} },
      input: { rules: rules.map((one) => one.rule) },
    });
    setAsking(reply.ok || isReported(reply.failure) ? 'asked' : reply.failure);
  }

  return (
    <div className="contradiction">
      <ul>
        {rules.map((one) => (
          <li key={one.rule}>
            <strong>{one.cite}</strong>：{one.sentence}
          </li>
        ))}
      </ul>
      {asking === 'asked' ? (
        <p role="status">
          已报请裁定，{' '}
          {settles ? (
            <a href={hrefOf({ page: 'agency', act: 'agency.settle-conflict' })}>去裁定适用的规定</a>
          ) : (
            '裁定之后即可办理。'
          )}
        </p>
      ) : (
        <Button loading={asking === 'asking'} onClick={report}>
          报请裁定
        </Button>
      )}
      {typeof asking === 'object' ? <p role="alert">没有报请成功：{wordsOf(asking).title}</p> : null}
    </div>
  );
}

/** Somebody has asked already: that is as good. */
function isReported(failure: Failure): boolean {
  return (
    failure.kind === 'problem' &&
    failure.problem.refusals?.some((one) => one.code === 'ALREADY_REPORTED') === true
  );
}

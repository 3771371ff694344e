import type { SuccessionView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { hrefOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { WaitingFiles } from './waiting-files.tsx';

/** Posts that give away and receive files by the hundred. */
const hands: readonly string[] = ['clerk', 'unit-head', 'agency-head'];

/** 机关的合并、分立: where this agency's power went and whose it has taken over, and the files that have yet to follow. */
export function Succession(): ReactNode {
  const { me } = useSession();
  const { value } = useLoaded<SuccessionView>('/api/agency/succession');
  if (value === undefined) return null;
  const { cessions, predecessors, offered } = value;
  if (cessions.length + predecessors.length + offered.length === 0) return null;
  const may = me.roles.some(({ id }) => hands.includes(id));
  return (
    <section className="own-past" aria-labelledby="succession-title">
      <h2 id="succession-title">机关合并、分立</h2>
      <ul>
        {offered.map((one) => (
          <li key={`offered ${one.agency}`}>
            <p className="own-what">
              {powerOf(one)}自{fullDayText(one.from)}起划给本机关
            </p>
            <p className="small second">{one.document}</p>
            {one.begun ? (
              me.administrator ? (
                <a data-item href={hrefOf({ page: 'agency', act: 'agency.take-over' })}>
                  去登记承继
                </a>
              ) : (
                <p className="small second">由管理员登记承继，之后接收案卷。</p>
              )
            ) : (
              <p className="small second">到那一日登记承继，之后接收案卷。</p>
            )}
          </li>
        ))}
        {predecessors.map((one) => (
          <li key={`taken ${one.agency}`}>
            <p className="own-what">承继{powerOf(one)}</p>
            <p className="small second">
              自{fullDayText(one.from)}起 · {one.document}
            </p>
            <WaitingFiles
              path={`/api/agency/succession/incoming/${encodeURIComponent(one.agency)}`}
              act={{ name: 'case.receive-ceded', input: { from: one.agency } }}
              {...{ verb: '接收', none: '没有等待接收的案卷。', may }}
            />
          </li>
        ))}
        {cessions.map((one) => (
          <li key={`given ${one.id}`}>
            <p className="own-what">
              {one.units.length === 0 ? '职权全部' : `${one.units.join('、')}的职权`}划给{one.name}
            </p>
            <p className="small second">
              {one.ground} · 自{fullDayText(one.from)}起 · {one.document}
            </p>
            {one.begun ? (
              <WaitingFiles
                path={`/api/agency/succession/outgoing/${encodeURIComponent(one.id)}`}
                act={{ name: 'case.cede', input: { to: one.to } }}
                {...{ verb: '移交', none: '案卷已经全部移交。', may }}
              />
            ) : (
              <p className="small second">
                那一日之前照常办理；自那一日起移交案卷。
                {me.administrator ? (
                  <a data-item href={hrefOf({ page: 'agency', act: 'agency.withdraw-cession' })}>
                    登记错了的，去撤回
                  </a>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whose power it was, and of which of its units where not all of it was given. */
function powerOf({ name, units }: { readonly name: string; readonly units: readonly string[] }): string {
  return units.length === 0 ? `${name}的职权` : `${name}${units.join('、')}的职权`;
}

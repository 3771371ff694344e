import type { AgencyView } from '@zhaozhang/api/contract';
import { fullDayText, momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

/** What has been published by the month, quarter or year, the latest first. */
export function Batches({ view }: { readonly view: AgencyView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="batches-title">
      <h2 id="batches-title">汇总公示过的</h2>
      {view.batches.length === 0 ? (
        <p className="second">还没有汇总公示过。</p>
      ) : (
        <ul>
          {view.batches.map((batch) => (
            <li key={`${batch.list} ${batch.period}`}>
              <p className="own-what">
                {batch.list} · {batch.period}
              </p>
              <p className="small second">
                {batch.count === 0 ? '本期没有' : `${batch.count} 条`} · {momentText(batch.at)} 公示
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Changes that made published information out of date, the latest first. */
export function Changes({ view }: { readonly view: AgencyView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="changes-title">
      <h2 id="changes-title">登记过的变动</h2>
      {view.changes.length === 0 ? (
        <p className="second">还没有登记过变动。职能、依据、执法人员岗位等有变动的，登记后更新公示内容。</p>
      ) : (
        <ul>
          {view.changes.map((change) => (
            <li key={`${change.at} ${change.what}`}>
              <p className="own-what">{change.what}</p>
              <p className="small second">
                {change.kind} · {momentText(change.at)} 登记 ·{' '}
                {change.updated === undefined
                  ? '公示内容尚未更新'
                  : `${momentText(change.updated)} 更新公示内容`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the agency was called before, and will be called; nothing where it never changed its name. */
export function Renamings({ view }: { readonly view: AgencyView }): ReactNode {
  if (view.renamings.length === 0) return null;
  return (
    <section className="own-past" aria-labelledby="renamings-title">
      <h2 id="renamings-title">更名</h2>
      <ul>
        {view.renamings.map((one) => (
          <li key={one.from}>
            <p className="own-what">
              {one.name}（文号用“{one.shortName}”）
            </p>
            <p className="small second">
              {fullDayText(one.from)}起{one.begun ? '使用' : '启用，此前仍用原名'} · 原名{one.former} ·{' '}
              {one.document}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

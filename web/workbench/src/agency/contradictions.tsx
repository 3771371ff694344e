import type { AgencyView } from '@zhaozhang/api/contract';
import { momentText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

/** Rules put before the legal office because they contradict each other, and what it has ruled. */
export function Contradictions({ view }: { readonly view: AgencyView }): ReactNode {
  const { contradictions, rulings } = view;
  const act = view.acts.find((one) => one.name === 'agency.settle-conflict' && one.status !== 'refused');
  if (contradictions.length + rulings.length === 0) return null;
  return (
    <section className="own-past" aria-labelledby="contradictions-title">
      <h2 id="contradictions-title">相互矛盾的规定</h2>
      {contradictions.length === 0 ? (
        <p className="second">现在没有待裁定的。</p>
      ) : (
        <ul>
          {contradictions.map((one) => (
            <li key={one.id}>
              {one.rules.map((rule) => (
                <p key={`${rule.cite} ${rule.sentence}`}>
                  <strong>{rule.cite}</strong>：{rule.sentence}
                </p>
              ))}
              <p className="small second">
                {one.by} {momentText(one.at)} 报请裁定
              </p>
              {act === undefined ? (
                <p className="small second">由法制审核人员裁定适用哪一条。</p>
              ) : (
                <a data-item href={hrefOf({ page: 'agency', act: act.name })}>
                  去{act.label}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {rulings.length === 0 ? null : (
        <details>
          <summary>已经裁定 {rulings.length}</summary>
          <ul>
            {rulings.map((one) => (
              <li key={`${one.at} ${one.prevails}`}>
                <p>适用{one.prevails}</p>
                {one.over.map((over) => (
                  <p key={over} className="second">
                    不适用{over}
                  </p>
                ))}
                <p className="small second">
                  {one.by} {momentText(one.at)} 裁定，理由：{one.reason}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

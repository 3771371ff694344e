import type { AgencyView } from '@zhaozhang/api/contract';
import { dayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

/** What is done about being away; offered beside the list of who is, and not again among the other acts. */
export const absenceActs: ReadonlySet<string> = new Set([
  'agency.register-absence',
  'agency.delegate',
  'agency.end-absence',
  'agency.revoke-delegation',
]);

/** Who is away, who signs for whom and until when: what everybody must know who waits for a signature. */
export function Absences({ view }: { readonly view: AgencyView }): ReactNode {
  const { away, delegations, acting } = view;
  const offered = view.acts.filter(
    ({ name, status }) =>
      absenceActs.has(name) &&
      status !== 'refused' &&
      // What nobody has signed away is not offered to be taken back.
      (name !== 'agency.revoke-delegation' || delegations.length > 0),
  );
  return (
    <section className="own-past" aria-labelledby="absences-title">
      <h2 id="absences-title">离岗和代签</h2>
      {away.length + delegations.length + acting.length === 0 ? (
        <p className="second">现在没有人离岗，也没有授权代签。</p>
      ) : (
        <ul>
          {away.map((one) => (
            <li key={one.id}>
              <p className="own-what">
                {one.officer} {one.now ? '不在' : '将离岗'}
              </p>
              <p className="small second">
                {one.reason} · {dayText(one.from)} 至 {dayText(one.until)}
              </p>
            </li>
          ))}
          {acting.map((one) => (
            <li key={`${one.officer} ${one.post} ${one.from}`}>
              <p className="own-what">
                {one.officer} 主持工作：{one.post}
              </p>
              <p className="small second">
                自{dayText(one.from)}
                {one.until === undefined ? '起' : ` 至 ${dayText(one.until)}`}
              </p>
            </li>
          ))}
          {delegations.map((one) => (
            <li key={one.id}>
              <p className="own-what">
                {one.delegate}（代{one.delegator}）{one.standing === 'now' ? '' : ' 尚未开始'}
              </p>
              <p className="small second">
                {one.matters.join('、')}
                {one.upTo === undefined ? '' : ` · 一案处罚金额不超过 ${one.upTo}`}
              </p>
              <p className="small second">
                {one.document === undefined ? '授权书扫描件' : one.document} · {dayText(one.from)} 至{' '}
                {dayText(one.until)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {offered.length === 0 ? null : (
        <p className="own-ways">
          {offered.map((act) => (
            <a key={act.name} className="act" href={hrefOf({ page: 'agency', act: act.name })}>
              {act.label}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

import type { CaseView } from '@zhaozhang/api/contract';
import { dayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';

interface PartnersProps {
  readonly view: CaseView;
  readonly id: string;
}

/** 联合执法: who goes along, by which paper, with which matters and people, and what came of it there. */
export function Partners({ view, id }: PartnersProps): ReactNode {
  const { partners } = view;
  if (partners === undefined) return null;
  const going = partners.filter((one) => one.left === undefined);
  const open = going.filter((one) => one.result === undefined);
  const ours = [...new Set(partners.flatMap((one) => one.ours))];
  const can = (act: string): boolean => view.acts.some((one) => one.name === act && one.status !== 'refused');
  return (
    <section className="partners" aria-labelledby="partners-title">
      <h2 id="partners-title">
        联合执法 <span className="second">{partners.length}</span>
      </h2>
      <p className="small second">
        各机关在自己的职权内、以自己的名义办理。
        {ours.length === 0 ? null : `本机关的职权事项：${ours.join('、')}。`}
        {open.length === 0 ? null : `还有 ${open.length} 个机关的结果没有登记，登记之前不能结案。`}
      </p>
      <ul>
        {partners.map((one) => (
          <li key={one.id} className="partner">
            <p className="partner-name">
              {one.name}
              {one.role === undefined ? null : <span className="chip chip-plain">{one.role}</span>}
              {one.left === undefined ? null : <span className="chip chip-plain">已退出</span>}
            </p>
            <dl>
              {rows(one).map(([label, text]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
              <div>
                <dt>结果</dt>
                <dd>
                  {one.result === undefined ? (
                    <span className="second">尚未登记</span>
                  ) : (
                    <a href={hrefOf({ page: 'case', id, entry: one.result.entry })}>{one.result.text}</a>
                  )}
                </dd>
              </div>
            </dl>
            {one.matters.length > 0 || one.left !== undefined || !can('case.join-enforcement') ? null : (
              <p className="small">
                只知道名称。
                <a href={hrefOf({ page: 'case', id, act: 'case.join-enforcement' })}>
                  补充登记职权事项和人员
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {open.length === 0 || !can('case.record-partner-result') ? null : (
        <a href={hrefOf({ page: 'case', id, act: 'case.record-partner-result' })}>登记联合执法机关的结果</a>
      )}
    </section>
  );
}

/** What is known of it; what nobody told has no line. */
function rows(
  one: NonNullable<CaseView['partners']>[number],
): readonly (readonly [label: string, text: string])[] {
  const told: readonly (readonly [string, string])[] = [
    ['职权事项', one.matters.join('、')],
    ['执法人员', one.people.join('、')],
    ['安排的文书', one.document ?? ''],
    ['参加', dayText(one.joined)],
    ['退出', one.left === undefined ? '' : `${dayText(one.left.at)}，${one.left.reason}`],
  ];
  return told.filter(([, text]) => text !== '');
}

import type { LawTrialView } from '@zhaozhang/api/contract';
import { dayText, fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';
import { caseIdOf, hrefOf } from '../route/route.ts';

/** What packs would change in the open cases: in one sentence, then case by case. */
export function Trial({ trial }: { readonly trial: LawTrialView }): ReactNode {
  const { state, total, looked, counts, rules, cases } = trial;
  return (
    <section className="panel" aria-labelledby={`trial-${trial.id}`}>
      <h2 id={`trial-${trial.id}`}>启用之后会改变什么</h2>
      <p role="status">{progress()}</p>
      {state === 'done' ? (
        <ul className="notice-facts">
          <li>
            {rules.added + rules.dropped === 0
              ? `${dayText(trial.from)}那天适用的规则与现在相同。`
              : `${dayText(trial.from)}那天比现在多 ${rules.added} 条规则，少 ${rules.dropped} 条；改了写法的两边都算。`}
          </li>
          <li className="second">
            试算不改动任何案件；起日之前开始的期限照旧，已经告知当事人的日期只延不缩。
          </li>
        </ul>
      ) : null}
      {cases.length === 0 ? null : (
        <ul className="law-list trial-cases">
          {cases.map((one) => (
            <TriedCase key={one.stream} tried={one} />
          ))}
        </ul>
      )}
      {counts.changed > cases.length ? <p className="second small">只列出前 {cases.length} 件。</p> : null}
    </section>
  );

  function progress(): string {
    if (state === 'failed') return '试算中断了，没有结果。请重新试算。';
    if (state === 'running')
      return total === 0 ? '正在查找案件。' : `正在试算：${total} 件中已看 ${looked} 件。`;
    if (counts.cases === 0) return '没有在办案件。';
    if (counts.changed === 0) return `看过 ${counts.cases} 件在办案件，没有一件会变。`;
    return `看过 ${counts.cases} 件在办案件：${counts.changed} 件会变，${counts.moved} 个日期会变动、增加或者不再有。`;
  }
}

type Tried = LawTrialView['cases'][number];

function TriedCase({ tried }: { readonly tried: Tried }): ReactNode {
  return (
    <li className="trial-case">
      <h3>
        <a href={hrefOf({ page: 'case', id: caseIdOf(tried.stream) })}>{tried.title}</a>
        <span className="small second">{tried.number ?? '尚未编号'}</span>
      </h3>
      <ul className="small">
        {tried.duties.map((one) => (
          <li key={`${one.label} ${one.subject}`}>
            {one.label}
            {one.subject === '' ? '' : `（${one.subject}）`}：{dateOf(one.before) ?? '现在没有这件事'}
            <span className="second"> → </span>
            {dateOf(one.after) ?? '启用之后不再有'}
          </li>
        ))}
        {tried.barred.map((one) => (
          <li key={`barred ${one.label}`}>
            <span className="chip chip-warn">不再能办</span> {one.because}
          </li>
        ))}
        {tried.freed.map((one) => (
          <li key={`freed ${one.label}`}>
            <span className="chip chip-good">可以办了</span> {one.label}，原来：{one.because}
          </li>
        ))}
      </ul>
    </li>
  );
}

function dateOf(of: Tried['duties'][number]['before']): string | undefined {
  return of === undefined ? undefined : fullDayText(of.lawfulDue);
}

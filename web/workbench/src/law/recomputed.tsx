import type { RecomputationView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import { type ReactNode, useEffect } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { caseIdOf, hrefOf } from '../route/route.ts';

const again = 700;

interface RecomputedProps {
  readonly path: string;
  /** Said only while it goes on, or where dates have moved. */
  readonly quiet?: boolean;
}

/** How far the cases have been brought to a changed law, and each date that moved. Nothing while it never changed. */
export function Recomputed({ path, quiet = false }: RecomputedProps): ReactNode {
  const { value, failure, reload } = useLoaded<RecomputationView>(path);
  const waiting = value?.state === 'running' || value?.state === 'interrupted';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(reload, again);
    return () => clearInterval(timer);
  }, [waiting, reload]);

  // A year that is not there has been told of by the calendar itself.
  if (failure !== undefined)
    return failure.kind === 'problem' && failure.problem.status === 404 ? null : (
      <Failed failure={failure} retry={reload} />
    );
  if (value === undefined || value.state === 'none' || (quiet && value.movedCases === 0 && !waiting))
    return null;
  return (
    <section className="panel recomputed" aria-labelledby="recomputed-title">
      <h2 id="recomputed-title">案件的重算</h2>
      <p role="status">{progress()}</p>
      {value.changes.length === 0 ? null : <Changes changes={value.changes} />}
      {value.more ? <p className="second">变动的日期太多，只列出前 {value.changes.length} 项。</p> : null}
    </section>
  );

  function progress(): string {
    const { state, total, cases, movedCases } = value as RecomputationView;
    if (state === 'running')
      return total === 0 ? '正在查找受影响的案件。' : `正在重算：${total} 件中已算 ${cases} 件。`;
    if (state === 'interrupted') return `重算中断在第 ${cases} 件（共 ${total} 件），稍后自动继续。`;
    if (cases === 0) return '没有案件的期限跨过变动的日子。';
    return movedCases === 0
      ? `重算 ${cases} 件，日期都没有变动。`
      : `重算 ${cases} 件，其中 ${movedCases} 件日期变动。`;
  }
}

function Changes({ changes }: { readonly changes: RecomputationView['changes'] }): ReactNode {
  return (
    <table className="cases">
      <caption className="unseen">日期变动的事项</caption>
      <thead>
        <tr>
          <th scope="col">案件</th>
          <th scope="col">事项</th>
          <th scope="col">原来的日期</th>
          <th scope="col">现在的日期</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one) => (
          <tr key={`${one.stream} ${one.label} ${one.subject}`}>
            <td className="cases-title">
              <a href={hrefOf({ page: 'case', id: caseIdOf(one.stream) })}>{one.title}</a>
              <span className="small second">{one.number ?? '尚未立案'}</span>
            </td>
            <td data-label="事项">
              <span>
                {one.label}
                {one.subject === '' ? null : <span className="second">（{one.subject}）</span>}
              </span>
            </td>
            <td data-label="原来的日期">
              <Dates of={one.before} none="原来没有" what={`${one.label}原来的日期`} />
            </td>
            <td data-label="现在的日期">
              <Dates of={one.after} none="不再有" what={`${one.label}现在的日期`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DatesProps {
  readonly of: RecomputationView['changes'][number]['before'];
  readonly none: string;
  readonly what: string;
}

function Dates({ of, none, what }: DatesProps): ReactNode {
  if (of === undefined) return <span className="second">{none}</span>;
  const rolled = of.due.slice(0, 10) !== of.lawfulDue.slice(0, 10);
  return (
    <details className="derived">
      <summary>
        {fullDayText(of.due)}
        {rolled ? <span className="second">（顺延到 {fullDayText(of.lawfulDue)}）</span> : null}
        <span className="unseen">，{what}的由来</span>
      </summary>
      <ul className="small">
        {of.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

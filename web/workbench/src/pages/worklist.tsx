import type { Worklist, WorklistRow } from '@zhaozhang/api/contract';
import { type ReactNode, useRef } from 'react';
import { UnfinishedForms } from '../drafts/unfinished.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Clauses } from '../parts/clauses.tsx';
import { Due, Left } from '../parts/due.tsx';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { caseIdOf, hrefOf } from '../route/route.ts';
import { applicationAct, executionAct, onSpotAct } from './on-spot.ts';
import { inGroups } from './worklist-groups.ts';

/** 待办: one row is one duty, soonest first; it opens the act itself. */
export function WorklistPage(): ReactNode {
  useTitle('待办');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const { value, failure, reload } = useLoaded<Worklist>('/api/worklist');
  return (
    <>
      <div className="page-head">
        <h1>待办</h1>
        {value === undefined ? null : <span className="second">{value.rows.length} 件</span>}
      </div>
      <div ref={list}>
        <UnfinishedForms />
        {body()}
      </div>
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="待办" />;
    if (value.rows.length === 0)
      return (
        <section className="empty">
          <h2>现在没有待办</h2>
          <p>有期限的事情会按先后列在这里，并写明依据。可以先登记一条案源。</p>
          <a className="button-link" href={hrefOf({ page: 'new-case' })}>
            登记案源
          </a>
          <a className="button-link" href={hrefOf({ page: 'new-case', act: onSpotAct })}>
            当场处罚
          </a>
          <a className="button-link" href={hrefOf({ page: 'new-case', act: applicationAct })}>
            登记许可申请
          </a>
          <a className="button-link" href={hrefOf({ page: 'new-case', act: executionAct })}>
            登记强制执行
          </a>
        </section>
      );
    return inGroups(value.rows).map((group) => (
      <section key={group.id} className="duties" aria-labelledby={`group-${group.id}`}>
        <h2 id={`group-${group.id}`}>
          {group.label} <span className="second">{group.rows.length}</span>
        </h2>
        <ul>
          {group.rows.map((row) => (
            <Row key={`${row.stream} ${row.id}`} row={row} />
          ))}
        </ul>
      </section>
    ));
  }
}

function Row({ row }: { readonly row: WorklistRow }): ReactNode {
  const others = row.others.filter((name) => !row.owedBy.includes(name));
  return (
    <li className="duty">
      <div className="duty-left">
        <Left duty={row} />
        <Due duty={row} />
      </div>
      <div className="duty-what">
        <a className="duty-title" data-item href={hrefOfDuty(row)}>
          {row.inPlaceOf === undefined ? null : <span className="duty-for">代{row.inPlaceOf} </span>}
          {row.label}
          {row.subject === '' ? null : <span className="duty-subject"> · {row.subject}</span>}
        </a>
        <p className="duty-case">
          {row.caseTitle}
          {row.caseNumber === undefined ? null : <span className="second"> {row.caseNumber}</span>}
        </p>
        <p className="small second">
          <Clauses clauses={row.clauses} />
        </p>
      </div>
      <div className="duty-who small second">
        <p>由{row.owedBy}办理</p>
        {row.raised === undefined ? null : (
          <>
            <p className="duty-why">{row.raised.why}</p>
            <p>{row.raised.help}</p>
          </>
        )}
        {others.length === 0 ? null : <p>还可以由{others.join('、')}办理</p>}
      </div>
    </li>
  );
}

/** Where a duty is met: the form of its act, in its case or on the agency's own page. */
function hrefOfDuty({ stream, act }: WorklistRow): string {
  if (stream.startsWith('agency/')) return hrefOf({ page: 'agency' });
  const offered = act?.startsWith('case.') === true ? { act } : {};
  return hrefOf({ page: 'case', id: caseIdOf(stream), ...offered });
}

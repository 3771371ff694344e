import type { LawView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { ClauseBody, StatusChip } from './clause.tsx';
import { LawTabs } from './law-tabs.tsx';
import { PackFacts } from './pack.tsx';

/** One clause on a page of its own: what a link from anywhere leads to. */
export function ClausePage({ id }: { readonly id: string }): ReactNode {
  const { value, failure, reload } = useLoaded<LawView>('/api/law');
  const pack = value?.packs.find((one) => one.clauses.some((clause) => clause.id === id));
  const clause = pack?.clauses.find((one) => one.id === id);
  const title = pack === undefined || clause === undefined ? '条款' : `《${pack.title}》${clause.article}`;
  useTitle(title);

  if (failure !== undefined)
    return (
      <>
        <h1 className="law-title">条款</h1>
        <Failed failure={failure} retry={reload} />
      </>
    );
  if (value === undefined)
    return (
      <>
        <h1 className="law-title">条款</h1>
        <Loading what="条款" />
      </>
    );
  if (pack === undefined || clause === undefined)
    return (
      <section className="notice">
        <h1>今天适用的律例里没有这一条</h1>
        <p>
          它所在的版本可能已经失效，或者地址不完整。<a href={hrefOf({ page: 'law' })}>查看全部条款</a>
        </p>
      </section>
    );
  const at = pack.clauses.indexOf(clause);
  const [before, after] = [pack.clauses[at - 1], pack.clauses[at + 1]];
  return (
    <>
      <LawTabs at="law" />
      <div className="law-single">
        <h1 className="law-title">{title}</h1>
        <p className="law-lead">
          {clause.gist} <StatusChip clause={clause} />
        </p>
        <p className="small second">条款大意，以正式文本为准。</p>
        <PackFacts pack={pack} />
        <div className="panel">
          <ClauseBody clause={clause} of={pack.title} sought={[]} />
        </div>
        <nav className="law-turn" aria-label="同一规则包的条款">
          {before === undefined ? null : (
            <a href={hrefOf({ page: 'law-clause', id: before.id })}>上一条：{before.gist}</a>
          )}
          {after === undefined ? null : (
            <a href={hrefOf({ page: 'law-clause', id: after.id })}>下一条：{after.gist}</a>
          )}
          <a href={hrefOf({ page: 'law' })}>全部条款</a>
        </nav>
      </div>
    </>
  );
}

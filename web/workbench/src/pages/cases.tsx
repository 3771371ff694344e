import type { CaseFilter, CaseList, FoundRow } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { OpenPlans } from '../batch/open-plans.tsx';
import { SelectionBar } from '../batch/selection-bar.tsx';
import { useSelection } from '../batch/use-selection.ts';
import { Filters } from '../cases/filters.tsx';
import { KeptFilters } from '../cases/saved-filters.tsx';
import { type Failure, request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { filterTexts, hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { CaseTable } from './case-table.tsx';
import { onSpotAct } from './on-spot.ts';
import { OtherOpenings } from './other-openings.tsx';
import { stageChoices } from './stage-choices.ts';

/** 案件: every file of the agency that one may see, found by words, stage and whatever else narrows the list. */
export function CasesPage({ filter: given }: { readonly filter: CaseFilter }): ReactNode {
  const filter: CaseFilter = filterTexts(given);
  const { text = '', stage = '' } = filter;
  useTitle('案件');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const selection = useSelection(list);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const path = `/api/cases?${new URLSearchParams(filterTexts(filter))}`;
  const { value, failure, reload } = useLoaded<CaseList>(path);
  const further = useFurther(path, value);

  function narrow(next: CaseFilter): void {
    go({ page: 'cases', ...filterTexts(next) });
  }

  function search(event: FormEvent): void {
    event.preventDefault();
    narrow({ ...filter, text: typed.trim() });
  }

  return (
    <>
      <div className="page-head">
        <h1>案件</h1>
        {value?.count === undefined ? null : (
          <span className="second">
            {value.more === true ? `${value.count} 件以上` : `${value.count} 件`}
          </span>
        )}
        <div className="page-acts">
          <Button href={hrefOf({ page: 'register-many' })}>批量登记</Button>
          <OtherOpenings />
          <Button href={hrefOf({ page: 'new-case', act: onSpotAct })}>当场处罚</Button>
          <Button type="primary" href={hrefOf({ page: 'new-case' })}>
            登记案源
          </Button>
        </div>
      </div>
      <form className="search" onSubmit={search}>
        <label htmlFor="case-text" className="unseen">
          查找案件
        </label>
        <Input
          id="case-text"
          value={typed}
          maxLength={100}
          placeholder="案号、当事人、案由，或者笔录、文书里的话"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">查找</Button>
      </form>
      <nav className="tabs" aria-label="按阶段筛选">
        {stageChoices.map((choice) => (
          <a
            key={choice.value}
            href={hrefOf({ page: 'cases', ...filterTexts({ ...filter, stage: choice.value }) })}
            aria-current={choice.value === stage ? 'true' : undefined}
          >
            {choice.label}
          </a>
        ))}
      </nav>
      <Filters filter={filter} onChange={narrow} />
      <KeptFilters filter={filter} />
      <OpenPlans />
      <div ref={list}>{body()}</div>
      <SelectionBar {...{ selection, path }} more={value?.next !== undefined} />
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="案件" />;
    if (value.rows.length === 0) return <NoCases searched={Object.keys(filter).length > 0} />;
    return (
      <>
        <CaseTable rows={[...value.rows, ...further.rows]} text={text} selection={selection} />
        {further.failure === undefined ? null : <Failed failure={further.failure} retry={further.more} />}
        {further.next === undefined ? null : (
          <Button className="more" loading={further.loading} onClick={further.more}>
            更多案件
          </Button>
        )}
      </>
    );
  }
}

function NoCases({ searched }: { readonly searched: boolean }): ReactNode {
  if (searched)
    return (
      <section className="empty">
        <h2>没有符合条件的案件</h2>
        <p>换一个词，选「全部」阶段，或者清除筛选再找。</p>
        <a href={hrefOf({ page: 'cases' })}>列出全部案件</a>
      </section>
    );
  return (
    <section className="empty">
      <h2>还没有案件</h2>
      <p>本机关的案件会列在这里。办案从登记案源开始。</p>
      <a className="button-link" href={hrefOf({ page: 'new-case' })}>
        登记第一条案源
      </a>
    </section>
  );
}

/** Pages after the first, added below it. */
function useFurther(path: string, first: CaseList | undefined) {
  const [pages, setPages] = useState<readonly CaseList[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [loading, setLoading] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page drops the ones after it
  useEffect(() => setPages([]), [first]);
  const next = (pages.at(-1) ?? first)?.next;
  const rows: readonly FoundRow[] = pages.flatMap((page) => page.rows);

  async function more(): Promise<void> {
    if (next === undefined) return;
    setLoading(true);
    setFailure(undefined);
    const reply = await request<CaseList>('GET', `${path}&after=${encodeURIComponent(next)}`);
    setLoading(false);
    if (reply.ok) setPages((before) => [...before, reply.value]);
    else setFailure(reply.failure);
  }
  return { rows, next, loading, failure, more };
}

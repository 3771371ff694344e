import type { CaseView } from '@zhaozhang/api/contract';
import { Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Entry } from './entry.tsx';
import { choicesOf, kept, type TimelineFilter } from './timeline-filter.ts';

interface TimelineProps {
  readonly view: CaseView;
  readonly id: string;
  /** The entry just made: marked and brought into view. */
  readonly fresh: string | undefined;
}

const everything: TimelineFilter = { kind: '', by: '' };

/** 经过: what happened, newest first, by legal time. */
export function Timeline({ view, id, fresh }: TimelineProps): ReactNode {
  const [filter, setFilter] = useState(everything);
  const list = useRef<HTMLOListElement>(null);
  // A party stands in its own list; here only what has been mended of it.
  const happened = view.entries.filter((entry) => entry.kind !== 'party' || entry.corrections.length > 0);
  const { kinds, people } = choicesOf(happened);
  const entries = kept(happened, filter);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again when the entry has arrived in the view
  useEffect(() => {
    if (fresh === undefined) return;
    const made = list.current?.querySelector<HTMLElement>('.entry-fresh');
    made?.focus({ preventScroll: true });
    made?.scrollIntoView({ block: 'center' });
  }, [fresh, view.version]);

  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">全部经过</h2>
        {happened.length < 4 ? null : (
          <div className="timeline-filter">
            <Select
              aria-label="按种类筛选"
              value={filter.kind}
              options={[{ value: '', label: '全部种类' }, ...kinds]}
              popupMatchSelectWidth={false}
              onChange={(kind) => setFilter({ ...filter, kind })}
            />
            <Select
              aria-label="按人员筛选"
              value={filter.by}
              options={[{ value: '', label: '全部人员' }, ...people]}
              popupMatchSelectWidth={false}
              onChange={(by) => setFilter({ ...filter, by })}
            />
          </div>
        )}
      </div>
      {entries.length === 0 ? <p className="second">没有符合条件的记录。</p> : null}
      <ol ref={list}>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.id === fresh ? 'entry-fresh' : undefined} tabIndex={-1}>
            <Entry entry={entry} id={id} now={view.now} open={false} />
          </li>
        ))}
      </ol>
    </section>
  );
}

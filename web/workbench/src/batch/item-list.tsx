import type { BatchCase } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import type { Field } from '../fields/field.ts';
import { ItemLine } from './item-line.tsx';
import type { Place } from './merge.ts';
import { isFailing, type Item, type Plan } from './plan.ts';

interface ItemListProps {
  readonly plan: Plan;
  readonly byStream: ReadonlyMap<string, BatchCase>;
  readonly missing: readonly string[];
  readonly act: string;
  readonly restsOnSeen: boolean;
  readonly ofFile: readonly Field[];
  readonly each: readonly Place[];
  readonly locked: boolean;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onTick: (id: string, ticked: boolean) => void;
  readonly onOwn: (id: string, path: string, value: string) => void;
  readonly onReload: () => void;
}

type Show = 'all' | 'failing' | 'barred' | 'open' | 'done';

/** The cases of a batch, those that need somebody's eye first. */
export function ItemList(props: ItemListProps): ReactNode {
  const { plan, byStream, missing, restsOnSeen, list, onReload, locked, ...line } = props;
  const [show, setShow] = useState<Show>('all');
  const [copied, setCopied] = useState(false);

  /** For what is written outside: one public notice names them all. */
  async function copy(): Promise<void> {
    const lines = plan.items
      .filter(({ skipped }) => skipped !== true)
      .map(({ title, parties, number }) => [parties.join('、') || title, number ?? ''].join('\t'));
    setCopied(
      await navigator.clipboard.writeText(lines.join('\n')).then(
        () => true,
        () => false,
      ),
    );
  }
  const groups = new Map<Exclude<Show, 'all'>, Item[]>([
    ['failing', []],
    ['barred', []],
    ['open', []],
    ['done', []],
  ]);
  for (const item of plan.items) groups.get(groupOf(item, byStream))?.push(item);
  const words = { failing: '不能办成', barred: '现在不能办', open: '待办', done: '已办成' } as const;
  const items = [...groups].filter(([name]) => show === 'all' || show === name).flatMap(([, of]) => of);
  return (
    <section className="panel" aria-labelledby="batch-cases">
      <div className="batch-cases-head">
        <h2 id="batch-cases">各案</h2>
        <div className="batch-cases-deeds">
          <Button onClick={copy}>{copied ? '已复制' : '复制名单'}</Button>
          <Button disabled={locked} onClick={onReload}>
            重新查看各案
          </Button>
        </div>
      </div>
      {restsOnSeen ? (
        <p className="small second">
          签署以看过为凭：逐件看过要点，必要时打开案卷，再勾选「已阅」；没有勾选的不办。案卷此后有变化的，须重新看过。
        </p>
      ) : null}
      <fieldset className="batch-shows">
        <legend className="unseen">只看</legend>
        {([['all', '全部', plan.items.length]] as readonly (readonly [Show, string, number])[])
          .concat([...groups].map(([name, of]) => [name, words[name], of.length] as const))
          .filter(([name, , count]) => name === 'all' || count > 0)
          .map(([name, word, count]) => (
            <label key={name}>
              <input type="radio" name="batch-show" checked={show === name} onChange={() => setShow(name)} />
              {word} {count}
            </label>
          ))}
      </fieldset>
      {missing.length > 0 ? (
        <p className="notice notice-warn">{missing.length} 件没有找到，可能不属于本机关。</p>
      ) : null}
      <ul ref={list} className="batch-lines">
        {items.map((item) => (
          <ItemLine
            key={item.id}
            {...{ item, restsOnSeen, locked, ...line }}
            found={byStream.get(item.stream ?? '')}
          />
        ))}
      </ul>
    </section>
  );
}

function groupOf(item: Item, byStream: ReadonlyMap<string, BatchCase>): Exclude<Show, 'all'> {
  if (item.standing === 'done') return 'done';
  if (isFailing(item)) return 'failing';
  const barred = byStream.get(item.stream ?? '')?.preview.status === 'refused';
  return barred && item.standing === 'waiting' ? 'barred' : 'open';
}

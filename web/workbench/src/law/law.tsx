import type { LawView } from '@zhaozhang/api/contract';
import { Button, Input } from 'antd';
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { usePrinting } from '../parts/use-printing.ts';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { LawTabs } from './law-tabs.tsx';
import { Pack } from './pack.tsx';
import { sifted, soughtIn } from './search.ts';

/** 律例: every pack that binds the agency today, clause by clause. */
export function LawPage({ text }: { readonly text: string }): ReactNode {
  useTitle('律例');
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const { value, failure, reload } = useLoaded<LawView>('/api/law');
  const printing = usePrinting();
  const sought = soughtIn(useDeferredValue(typed));
  const packs = value?.packs.flatMap((pack) => sifted(pack, sought) ?? []);
  const found = packs?.reduce((sum, pack) => sum + (pack.clauses.length || pack.rules.length), 0);

  /** The address keeps the words, so that coming back from a clause finds the same list; it makes no step of its own. */
  function seek(words: string): void {
    setTyped(words);
    window.history.replaceState(null, '', hrefOf({ page: 'law', text: words }));
  }

  return (
    <>
      <div className="page-head">
        <h1>律例</h1>
        {value === undefined ? null : <span className="second">今天适用 {value.packs.length} 个规则包</span>}
      </div>
      <LawTabs at="law" />
      {value === undefined || value.refused.length === 0 ? null : <Refused faults={value.refused} />}
      <search className="search">
        <label htmlFor="law-text" className="unseen">
          查找条款
        </label>
        <Input
          id="law-text"
          value={typed}
          maxLength={60}
          placeholder="条号、大意、规则里的词"
          onChange={(event) => seek(event.target.value)}
        />
        {typed === '' ? null : <Button onClick={() => seek('')}>清除</Button>}
      </search>
      <p className="law-found small second" role="status">
        {sought.length > 0 && found !== undefined && found > 0 ? `找到 ${found} 条` : ''}
      </p>
      <div ref={list}>{body()}</div>
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined || packs === undefined) return <Loading what="律例" />;
    if (value.packs.length === 0)
      return (
        <section className="empty">
          <h2>本机关还没有启用规则包</h2>
          <p>管理员启用规则包之后，条款、规则和示例列在这里。</p>
        </section>
      );
    if (packs.length === 0)
      return (
        <section className="empty">
          <h2>没有写到「{typed.trim()}」的条款</h2>
          <p>换一个词，或者只写条号，如「第六十条」。</p>
          <Button onClick={() => seek('')}>列出全部条款</Button>
        </section>
      );
    return packs.map((pack) => <Pack key={pack.id} pack={pack} sought={sought} whole={printing} />);
  }
}

/** The new law was not taken: whoever works by the old one is told so, whoever mends it is told where. */
function Refused({ faults }: { readonly faults: readonly string[] }): ReactNode {
  return (
    <section className="notice notice-warn law-refused" aria-labelledby="law-refused">
      <h2 id="law-refused">新装的规则包有误，没有采用</h2>
      <p>照旧适用原来的规则，办案不受影响。请编写规则包的人员改正以下各处，再重新启动。</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </section>
  );
}

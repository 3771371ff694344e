import type { ReactNode } from 'react';
import { mostLetters } from '../list/query-text.ts';

/** The one search box. A plain form: it works without scripts and its result has an address to pass on. */
export function SearchForm({ query }: { readonly query: string }): ReactNode {
  return (
    <search>
      <form className="search" action="/decisions" method="get">
        <label htmlFor="q">查找决定</label>
        <p className="hint" id="q-hint">
          输入单位名称、决定书文号或者案由中的几个字
        </p>
        <div className="search-row">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={mostLetters}
            autoComplete="off"
            aria-describedby="q-hint"
          />
          <button type="submit">查找</button>
        </div>
      </form>
    </search>
  );
}

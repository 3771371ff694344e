import type { PortalFrame, PublicList } from '@zhaozhang/api/contract/public';
import { renderSheet } from '../frame/document.tsx';
import { DecisionsTable } from '../parts/decisions-table.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { countText } from './count-text.ts';
import { NothingFound } from './nothing-found.tsx';
import { Pager } from './pager.tsx';
import { queryText } from './query-text.ts';

/** The list of published decisions, all of them or those that answer a question. */
export function renderList(frame: PortalFrame, list: PublicList): string {
  const query = queryText(list.query);
  const page = Math.max(1, list.page);
  const heading = query === '' ? '已公示的决定' : `查找「${query}」`;
  return renderSheet(frame, {
    title: page > 1 ? `${heading} 第 ${page} 页` : heading,
    // Someone's question is nobody else's business: search engines get the plain list only.
    ...(query === '' ? { description: '已经依法公示的行政执法决定，新公示的在前。' } : {}),
    door: 'decisions',
    children: (
      <>
        <h1>{heading}</h1>
        <SearchForm query={query} />
        {list.rows.length === 0 ? (
          <NothingFound query={query} page={page} />
        ) : (
          <>
            <p className="count">{countText({ ...list, page })}</p>
            <DecisionsTable rows={list.rows} caption={heading} />
          </>
        )}
        <Pager query={query} page={page} more={list.more} />
      </>
    ),
  });
}

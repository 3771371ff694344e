import type { ReactNode } from 'react';
import { listAddress } from './list-address.ts';

/** Plain links to the page before and the page after; absent when the list is one page. */
export function Pager(props: {
  readonly query: string;
  readonly page: number;
  readonly more: boolean;
}): ReactNode {
  const { query, page, more } = props;
  if (page <= 1 && !more) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 ? (
        <a rel="prev" href={listAddress(query, page - 1)}>
          上一页
        </a>
      ) : null}
      <span>第 {page} 页</span>
      {more ? (
        <a rel="next" href={listAddress(query, page + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}

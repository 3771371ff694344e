import type { ReactNode } from 'react';
import { listAddress } from './list-address.ts';

/** An empty list: says so, and what to try. The same words whether something unpublished exists or not. */
export function NothingFound({ query, page }: { readonly query: string; readonly page: number }): ReactNode {
  if (page > 1) {
    return (
      <p className="empty">
        这一页没有内容。<a href={listAddress(query, 1)}>回到第一页</a>
      </p>
    );
  }
  if (query === '') return <p className="empty">还没有公示的决定。决定依法公示后，会列在这里。</p>;
  return (
    <div className="empty">
      <p>没有找到与「{query}」有关的已公示决定。可以这样再试：</p>
      <ul>
        <li>只输入单位名称或者案由中的几个字，不必写全。</li>
        <li>决定书文号请照文书上的写法输入，例如〔2026〕。</li>
        <li>自然人的姓名在公示时只保留姓氏，用全名查不到。</li>
        <li>
          或者<a href="/decisions">看全部已公示的决定</a>。
        </li>
      </ul>
    </div>
  );
}

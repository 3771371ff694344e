import type { PortalFrame, PublicRow } from '@zhaozhang/api/contract/public';
import { renderSheet } from '../frame/document.tsx';
import { DecisionsTable } from '../parts/decisions-table.tsx';
import { SearchForm } from '../parts/search-form.tsx';

/** The front page: one search box, what can be done here, the newest decisions. */
export function renderHome(frame: PortalFrame, latest: readonly PublicRow[]): string {
  return renderSheet(frame, {
    title: '',
    description: '查询依法公示的行政执法决定，核验公示记录是否被改动过。',
    children: (
      <>
        <h1>查行政执法决定</h1>
        <SearchForm query="" />
        <h2>在这里可以做什么</h2>
        <ul className="gates">
          <li>
            <a href="/decisions">查决定</a>
            <p>看行政机关作出了什么决定、依据是什么、不服可以怎么办。</p>
          </li>
          <li>
            <a href="/verify">核验记录</a>
            <p>看公示背后的记录有没有被改动过，自己就能核对。</p>
          </li>
        </ul>
        <h2>最近公示的决定</h2>
        {latest.length === 0 ? (
          <p className="empty">还没有公示的决定。决定依法公示后，会列在这里。</p>
        ) : (
          <>
            <DecisionsTable rows={latest} caption="最近公示的决定" />
            <p>
              <a className="more" href="/decisions">
                看全部已公示的决定
              </a>
            </p>
          </>
        )}
      </>
    ),
  });
}

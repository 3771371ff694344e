import type { PortalFrame } from '@zhaozhang/api/contract/public';
import { renderSheet } from '../frame/document.tsx';
import { SearchForm } from '../parts/search-form.tsx';

/**
 * Nothing is at this address. The words are the same whether there never was anything or it is not published.
 * @param what what was looked for, with its measure word: 这份决定、这个页面
 */
export function renderNotFound(frame: PortalFrame, what: string): string {
  return renderSheet(frame, {
    title: `没有找到${what}`,
    children: (
      <>
        <h1>没有找到{what}</h1>
        <p>网址可能抄错了，或者这里没有公示过{what}。请核对网址，或者在下面查找。</p>
        <SearchForm query="" />
        <p>
          <a className="more" href="/">
            回到首页
          </a>
        </p>
      </>
    ),
  });
}

import type { PortalFrame } from '@zhaozhang/api/contract/public';
import { renderSheet } from '../frame/document.tsx';

/** The server failed. Says whose fault it is not, and what to do. */
export function renderFailure(frame: PortalFrame): string {
  return renderSheet(frame, {
    title: '页面暂时打不开',
    children: (
      <>
        <h1>页面暂时打不开</h1>
        <p>本站出了故障，不是操作有误。请过几分钟刷新这个页面。</p>
        <p>急需查阅某一决定的，可以到作出该决定的机关查询。</p>
        <p>
          <a className="more" href="/">
            回到首页
          </a>
        </p>
      </>
    ),
  });
}

import type { PortalFrame } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { cssPath } from '../style/portal-css.ts';
import { Foot } from './foot.tsx';
import { type Door, Mast } from './mast.tsx';
import { siteName } from './site-name.ts';

export interface Sheet {
  /** Of the page alone; the site's name is added. Empty on the front page. */
  readonly title: string;
  /** One sentence for search engines. Absent where the page is not to be found by them. */
  readonly description?: string;
  /** The door this page lies behind, marked in the mast. */
  readonly door?: Door;
  readonly children: ReactNode;
}

/**
 * A whole page as text. There is no script, no inline style and no address outside this site, so the strictest
 * content security policy suits it.
 */
export function renderSheet(frame: PortalFrame, sheet: Sheet): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="zh-CN" className={frame.elder ? 'elder' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{sheet.title === '' ? siteName : `${sheet.title} - ${siteName}`}</title>
        {sheet.description === undefined ? (
          <meta name="robots" content="noindex" />
        ) : (
          <meta name="description" content={sheet.description} />
        )}
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={cssPath} />
      </head>
      <body>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <Mast frame={frame} door={sheet.door} />
        <main id="content" tabIndex={-1}>
          {sheet.children}
        </main>
        <Foot />
      </body>
    </html>,
  )}`;
}

import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './launch.ts';
import { runningDemonstration } from './running-demonstration.ts';
import type { RunningDemonstration } from './running-demonstration.ts';

/** The demonstration, and a page of a browser at the width of a desk to use it with. */
export interface Opened {
  readonly demonstration: RunningDemonstration;
  readonly browser: Browser;
  readonly page: Page;
  end(): Promise<void>;
}

export interface How {
  /** A folder of packs only for this test. */
  readonly packs?: string;
  /** Flags it is started with. */
  readonly flags?: readonly string[];
  /** How long the page is waited for, in milliseconds. */
  readonly patience?: number;
}

/** Starts both at once: each takes its time. */
export async function opened({ packs, flags = [], patience = 15_000 }: How = {}): Promise<Opened> {
  const [demonstration, browser] = await Promise.all([
    runningDemonstration({ flags, ...(packs === undefined ? {} : { packs }) }),
    launchChromium(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  // Whatever the pages ask for must come from the house itself; asked of anybody else, it fails the file at its end.
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return {
    ...{ demonstration, browser, page },
    end: async () => {
      await browser.close();
      await demonstration.end();
      if (foreign.length > 0) throw new Error(`页面向外请求了：${foreign.join('、')}`);
    },
  };
}

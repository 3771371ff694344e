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

interface How {
  /** A folder of packs only for this test. */
  readonly packs?: string;
  /** How long the page is waited for, in milliseconds. */
  readonly patience?: number;
}

/** Starts both at once: each takes its time. */
export async function opened({ packs, patience = 15_000 }: How = {}): Promise<Opened> {
  const [demonstration, browser] = await Promise.all([
    runningDemonstration(packs === undefined ? {} : { packs }),
    launchChromium(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return {
    ...{ demonstration, browser, page },
    end: async () => {
      await browser.close();
      await demonstration.end();
    },
  };
}

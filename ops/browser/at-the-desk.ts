import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { opened } from './opened.ts';
import type { How, Opened } from './opened.ts';
import { workbenchPage } from './workbench-page.ts';

/** The workbench of a demonstration, as the tests of one file use it one after the other. */
export interface AtTheDesk {
  page(): Page;
  browser(): Browser;
  /** Where the demonstration listens. */
  url(): string;
  /** What the demonstration printed as it started. */
  said(): string;
  desk(): ReturnType<typeof workbenchPage>;
  main(): Locator;
  /** A row of a list in a form, by its name. */
  row(name: string): Locator;
}

/** Opens the demonstration before all tests of a file, and ends it after them. */
export function atTheDesk(how: How = {}): AtTheDesk {
  let at: Opened;
  beforeAll(async () => {
    at = await opened(how);
  }, 180_000);
  afterAll(() => at.end());
  const main = () => at.page.getByRole('main');
  return {
    page: () => at.page,
    browser: () => at.browser,
    url: () => at.demonstration.url,
    said: () => at.demonstration.said,
    desk: () => workbenchPage(at.page, at.demonstration.url),
    main,
    row: (name) => main().getByRole('group', { name, exact: true }),
  };
}

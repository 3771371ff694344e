import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../ops/browser/launch.ts';
import { portalCss } from './index.ts';
import { pages } from './trial/pages.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** Opens a page as the server would send it, under the strictest policy; returns what it asked for besides. */
async function open(
  html: string,
  width: number,
): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/portal.css') return route.fulfill({ contentType: 'text/css', body: portalCss });
    if (pathname !== '/page') asked.push(pathname);
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'content-security-policy':
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'",
      },
      body: html,
    });
  });
  await page.goto('http://portal.test/page');
  return { page, asked, complaints };
}

describe.each(Object.entries(pages))('浏览器中的门户页面「%s」', (_name, html) => {
  it.each([390, 1440])(
    '宽 %i 像素时无障碍检查没有违例，不横向滚动，也不违反最严的内容安全策略',
    async (width) => {
      const { page, asked, complaints } = await open(html, width);
      expect(asked).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run(document, { resultTypes: ['violations'] })",
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.close();
    },
  );

  it('宽 320 像素（四倍放大）时不横向滚动', async () => {
    const { page } = await open(html, 320);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.close();
  });
});

describe('浏览器中的操作', () => {
  it('适老模式字号至少一又四分之一倍，按钮更高', async () => {
    const size = async (html: string | undefined): Promise<{ font: number; control: number }> => {
      const { page } = await open(html ?? '', 390);
      const measured = await page.evaluate<{ font: number; control: number }>(
        `({ font: parseFloat(getComputedStyle(document.querySelector('main p')).fontSize),
            control: document.querySelector('button').getBoundingClientRect().height })`,
      );
      await page.close();
      return measured;
    };
    const usual = await size(pages['首页']);
    const elder = await size(pages['首页适老']);
    expect(usual.control).toBeGreaterThanOrEqual(44);
    expect(elder.font / usual.font).toBeGreaterThanOrEqual(1.25);
    expect(elder.control / usual.control).toBeGreaterThanOrEqual(1.75);
  });

  it('只用键盘就能先跳到正文', async () => {
    const { page } = await open(pages['首页'] ?? '', 1440);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.close();
  });
});

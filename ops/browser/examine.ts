import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { atBothWidths, axeFaults } from './at-both-widths.ts';

/** Written only when asked for: pictures are committed when somebody has looked at them. */
const pictures =
  process.env['SCREENSHOTS'] === undefined
    ? undefined
    : fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

interface Examined {
  /** Digests and keys stand on the page: the public has to be able to compare them. */
  readonly latin?: boolean;
  /** The picture shows the page as it stands, not from its top. */
  readonly asItStands?: boolean;
}

/**
 * What every page is held to, at the width of a desk and of a telephone: nothing axe objects to, no sideways scroll,
 * and nothing on screen but Chinese, numbers, names of keys and credit codes. And a picture if asked.
 */
export async function examine(
  page: Page,
  name: string,
  { latin = false, asItStands = false }: Examined = {},
): Promise<void> {
  if (!latin) expect(await foreignWords(page), `${name} 出现拉丁字母`).toEqual([]);
  await atBothWidths(page, async (width) => {
    expect(await layoutFaults(page), `${name} ${width}`).toEqual([]);
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    if (!asItStands)
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('.page')) part.scrollTop = 0;
      });
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
  });
}

/** What is wrong with the page at the width it has: sideways scroll, and whatever axe objects to. */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  const overflow = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('.page')].map(
        (part) => part.scrollWidth - part.clientWidth,
      ),
    ),
  );
  return [...(overflow > 0 ? [`横向溢出 ${overflow}`] : []), ...(await axeFaults(page))];
}

/** Words in Latin letters that a person sees, beside what stands on keys and in codes that people carry. */
export async function foreignWords(page: Page): Promise<readonly string[]> {
  const { shown, keys } = await page.evaluate(() => ({
    shown: document.body.innerText,
    keys: [...document.querySelectorAll<HTMLElement>('kbd')].map((key) => key.innerText),
  }));
  const words = shown.match(/[\w./-]*[A-Za-z][\w./-]*/g) ?? [];
  // Sizes of files are written with the unit that every machine shows.
  const allowed = [...keys, 'MB'];
  const creditCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
  return words.filter((word) => !allowed.includes(word) && !creditCode.test(word));
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStoryFile, runStories } from '@zhaozhang/scenarios';
import type { NamedStory } from '@zhaozhang/scenarios';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import '../../api/src/testing/prepared-house.ts';
import { testInstance } from '../../api/src/testing/test-instance.ts';
import { examine } from './examine.ts';
import { launchChromium } from './launch.ts';
import { storyInBrowser } from './walk/story-in-browser.ts';

/** The shortest whole story of each kind of enforcement, and of the measures taken within one. */
const eachKind = [
  'ordinary-penalty',
  'license-granted',
  'impounded',
  'execution-on-behalf',
  'inspection-referred',
  'levy-fee',
  'confirmation-charity',
  'adjudication-decided',
];
const asked = (process.env['ZHAOZHANG_WALK'] ?? '').split(',').filter((name) => name !== '');

async function storyOf(name: string): Promise<NamedStory> {
  const path = ['', 'more/']
    .map((folder) => fileURLToPath(new URL(`../../scenarios/stories/${folder}${name}.yaml`, import.meta.url)))
    .find((one) => existsSync(one));
  const [story] = path === undefined ? [] : ((await readStoryFile(path))?.stories ?? []);
  if (story === undefined) throw new Error(`没有名为 ${name} 的故事`);
  return story;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it.each(asked.length > 0 ? asked : eachKind)(
  '%s 经工作台的表单办到底',
  { timeout: 900_000 },
  async (name) => {
    const story = await storyOf(name);
    // One of its own for each: the clock only runs forward, and every story begins in January.
    const house = await testInstance();
    const client = storyInBrowser(browser, house.instance.url, house.client, story);
    const began = performance.now();
    let steps = 0;
    const say = (end: string): void => {
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      process.stdout.write(`${name}  ${steps} 步  ${seconds} 秒  ${end}\n`);
    };
    try {
      await runStories([story], client, () => steps++);
      const page = client.lastPage();
      const [address] = page.url().split('?');
      await page.goto(address ?? '');
      await page.getByRole('region', { name: '现在可以办' }).waitFor();
      await examine(page, `walk-${name}`);
      expect(house.faults).toEqual([]);
      say('OK');
      for (const one of client.besideForms) process.stdout.write(`  不经表单：${one}\n`);
    } catch (error) {
      say(`断在这里：${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await house.end();
    }
  },
);

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LawView } from './contract/index.ts';
import { CaseAtWork, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let packs: string;
let house: TestInstance;
beforeAll(async () => {
  packs = mkdtempSync(join(tmpdir(), 'zhaozhang-packs-'));
  const edition = join(packs, 'trial', 'mistaken', '2026-01-01');
  mkdirSync(edition, { recursive: true });
  writeFileSync(join(edition, 'pack.yaml'), 'id: trial/mistaken/2026-01-01\ntitle: 示例办法\n');
  // An installation that has worked before, started anew with law that has a mistake in it.
  house = await testInstance({ packs });
});
afterAll(async () => {
  await house.end();
  rmSync(packs, { recursive: true, force: true });
});

describe('新装的规则包有误', () => {
  it('照常启动，律例页写明没有采用、错在哪里、怎样改', async () => {
    const answer = await house.client.request(handler, 'GET', '/api/law');
    const { refused, packs: bound } = (await answer.json()) as LawView;
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatch(/^packs\/trial\/mistaken\/2026-01-01\/pack\.yaml 第 \d+ 行：.+。.+。$/);
    expect(bound.length).toBeGreaterThan(3);
  });

  it('照原来的规则办案', async () => {
    const file = await new CaseAtWork(house.client).upTo('filed');
    expect((await file.step('assigned')).outcome).toBe('done');
  });
});

import { entriesOf } from '@zhaozhang/core';
import type { CaseState } from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import { runStories, storyId } from '@zhaozhang/scenarios';
import type { ActStep, Story, StoryAnswer } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from './contract/index.ts';
import { CaseAtWork, person } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

const agency = 'wuhan-civil-affairs';

let house: TestInstance;
/** What came of each step of each story. */
const played: { readonly file: string; readonly step: ActStep; readonly answer: StoryAnswer }[] = [];
/** A published case against a natural person. */
let against: CaseAtWork;

beforeAll(async () => {
  house = await testInstance();
  await runStories(house.told.stories, house.client, (file, step, answer) =>
    played.push({ file, step, answer }),
  );
  await house.client.moveClock(house.told.agency.opens);
  against = await new CaseAtWork(house.client, person).upTo('published');
  await house.instance.world.sequencer.drain();
});
afterAll(() => house.end());

const page = (path: string) => rawRequest(house.instance.url, path);

/** Streams of the cases that came to a publication, as told. */
function publishedStories(): readonly { readonly story: Story & { file: string }; readonly id: string }[] {
  return house.told.stories.flatMap((story) => {
    const steps = played.filter((one) => one.file === story.file && one.answer.done);
    const last = steps.find((one) => one.step.act === 'case.publish')?.answer;
    return last?.done === true ? [{ story, id: last.stream.slice('case/'.length) }] : [];
  });
}

async function stateOf(id: string): Promise<CaseState> {
  const stream = `case/${id}`;
  const rows = await house.instance.world.store.states.load(agency, [stream]);
  return rows.get(stream)?.state as unknown as CaseState;
}

describe('讲过的案件', () => {
  it('每个故事的每一步都照所说的办成或者被拒', () => {
    const told = house.told.stories.flatMap((story) => story.steps.filter((step) => 'act' in step));
    expect(told.length).toBeGreaterThan(10);
    expect(played).toHaveLength(told.length);
    for (const { step, answer } of played) expect(answer.done).toBe((step.refused ?? []).length === 0);
    expect(publishedStories().length).toBeGreaterThan(0);
  });

  it('办成的每一步，案卷里都有一条记录，时刻是发生的时刻', async () => {
    for (const { story, id } of publishedStories()) {
      const { entries } = await stateOf(id);
      for (const [index, step] of story.steps.entries()) {
        if (!('act' in step) || (step.refused ?? []).length > 0 || step.act === 'case.correct-entry')
          continue;
        if (step.act.startsWith('agency.')) continue;
        const entry = entries.find((one) => one.id === storyId(story.file, index, step.at));
        expect([step.act, entry?.at]).toEqual([step.act, instant(step.at)]);
      }
    }
  });

  it('再讲一遍，什么也不会再发生', async () => {
    const before = await Promise.all(publishedStories().map(({ id }) => stateOf(id)));
    await runStories(house.told.stories, house.client);
    const after = await Promise.all(publishedStories().map(({ id }) => stateOf(id)));
    expect(after.map((state) => state.version)).toEqual(before.map((state) => state.version));
  });

  it('案卷页上，入链之后每条记录都标明已入链', async () => {
    await house.instance.world.sequencer.drain();
    for (const { id } of publishedStories()) {
      const response = await house.client.request('周承办', 'GET', `/api/cases/${id}`);
      const view = (await response.json()) as CaseView;
      expect(new Set(view.entries.map((entry) => entry.proof))).toEqual(new Set(['logged']));
      expect(view.publicId).toBe(`${agency}.${id}`);
    }
  });
});

describe('核验', () => {
  it('事件、状态、判定、日志全部相符', async () => {
    const report = await verifiedAgain(house);
    expect(report.discrepancies).toEqual([]);
    const done = played.filter(({ answer }) => answer.done);
    expect(report.acts).toBeGreaterThanOrEqual(house.told.agency.setup.length + done.length);
    expect([report.logged, report.waiting]).toEqual([report.events, 0]);
  });
});

describe('公示的页面', () => {
  it('NAT-118-6-2 首页、列表、检索都找得到决定，决定页写明机关、文号、当事人、处罚和公示期限的由来', async () => {
    for (const { story, id } of publishedStories()) {
      const state = await stateOf(id);
      const decision = entriesOf(state, 'decision')[0];
      const parties = entriesOf(state, 'party').filter((party) => party.data.kind !== 'person');
      const number = decision?.data.number ?? '没有文号';
      for (const path of [
        '/',
        '/decisions',
        `/decisions?q=${encodeURIComponent(parties[0]?.data.name ?? number)}`,
      ])
        expect([story.title, (await page(path)).text.includes(number)]).toEqual([story.title, true]);
      const { status, text } = await page(`/decisions/${agency}.${id}`);
      expect(status).toBe(200);
      for (const word of [number, '武汉市民政局', '公示', ...parties.map((party) => party.data.name)])
        expect(text).toContain(word);
      expect(text).toMatch(/国办发〔2018〕118 ?号|国务院办公厅/);
      expect(text).not.toContain('undefined');
      expect(text).not.toMatch(/case\.|party\.|decision\.|\[object/);
    }
  });

  it('没有公示的案卷，公开页面上没有', async () => {
    const waiting = await new CaseAtWork(house.client).upTo('decided');
    expect((await page(`/decisions/${agency}.${waiting.id}`)).status).toBe(404);
    const number = (await waiting.view()).row.documentNumber ?? '没有文号';
    expect((await page('/decisions')).text).not.toContain(number);
    expect((await page(`/decisions?q=${encodeURIComponent(number)}`)).text).not.toContain(
      `${agency}.${waiting.id}`,
    );
  });

  it('WHMZ-GS-5-1 自然人的姓名处处隐去，身份号码和电话处处没有', async () => {
    const id = `${agency}.${against.id}`;
    const pages = await Promise.all(
      ['/', '/decisions', `/decisions?q=${encodeURIComponent('欧某某')}`, `/decisions/${id}`].map(page),
    );
    for (const { status, text } of pages) {
      expect(status).toBe(200);
      expect(text).toContain('欧某某');
      for (const secret of [person.name, '阳示范', ...Object.values(person.record), '司马证人'])
        expect(text).not.toContain(secret);
    }
    // Nor can one find out by asking: whether a name is in the index must not be told.
    for (const asked of [person.name, person.record['party.identity'], person.record['party.phone']]) {
      const { text } = await page(`/decisions?q=${encodeURIComponent(asked)}`);
      expect(text).not.toContain(id);
    }
    const receipt = await page(`/decisions/${id}/receipt`);
    expect(receipt.status).toBe(200);
    expect(receipt.text).not.toContain(person.name);
  });

  it('每一页不超过 30 kB,不要脚本', async () => {
    const pages = [
      '/',
      '/decisions',
      '/verify',
      ...publishedStories().map(({ id }) => `/decisions/${agency}.${id}`),
    ];
    for (const path of pages) {
      const { text } = await page(path);
      expect([path, Buffer.byteLength(text) <= 30_000]).toEqual([path, true]);
      expect(text).not.toContain('<script');
    }
  });
});

it('以上没有一次让服务器出故障', () => {
  expect(house.faults).toEqual([]);
});

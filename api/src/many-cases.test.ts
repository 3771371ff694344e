import { runStories } from '@zhaozhang/scenarios';
import type { ActStep, StoryAnswer, StoryClient } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseRow, Worklist } from './contract/index.ts';
import { offTheForm } from './testing/off-the-form.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** The whole demonstration as `npm start` fills it. */
let house: TestInstance;
let rows: readonly CaseRow[] = [];
/** What was done and could not have been done with the form. */
const beside: string[] = [];
const played: { readonly file: string; readonly step: ActStep; readonly answer: StoryAnswer }[] = [];

beforeAll(async () => {
  house = await testInstance({ all: true });
  const client: StoryClient = {
    ...house.client,
    act: async (by, request) => {
      const off = request.name.startsWith('agency.') ? [] : await offTheForm(house.client, by, request);
      const answer = await house.client.act(by, request);
      // What is refused may be more than a form lets anybody say.
      if (answer.done)
        beside.push(...off.map((one) => `${request.occurredAt} ${by} ${request.name}：${one}`));
      return answer;
    },
  };
  await runStories(house.told.stories, client, (file, step, answer) => played.push({ file, step, answer }));
  await house.client.moveClock(house.told.agency.opens);
  rows = await allCases('周承办');
}, 400_000);
afterAll(() => house.end());

async function allCases(by: string): Promise<readonly CaseRow[]> {
  const found: CaseRow[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const response: Response = await house.client.request(
      by,
      'GET',
      `/api/cases${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`,
    );
    const list = (await response.json()) as CaseList;
    found.push(...list.rows);
    after = list.next;
  }
  return found;
}

describe('演示的全部案件', () => {
  it('有六十件以上，停在不同的阶段', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(5);
  });

  it('办成的每一步，填的每一栏、选的每一项，办的人打开的表单上都有', () => {
    expect(beside).toEqual([]);
  });

  it('一家多案的，每行一件，讲到所写的一步为止', () => {
    const titles = rows.filter((row) => row.title === '未按规定参加年度检查');
    expect(titles.length).toBeGreaterThanOrEqual(20);
    const parties = titles.flatMap((row) => row.parties);
    expect(new Set(parties).size).toBe(parties.length);
  });

  it.each(['周承办', '何协办', '郑处长', '吴负责', '孙法审'])(
    '%s的待办里有逾期的、今日的、本周的、以后的',
    async (name) => {
      const response = await house.client.request(name, 'GET', '/api/worklist');
      const list = (await response.json()) as Worklist;
      const groups = new Set(list.rows.map((row) => row.group));
      for (const group of ['late', 'today', 'week', 'later'] as const) expect(groups).toContain(group);
    },
  );

  it('立案的案号连续，不重不漏', () => {
    const serials = rows.flatMap(({ number }) => {
      const serial = /立字〔\d+〕(\d+)号/.exec(number ?? '')?.[1];
      return serial === undefined ? [] : [Number(serial)];
    });
    expect(serials.toSorted((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1));
  });

  it('事件、状态、判定、日志全部相符', async () => {
    const report = await verifiedAgain(house);
    expect(report.discrepancies).toEqual([]);
    expect([report.logged, report.waiting]).toEqual([report.events, 0]);
  });

  it('以上没有一次让服务器出故障', () => {
    expect(house.faults).toEqual([]);
  });
});

describe('处处被拒', () => {
  const refused = () =>
    played.flatMap(({ file, answer }) =>
      file.startsWith('refused-') && !answer.done ? answer.refusals : [],
    );

  it('以至少十八种不同的代码拒绝，同一件事照补救办了之后都办成', () => {
    expect(new Set(refused().map(({ code }) => code)).size).toBeGreaterThanOrEqual(18);
    const again = played.filter(({ step }) => step.again !== undefined);
    expect(again.length).toBeGreaterThan(30);
    const repeated = new Set(again.map(({ step }) => step.again));
    const left = played.filter(
      ({ file, step, answer }) =>
        !answer.done &&
        file.startsWith('refused-') &&
        file !== 'refused-then-mended.yaml' &&
        !repeated.has(step.as),
    );
    expect(left.map(({ step }) => step.at)).toEqual([]);
  });

  it('说的每一句都是中文，没有字母、代码、编号', () => {
    expect(refused().filter(({ sentence }) => /[A-Za-z_{}$]/.test(sentence))).toEqual([]);
  });
});

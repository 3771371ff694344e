import { runStories } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseRow, CaseView } from './contract/index.ts';
import { handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Two levies told through HTTP: a fee by its standard, a thing used for a while. */
let house: TestInstance;
const refused: string[] = [];

beforeAll(async () => {
  house = await testInstance({ all: true });
  const { stories } = house.told;
  const mine = stories.filter(({ file }) => file.includes('levy-'));
  await runStories(mine, house.client, (_file, _step, answer) => {
    if (!answer.done) refused.push(...answer.refusals.map(({ code }) => code));
  });
  await house.client.moveClock(house.told.agency.opens);
}, 120_000);
afterAll(() => house.end());

async function get<T>(path: string): Promise<T> {
  const response = await house.client.request(handler, 'GET', path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function rowOf(title: string): Promise<CaseRow> {
  const { rows } = await get<CaseList>('/api/cases');
  const row = rows.find((one) => one.title === title);
  if (row === undefined) throw new Error(`没有${title}一案`);
  return row;
}

const viewOf = async (title: string): Promise<CaseView> =>
  get<CaseView>(`/api/cases/${(await rowOf(title)).stream.slice('case/'.length)}`);

/** What an officer reads: no identifier of the program, no English. */
const raw = /[a-z]+\.[a-z]+|[A-Z]{2,}_|[a-z]{3,}|\{|\}|undefined/;

const fee = '石岭公墓二〇二六年维护费的征收';
const used = '南望招待所客房的征用';

describe('征收征用案', () => {
  it('WHMZ-ZZ-21-4 NAT-FS-1-1 NAT-MF-117-1 从启动到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'EXTRA_BURDEN_FORBIDDEN',
        'NOTICE_MISSING',
        'PAYMENT_TO_TREASURY',
        'FIELD_MISSING',
        'COMPENSATION_LOW',
        'PROPERTY_NOT_RETURNED',
      ]),
    );
    for (const title of [fee, used])
      expect(await rowOf(title)).toMatchObject({ kindLabel: '行政征收征用', stage: 'archive' });
    expect((await rowOf(fee)).number).toMatch(/^武民征启字〔2026〕\d号$/);
  });

  it('缴费和补偿各走各的路径', async () => {
    const labels = async (title: string) =>
      (await viewOf(title)).path.flatMap(({ steps }) => steps.map(({ label }) => label));
    expect(await labels(fee)).toContain('缴费');
    expect(await labels(fee)).not.toContain('支付补偿');
    expect(await labels(used)).toEqual(
      expect.arrayContaining(['评估', '支付补偿', '接收财产', '返还财产', '归档']),
    );
    const view = await viewOf(fee);
    expect(view.partyGroups).toEqual([{ label: '当事人', names: ['石岭示例公墓'] }]);
    const paid = view.obligations.find(({ label }) => label === '缴纳征收的费用');
    expect(paid?.met).toBeDefined();
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [fee, used]) {
      const view = await viewOf(title);
      const shown = [
        ...view.entries.flatMap((entry) => [
          entry.title,
          entry.kindLabel,
          entry.actLabel,
          ...entry.fields.flatMap(({ label, text }) => [label, text]),
        ]),
        ...view.acts.flatMap(({ label, refusals }) => [label, ...refusals.map(({ sentence }) => sentence)]),
        ...view.obligations.map(({ label }) => label),
      ];
      expect(shown.filter((text) => raw.test(text))).toEqual([]);
    }
  });

  it('决定书能打印；公示页上写明金额和怎样算出', async () => {
    const view = await viewOf(fee);
    expect(view.entries.filter(({ document }) => document).map(({ kind }) => kind)).toContain('decision');
    const page = await fetch(`${house.instance.url}/decisions/${view.publicId ?? ''}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('三百穴乘以二十元');
  });

  it('事件、状态、判定、日志全部相符', async () => {
    const report = await verifiedAgain(house);
    expect(report.discrepancies).toEqual([]);
    expect([report.logged, report.waiting]).toEqual([report.events, 0]);
    expect(house.faults).toEqual([]);
  });
});

import { runStories } from '@zhaozhang/scenarios';
import type { ActStep, StoryAnswer } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, FormView } from './contract/index.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** The story of things impounded, played through the interface: one case to its closing, one taken at night. */
let house: TestInstance;
const played: { readonly step: ActStep; readonly answer: StoryAnswer }[] = [];

beforeAll(async () => {
  house = await testInstance({ all: true });
  const told = house.told.stories.filter(({ file }) => file.endsWith('impounded.yaml'));
  await runStories(told, house.client, (_file, step, answer) => played.push({ step, answer }));
  await house.client.moveClock(house.told.agency.opens);
}, 200_000);
afterAll(() => house.end());

async function got<T>(by: string, path: string): Promise<T> {
  const response = await house.client.request(by, 'GET', path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** The case in which a step was done that was told under a name. */
function caseOf(name: string): string {
  const answer = played.find(({ step, answer: one }) => step.as === name && one.done)?.answer;
  if (answer?.done !== true) throw new Error(`没有办成：${name}`);
  return answer.stream.slice('case/'.length);
}

describe('NAT-QZ-18-1、NAT-QZ-27-1 扣押经接口办理', () => {
  it('每一步照所说的办成，或者以所说的代码被拒', () => {
    expect(played.length).toBeGreaterThan(50);
    for (const { step, answer } of played)
      expect([step.at, step.act, answer.done]).toEqual([
        step.at,
        step.act,
        (step.refused ?? []).length === 0,
      ]);
    const refused = played.flatMap(({ answer }) => (answer.done ? [] : answer.refusals));
    expect(new Set(refused.map(({ code }) => code))).toEqual(
      new Set([
        'APPROVAL_PENDING',
        'DOCUMENT_NOT_ISSUED',
        'ROLE_REQUIRED',
        'OFFICER_COUNT_LOW',
        'FIELD_INVALID',
        'CHARGE_FORBIDDEN',
        'MEASURE_NOT_LIFTED',
        'PROPERTY_UNRESOLVED',
      ]),
    );
  });

  it('案件页列出每件财物在哪里、后来怎样', async () => {
    const { custody = [] } = await got<CaseView>('周承办', `/api/cases/${caseOf('taken')}`);
    expect(custody.map(({ name, fate, place, moves }) => ({ name, fate, place, moves }))).toEqual([
      { name: '台式电脑 2 件', fate: '已退还', place: '本局物证室', moves: 2 },
      { name: '收费机 1 件', fate: '已没收', place: '本局物证室', moves: 0 },
      { name: '收费账册 2 件', fate: '已退还', place: '本局物证室', moves: 0 },
    ]);
  });

  it('卷内记录和表单里的财物写名称，不写编号', async () => {
    const view = await got<CaseView>('周承办', `/api/cases/${caseOf('taken')}`);
    const texts = view.entries.flatMap(({ title, fields }) => [title, ...fields.map(({ text }) => text)]);
    expect(texts.some((text) => text.includes('台式电脑 2 件'))).toBe(true);
    expect(texts.filter((text) => /\/\d/.test(text))).toEqual([]);
    const id = caseOf('urgent-taken');
    const form = await got<FormView>('周承办', `/api/cases/${id}/forms/case.move-things`);
    expect(form.input.find(({ name }) => name === 'things')?.options).toEqual([
      { value: expect.any(String), label: '收费账册 3 件', note: '3 月 6 日对沙湖示例艺术培训中心的扣押' },
    ]);
  });

  it('NAT-QZ-19-1 夜里紧急扣押的，次日补批按期', async () => {
    const { obligations } = await got<CaseView>('周承办', `/api/cases/${caseOf('urgent-taken')}`);
    expect(obligations.find(({ label }) => label === '补办强制措施的批准')).toMatchObject({
      due: '2026-03-07T21:40:00+08:00',
      met: '2026-03-07T10:00:00+08:00',
    });
  });

  it('NAT-QZ-25-1 期限届满而没有处理的，台账写明应当解除并退还', async () => {
    await house.client.moveClock('2026-04-06T09:00');
    const view = await got<CaseView>('周承办', `/api/cases/${caseOf('urgent-taken')}`);
    expect(view.custody).toMatchObject([{ name: '收费账册 3 件', fate: '期限已满，应当解除并退还' }]);
  });

  it('事件、状态、判定、日志全部相符', async () => {
    await house.instance.world.sequencer.drain();
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});

import { addDays } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgencyView, CaseView } from './contract/index.ts';
import { administrator, answerTo, clockOf, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Windows the agency chose to film, through the interface: what it links, what it owes, and what nobody owes. */
let house: TestInstance;
let day = '';
const at = (clock: string) => `${day}T${clock}`;

beforeAll(async () => {
  house = await testInstance();
  day = addDays((await clockOf(house.client)).slice(0, 10) as Parameters<typeof addDays>[0], 1);
  await house.client.moveClock(at('09:00'));
});
afterAll(() => house.end());

async function keep(name: string, input: object) {
  const id = ulid();
  const request = { id, name, input: { ...input }, record: {}, occurredAt: await clockOf(house.client) };
  const { problem } = await answerTo(house.client, administrator, request);
  return { id, codes: (problem?.refusals ?? []).map(({ code }) => code) };
}

async function apply(window?: string, channel = 'window') {
  const id = ulid();
  const request = {
    ...{ id, name: 'case.register-application', stream: `case/${id}`, basedOn: 0 },
    occurredAt: await clockOf(house.client),
    input: {
      ...{ item: '民办非企业单位成立登记', type: 'first', way: 'ordinary', channel },
      ...(window === undefined ? {} : { window }),
      parties: [{ id: 'p1', name: '示例服务中心筹备组', kind: 'other-organisation', record: {} }],
      materials: [{ name: '登记申请书', state: 'complete' }],
    },
    record: { 'application.form': '申请书一份', 'application.log': '接收日志' },
  };
  const answer = await answerTo(house.client, handler, request);
  if (answer.problem !== undefined) return { codes: answer.problem.refusals?.map(({ code }) => code) };
  const view = (await (await house.client.request(handler, 'GET', `/api/cases/${id}`)).json()) as CaseView;
  return {
    title: view.entries.find(({ title }) => title.startsWith('许可申请'))?.title ?? '',
    owed: view.obligations.map(({ label }) => label),
    defects: answer.result.defects,
  };
}

const page = async () =>
  (await (await house.client.request(administrator, 'GET', '/api/agency')).json()) as AgencyView;
const faults = async () =>
  (await page()).obligations
    .filter(({ label }) => label.includes('设备异常'))
    .map(({ subject, status, due, met }) => ({ subject, status, due, met }));

const window = { id: 'jk-3', window: '3', device: 'JK-03', opens: '08:30', closes: '17:30' };

describe('受理窗口的监控', () => {
  it('WHMZ-JL-8-1 没有登记过监控的，不问断录，申请照常登记', async () => {
    const names = (await page()).acts.map(({ name }) => name);
    expect(names).toContain('agency.register-window-monitoring');
    expect(names).not.toContain('agency.record-monitoring-break');
    expect((await apply('3')).title).not.toContain('监控');
  });

  it('WHMZ-JL-8-1 三号窗口登记监控，九点受理的申请自动关联九点起的片段；五号窗口不关联，也不多欠什么', async () => {
    expect((await keep('agency.register-window-monitoring', { ...window, from: day })).codes).toEqual([]);
    const filmed = await apply('3');
    expect(filmed.title).toMatch(/（3 号窗口监控 09:00 起的片段）$/);
    const other = await apply('5');
    expect(other.title).toMatch(/^许可申请 [^（]*$/);
    expect([other.owed, other.defects]).toEqual([filmed.owed, filmed.defects]);
    expect((await apply()).title).toMatch(/^许可申请 [^（]*$/);
    expect(await faults()).toEqual([]);
    expect((await apply('3', 'online')).codes).toEqual(['INPUT_INVALID']);
  });

  it('WHMZ-JL-8-1 断录超过十五分钟列设备异常，恢复之后不再列；断录期间的申请不关联片段', async () => {
    await house.client.moveClock(at('10:10'));
    expect(
      (await keep('agency.record-monitoring-break', { monitoring: 'jk-5', from: at('10:00') })).codes,
    ).toEqual(['WINDOW_UNKNOWN']);
    const { id, codes } = await keep('agency.record-monitoring-break', {
      ...{ monitoring: 'jk-3', from: at('10:00') },
    });
    expect(codes).toEqual([]);
    expect((await apply('3')).title).not.toContain('监控');
    expect((await faults()).map(({ status }) => status)).toEqual(['open']);
    await house.client.moveClock(at('10:16'));
    for (const from of [at('10:12'), at('10:20')])
      expect((await keep('agency.record-monitoring-break', { monitoring: 'jk-3', from })).codes).toEqual([
        from === at('10:12') ? 'STEP_ORDER' : 'INPUT_INVALID',
      ]);
    for (const moment of [at('09:59'), at('10:20')])
      expect((await keep('agency.mend-monitoring', { broken: id, at: moment })).codes).toEqual([
        'INPUT_INVALID',
      ]);
    const [fault] = await faults();
    expect(fault).toMatchObject({ status: 'late' });
    expect(fault?.due).toContain('10:15');
    expect(fault?.subject).toContain('3 号窗口监控（设备 JK-03）');
    await house.client.moveClock(at('11:00'));
    expect((await keep('agency.mend-monitoring', { broken: id, at: at('10:50') })).codes).toEqual([]);
    expect((await faults()).map(({ status }) => status)).toEqual(['met-late']);
    expect((await page()).acts.map(({ name }) => name)).not.toContain('agency.mend-monitoring');
    expect((await apply('3')).title).toMatch(/（3 号窗口监控 11:00 起的片段）$/);
  });

  it('WHMZ-JL-8-1 十分钟内恢复的，始终不是设备异常', async () => {
    await house.client.moveClock(at('14:00'));
    const { id } = await keep('agency.record-monitoring-break', { monitoring: 'jk-3', from: at('13:30') });
    expect((await keep('agency.mend-monitoring', { broken: id, at: at('13:40') })).codes).toEqual([]);
    expect((await faults()).map(({ status }) => status).toSorted()).toEqual(['met', 'met-late']);
  });

  it('WHMZ-JL-8-1 覆盖时段以外的，不关联，也不是断录', async () => {
    await house.client.moveClock(at('17:30'));
    expect((await apply('3')).title).not.toContain('监控');
    expect(
      (await keep('agency.record-monitoring-break', { monitoring: 'jk-3', from: at('08:29') })).codes,
    ).toEqual(['INPUT_INVALID']);
  });

  it('事件、状态、判定、日志全部相符', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });
});

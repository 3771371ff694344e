import { describe, expect, it } from 'vitest';
import type { CaseList, FormView } from './contract/index.ts';
import { handler } from './testing/case-at-work.ts';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Three files of enforcement told through HTTP: performed on behalf, by an agreement in stages, and through the court. */
const told = toldFiles('execution-');
const { get, refused, rowOf, viewOf } = told;

const onBehalf = '拆除占用消防通道的围栏';
const agreed = '缴纳应缴款一万元';
const throughCourt = '缴纳罚款一万元';

describe('强制执行案', () => {
  it('NAT-QZ-35-1 NAT-QZ-51-2 从登记到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'NOTICE_INCOMPLETE',
        'OPINION_MISSING',
        'FORBIDDEN_TIME',
        'STEP_ORDER',
        'AMOUNT_EXCEEDED',
      ]),
    );
    const row = await rowOf(onBehalf);
    expect(row).toMatchObject({ kindLabel: '行政强制执行', stage: 'archive' });
    expect(row.number).toMatch(/^武民执申〔2026〕\d+号$/);
    expect(row.documentNumber).toMatch(/^武民强执字〔2026〕\d+号$/);
  });

  it('NAT-QZ-42-2 案件页是执行的路径、阶段和行为，没有处罚和许可的步骤；协议逐期有期限', async () => {
    const view = await viewOf(agreed);
    const names = view.acts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['case.demand-performance', 'case.execute-decision', 'case.record-payment']),
    );
    for (const act of ['case.file', 'case.give-notice', 'case.decide', 'case.accept-application'])
      expect(names).not.toContain(act);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['登记执行依据', '催告', '作出执行决定', '执行协议', '履行完毕', '归档']),
    );
    expect(view.row.stageLabel).toBe('实施');
    const parts = view.obligations.filter(({ label }) => label === '履行执行协议');
    expect(parts.map(({ lawfulDue }) => lawfulDue.slice(0, 10))).toEqual(['2026-03-06', '2026-04-30']);
    const enforcing = view.acts.find(({ name }) => name === 'case.enforce-payment');
    expect(enforcing?.status).toBe('refused');
    expect(enforcing?.refusals.map(({ sentence }) => sentence).join('')).toContain('正在履行执行协议');
  });

  it('NAT-QZ-53-1 NAT-QZ-57-1 申请法院执行的，路径到法院裁定为止，受理和裁定各有催询的期限', async () => {
    const view = await viewOf(throughCourt);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['申请法院执行', '法院裁定']),
    );
    const labels = view.obligations.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['申请法院强制执行', '法院受理', '法院裁定']));
    expect(view.entries.map(({ title }) => title)).toContain('2 月 11 日收到：准予强制执行的裁定');
  });

  it('按种类筛选案件：只列强制执行；没有这一类的说明怎么办', async () => {
    const { rows, count } = await get<CaseList>('/api/cases?enforcement=execution');
    expect(rows.map(({ title }) => title).sort()).toEqual([onBehalf, agreed, throughCourt].sort());
    expect(count).toBe(3);
    expect((await get<CaseList>('/api/cases?enforcement=license')).rows).toEqual([]);
    const wrong = await told.house().client.request(handler, 'GET', '/api/cases?enforcement=wedding');
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('没有这一类执法');
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [onBehalf, agreed, throughCourt]) expect(rawIn(await viewOf(title))).toEqual([]);
  });

  it('NAT-QZ-35-1 登记和催告的表单写明要什么、依据哪一条', async () => {
    const form = await get<FormView>('/api/forms/case.open-execution');
    expect(form.label).toBe('登记强制执行');
    const route = form.input.find(({ name }) => name === 'route');
    expect(route?.options?.map(({ label }) => label)).toEqual(['本机关依法自行执行', '申请人民法院执行']);
    const id = (await rowOf(agreed)).stream.slice('case/'.length);
    const demand = await get<FormView>(`/api/cases/${id}/forms/case.demand-performance`);
    const written = demand.record.find(({ id: field }) => field === 'demand.payment');
    expect(written?.clauses.map(({ cite }) => cite).join('')).toContain('第三十五条');
  });

  it('催告书、代履行决定书、执行协议和申请书都能打印；公示页上是代履行', async () => {
    const kinds = await Promise.all(
      [onBehalf, agreed, throughCourt].map(async (title) =>
        (await viewOf(title)).entries.filter(({ document }) => document).map(({ kind }) => kind),
      ),
    );
    expect(kinds[0]).toEqual(expect.arrayContaining(['demand', 'decision']));
    expect(kinds[1]).toContain('execution-agreement');
    expect(kinds[2]).toContain('court-application');
    const html = await told.publicPage(onBehalf);
    expect(html).toContain('代履行');
    expect(html).toContain(onBehalf);
    expect(html).toContain('行政强制法第五十条、第五十一条');
    expect(html).toContain('二月五日上午由江岸示例工程队拆除');
    expect(html).not.toContain('行政处罚决定书');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});

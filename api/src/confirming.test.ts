import { describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Two confirmations told through HTTP: one asked for and granted after several refusals, one begun by the agency and decided anew. */
const told = toldFiles('confirmation-');
const { get, refused, rowOf, viewOf } = told;

const charity = '东湖示例助学服务中心认定为慈善组织';
const own = '南湖示例路标准地名使用的确认';

describe('确认案', () => {
  it('WHMZ-JL-2-4 NAT-GY-20-1 NAT-CSF-10-2 从申请到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'MATERIALS_INCOMPLETE',
        'EXTRA_BURDEN_FORBIDDEN',
        'NOTICE_MISSING',
        'DOCUMENT_NOT_ISSUED',
        'LEGAL_BASIS_REQUIRED',
      ]),
    );
    const row = await rowOf(charity);
    expect(row).toMatchObject({ kindLabel: '行政确认', stage: 'archive' });
    expect(row.number).toBe('武民确申〔2026〕1号');
    expect(row.documentNumber).toBe('武民确认字〔2026〕2号');
  });

  it('案件页是确认的路径和行为，没有处罚、许可的步骤；当事人的称呼随是否依申请', async () => {
    const view = await viewOf(charity);
    expect(view.partyGroups).toEqual([{ label: '申请人', names: ['东湖示例助学服务中心'] }]);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['登记申请', '受理', '出具凭证', '审查', '作出决定', '归档']),
    );
    // Put away is the end of the way: no stage is still going on.
    expect(view.path.map(({ state }) => state)).toEqual(view.path.map(() => 'done'));
    const begun = await viewOf(own);
    expect(begun.path.map(({ state }) => state)).toContain('now');
    expect(begun.partyGroups[0]?.label).toBe('当事人');
    const names = begun.acts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['case.revoke-confirmation', 'case.serve', 'case.publish']));
    for (const act of [
      'case.file',
      'case.give-notice',
      'case.decide',
      'case.decide-license',
      'case.deliver-license',
    ])
      expect(names).not.toContain(act);
    const accepting = begun.acts.find(({ name }) => name === 'case.accept-application');
    expect(accepting?.refusals[0]?.sentence).toContain('依职权启动');
    expect(begun.path[0]?.steps[0]).toMatchObject({ label: '依职权启动', state: 'done' });
  });

  it('NAT-GY-5-5 撤销之后重新确认的才有效：盖章、送达的是新的决定书', async () => {
    const view = await viewOf(own);
    const decisions = view.entries.filter(({ kind }) => kind === 'decision');
    expect(decisions.map(({ title }) => title)).toEqual([
      '行政确认决定书 武民确认字〔2026〕1号',
      '行政确认决定书 武民确认字〔2026〕3号',
    ]);
    const owed = view.obligations.find(({ label }) => label === '送达确认决定');
    expect(owed?.met).toBeUndefined();
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [charity, own]) expect(rawIn(await viewOf(title))).toEqual([]);
  });

  it('登记的表单写明要什么、依据哪一条', async () => {
    const form = await get<FormView>('/api/forms/case.register-confirmation');
    expect(form.label).toBe('登记确认申请');
    const matter = form.input.find(({ name }) => name === 'matter');
    expect(matter?.options?.map(({ label }) => label)).toContain('慈善组织认定');
    const begun = await get<FormView>('/api/forms/case.open-confirmation');
    const basis = begun.record.find(({ id }) => id === 'opening.basis');
    expect(basis?.clauses.map(({ cite }) => cite).join('')).toContain('合法行政');
  });

  it('决定书能打印；公示页上是予以确认和确认的内容', async () => {
    const view = await viewOf(charity);
    const printed = view.entries.filter(({ document }) => document).map(({ kind }) => kind);
    expect(printed).toEqual(expect.arrayContaining(['decision', 'supplement-notice', 'application-receipt']));
    const html = await told.publicPage(charity);
    expect(html).toContain('予以确认');
    expect(html).toContain('认定东湖示例助学服务中心为慈善组织');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});

import { checkDraw } from '@zhaozhang/core';
import { describe, expect, it } from 'vitest';
import type { CaseView, FormView, InspectionsView } from './contract/index.ts';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Two inspections told through HTTP: one drawn by lot and put right, one that ends as the lead of a penalty. */
const told = toldFiles('inspection-', (title, beginning) => title.startsWith(beginning));
const { get, refused, rowOf, viewOf } = told;

const drawnTitle = '社会组织收费情况检查';
const referredTitle = '社会组织票据使用情况检查';

describe('检查案', () => {
  it('NAT-54-1 NAT-54-3 NAT-54-4 从抽取到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'SEED_KNOWN',
        'DRAW_PENDING',
        'SEED_UNKNOWN',
        'LOT_UNKNOWN',
        'FIELD_MISSING',
        'APPROVAL_PENDING',
        'UNIT_NO_AUTHORITY',
        'STAGE_RECORD_MISSING',
        'OFFICER_NOT_QUALIFIED',
        'CORRECTION_UNCHECKED',
        'REFERRAL_MISSING',
      ]),
    );
    const row = await rowOf(drawnTitle);
    expect(row).toMatchObject({ kindLabel: '行政检查', stage: 'archive', number: '武民检字〔2026〕1号' });
    expect(row.parties).toEqual(['东湖示例助残服务中心']);
  });

  it('NAT-54-3 抽查的记录谁都能重算：换一家、换一个号码就看得出来', async () => {
    const view = await get<InspectionsView>('/api/agency/inspections');
    const [draw] = view.draws;
    if (draw?.result === undefined) throw new Error('没有抽取的结果');
    const published = { terms: draw.terms, commitment: draw.commitment, ...draw.result };
    expect(checkDraw(published)).toEqual([]);
    expect(draw.result.results.map(({ object }) => object)).toEqual([
      '52420100MJH100004Q',
      '52420100MJH100002J',
      '52420100MJH100006Y',
    ]);
    const objects = draw.terms.objects.filter(({ name }) => name !== '沙湖示例养老服务中心');
    expect(checkDraw({ ...published, terms: { ...draw.terms, objects } })).not.toEqual([]);
    expect(checkDraw({ ...published, number: '02 07 11 19 26 30 11' })).not.toEqual([]);
    expect(draw.names['zhou']).toEqual({ name: '周承办', certificate: '鄂执示-00017' });
    expect(view.items.map(({ standing }) => standing)).toEqual(['published', 'published']);
    expect(view.plans[0]?.lines[0]).toMatchObject({ item: drawnTitle, draws: 1 });
  });

  it('案件页是检查的路径和行为，没有处罚的步骤；登记检查任务的表单写明依据', async () => {
    const view = await viewOf(drawnTitle);
    const names = view.acts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['case.inspect-scene', 'case.record-interview', 'case.check-correction']),
    );
    for (const act of ['case.file', 'case.give-notice', 'case.decide', 'case.accept-application'])
      expect(names).not.toContain(act);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['登记检查任务', '审批检查', '进场检查', '检查结果', '核查改正', '归档']),
    );
    const form = await get<FormView>('/api/forms/case.open-inspection');
    expect(form.label).toBe('登记检查任务');
    const why = form.record.find(({ id }) => id === 'inspecting.why-on-site');
    expect(why?.clauses.map(({ cite }) => cite).join('')).toContain('频次与协同段');
    const lots = form.input.find(({ name }) => name === 'draw')?.options ?? [];
    expect(lots.map(({ label }) => label)).toContain('东湖示例助残服务中心');
  });

  it('WHMZ-JL-10-1 涉嫌违法的一个行为、两份案卷：案源写明检查编号，两案互相看得见', async () => {
    const inspection = await viewOf(referredTitle);
    const [causes] = inspection.related ?? [];
    expect(causes).toMatchObject({ relation: '引起对方案件' });
    const lead = await get<CaseView>(`/api/cases/${(causes?.stream ?? '').slice('case/'.length)}`);
    expect(lead.row.kindLabel).toBeUndefined();
    expect(lead.row.title).toContain('汉阳示例商会票据存根缺第三册');
    expect(lead.related?.[0]).toMatchObject({ title: '武民检字〔2026〕2号', relation: '由对方案件引起' });
    const shown = lead.entries.flatMap(({ fields }) => fields.map(({ text }) => text)).join();
    expect(shown).toContain('武民检字〔2026〕2号');
    expect(lead.entries.map(({ title }) => title).join()).toContain('现场笔录（原在 武民检字〔2026〕2号）');
    expect(lead.acts.find(({ name }) => name === 'case.file')).toBeDefined();
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [drawnTitle, referredTitle]) expect(rawIn(await viewOf(title))).toEqual([]);
    const { acts } = await get<InspectionsView>('/api/agency/inspections');
    expect(acts.map(({ label }) => label)).toEqual([
      '登记检查事项',
      '制定年度检查计划',
      '封存抽查名单',
      '抽取检查对象和人员',
    ]);
  });

  it('NAT-54-4 通知书、现场笔录、结果告知书、责令改正通知书都能打印；公示页上是检查结果', async () => {
    const view = await viewOf(drawnTitle);
    const printed = view.entries.filter(({ document }) => document).map(({ kind }) => kind);
    expect(printed).toEqual(
      expect.arrayContaining(['inspection-notice', 'scene-record', 'decision', 'correction-order']),
    );
    const html = await told.publicPage(drawnTitle);
    for (const text of ['检查事项', drawnTitle, '发现问题，责令改正', '康复训练', '东湖示例助残服务中心'])
      expect(html).toContain(text);
    expect(html).not.toContain('违法事实');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});

import { describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** Applications told through HTTP: one granted after several refusals, one deemed accepted and renewed, one after a hearing. */
const told = toldFiles('license-');
const { get, refused, rowOf, viewOf } = told;

describe('许可案', () => {
  it('WHMZ-JL-7-1 NAT-XK-37-1 从申请到归档办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'MATERIALS_INCOMPLETE',
        'EXTRA_BURDEN_FORBIDDEN',
        'OFFICER_COUNT_LOW',
        'APPROVAL_MISSING',
        'DEEMED_ACCEPTED',
        'DEEMED_RENEWED',
      ]),
    );
    const row = await rowOf('民办非企业单位成立登记');
    expect(row).toMatchObject({ kindLabel: '行政许可', stage: 'archive' });
    expect(row.number).toBe('武民许申〔2026〕3号');
    expect(row.parties).toEqual(['沙湖示例养老服务中心筹备组']);
  });

  it('案件页是许可的路径、行为和义务，没有处罚的步骤', async () => {
    const view = await viewOf('民办非企业单位登记证书延续');
    const names = view.acts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['case.deliver-license', 'case.serve', 'case.publish']));
    for (const act of ['case.file', 'case.give-notice', 'case.decide', 'case.record-payment'])
      expect(names).not.toContain(act);
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['登记申请', '受理', '出具凭证', '审查', '颁发证件', '归档']),
    );
    const refusing = view.acts.find(({ name }) => name === 'case.notify-supplement');
    expect(refusing?.status).toBe('refused');
    expect(refusing?.refusals[0]?.sentence).toContain('已经受理');
    const owed = view.obligations.find(({ label }) => label === '颁发、送达许可证件');
    expect(owed?.lawfulDue).toContain('2026-03-30');
  });

  it('NAT-XK-47-1 NAT-XK-48-1 NAT-XK-48-2 邻户要求的听证一步步办成，途中该拒的都拒了', async () => {
    expect(refused).toEqual(
      expect.arrayContaining([
        'HEARING_DUE',
        'CHARGE_FORBIDDEN',
        'CONFLICT_OF_INTEREST',
        'HEARING_NOTICE_SHORT',
        'EVIDENCE_NOT_HEARD',
      ]),
    );
    const view = await viewOf('民办非企业单位住所变更登记');
    expect(view.path.flatMap(({ steps }) => steps.map(({ label }) => label))).toEqual(
      expect.arrayContaining(['告知听证权利', '送达听证告知书', '通知听证', '送达听证通知书', '举行听证']),
    );
    const titles = view.entries.map(({ title }) => title);
    expect(titles.filter((title) => title.endsWith('行政许可听证通知书'))).toHaveLength(2);
    expect(titles).toContain('1 月 13 日向楼上住户示例甲直接送达');
    expect(titles.join('')).not.toContain('行政处罚');
    const printed = view.entries.filter(({ document }) => document).map(({ kind }) => kind);
    expect(printed).toEqual(expect.arrayContaining(['hearing-offer', 'hearing-notice', 'hearing']));
    // Whoever the license touches is no party: not in the list, and not named to the public.
    expect((await rowOf('民办非企业单位住所变更登记')).parties).toEqual(['金银湖示例托育服务中心']);
    expect(await told.publicPage('民办非企业单位住所变更登记')).not.toContain('住户示例甲');
  });

  it('NAT-XK-47-1 案件页另列利害关系人，何时怎样告知、由谁代理；参照处罚的拒绝写明是参照', async () => {
    const view = await viewOf('民办非企业单位住所变更登记');
    expect(view.parties.map(({ name }) => name)).toEqual(['金银湖示例托育服务中心']);
    expect(view.interested).toEqual([
      {
        id: 'n1',
        name: '楼上住户示例甲',
        fields: [
          { label: '告知', text: expect.stringMatching(/^2026 年 1 月 \d+ 日，/) },
          { label: '委托代理人', text: '住户示例乙（近亲属，一般授权）' },
        ],
      },
    ]);
    expect(refused).toContain('FIELD_MISSING');
    const form = await get<FormView>(
      `/api/cases/${view.stream.slice('case/'.length)}/forms/case.appoint-agent`,
    );
    const letter = form.record.find(({ id }) => id === 'agent.letter');
    expect(letter).toMatchObject({ borrowed: true, clauses: [{ cite: '《行政处罚法》第六十四条第五项' }] });
    expect(form.input.find(({ name }) => name === 'party')?.options?.map(({ label }) => label)).toEqual([
      '金银湖示例托育服务中心',
      '楼上住户示例甲',
    ]);
  });

  it('听证的表单列出申请人和利害关系人、卷内可以出示的材料，名称用中文', async () => {
    const { stream } = await rowOf('民办非企业单位住所变更登记');
    const forms = `/api/cases/${stream.slice('case/'.length)}/forms`;
    const held = await get<FormView>(`${forms}/case.hold-hearing`);
    const options = (name: string) => held.input.find((one) => one.name === name)?.options ?? [];
    expect(options('examined').map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringContaining('许可申请'), '1 月 8 日的审查记录']),
    );
    expect(options('notice').map(({ label }) => label)).toContain('1 月 29 日的行政许可听证通知书');
    const offer = await get<FormView>(`${forms}/case.offer-hearing`);
    const told = offer.input.find(({ name }) => name === 'parties');
    expect(told?.options?.map(({ label }) => label)).toEqual(['金银湖示例托育服务中心', '楼上住户示例甲']);
  });

  it('屏幕上没有一处露出编号或者英文', async () => {
    for (const title of [
      '民办非企业单位成立登记',
      '民办非企业单位登记证书延续',
      '民办非企业单位住所变更登记',
    ])
      expect(rawIn(await viewOf(title))).toEqual([]);
  });

  it('登记申请的表单写明要什么、依据哪一条', async () => {
    const form = await get<FormView>('/api/forms/case.register-application');
    expect(form.label).toBe('登记许可申请');
    const written = form.record.find(({ id }) => id === 'application.form');
    expect(written?.clauses.map(({ cite }) => cite).join('')).toContain('第七条');
    const materials = form.input.find(({ name }) => name === 'materials');
    expect(materials?.rows?.map(({ label }) => label)).toEqual(['材料名称', '收到的情况']);
    expect(materials?.rows?.[1]?.options?.map(({ label }) => label)).toContain('没有提交');
  });

  it('决定书、补正告知书和凭证都能打印；公示页上是准予许可', async () => {
    const view = await viewOf('民办非企业单位成立登记');
    const printed = view.entries.filter(({ document }) => document).map(({ kind }) => kind);
    expect(printed).toEqual(expect.arrayContaining(['decision', 'supplement-notice', 'application-receipt']));
    const html = await told.publicPage('民办非企业单位成立登记');
    expect(html).toContain('准予行政许可');
    expect(html).toContain('民办非企业单位成立登记');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});

import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { entriesOf } from '@zhaozhang/core';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
import type { RehearsedStep } from '@zhaozhang/law/rehearsal';
import { documentKinds } from './kinds.ts';
import { renderDocument } from './render-document.ts';
import type { Showing } from './value-text.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const hostile = '<img src=x onerror=alert(1)>&"';

/** What is held beside the standard case; other asides tell of cases that go another way, such as an officer's recusal. */
const heldAsWell = ['statute', 'triage', 'judge', 'submit', 'accept', 'conclude', 'discussion'];

/** The standard case, played to its end, with hostile text in one field. */
async function played(): Promise<Showing> {
  const standard = parse(await readFile(at('../../law/examples/standard.yaml'), 'utf8')) as {
    setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
    steps: (RehearsedStep & { as: string })[];
    asides: (RehearsedStep & { as: string })[];
  };
  const { law } = compileBundle(library, [...library.packs.keys()]);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const rehearsal = new Rehearsal(law, begin);
  // Under all packs the decision is a major one, and the legal review beside the standard case is held as well.
  const steps = [...standard.steps, ...standard.asides.filter(({ as }) => heldAsWell.includes(as))].sort(
    (a, b) => ((a.entered ?? a.at) < (b.entered ?? b.at) ? -1 : 1),
  );
  for (const step of steps) {
    const record = step.as === 'decide' ? { ...step.record, 'decision.performance': hostile } : step.record;
    const outcome = rehearsal.play({ ...step, record });
    expect('refusals' in outcome.decision ? outcome.decision.refusals : []).toEqual([]);
  }
  return { state: rehearsal.state, agency: rehearsal.agency, law };
}

let showing: Showing;
beforeAll(async () => {
  showing = await played();
});

const drawn = (kind: 'notice' | 'decision' | 'defence-review'): string => {
  const entry = showing.state.entries.find((one) => one.kind === kind);
  return entry === undefined ? '' : (renderDocument(entry, showing) ?? '');
};

describe('文书是卷内记录的投影', () => {
  it('WHMZ-JL-14-1 告知书逐项印出权利、期限和受理的部门', () => {
    const html = drawn('notice');
    for (const right of ['陈述', '申辩', '申请回避'])
      expect(html).toMatch(new RegExp(`${right}[^；]*社会组织管理处`));
  });

  it('NAT-CF-45-2 WHMZ-JL-14-5 决定书逐项列出陈述申辩和采纳情况，复核记录写明复核人、方式、结论和理由', () => {
    const reason = '配合调查属实，拟处罚已按从轻提出，不再另减。';
    expect(drawn('decision')).toContain('陈述申辩和采纳情况');
    expect(drawn('decision')).toContain(`复核结论：成立，不影响结果。理由：${reason}`);
    const review = drawn('defence-review');
    for (const said of ['李协办', '核对询问笔录和案卷材料', '成立', reason]) expect(review).toContain(said);
  });

  it('决定书载明第五十九条的六项：当事人、事实证据、种类依据、履行、救济、机关和日期（NAT-CF-59-1）', () => {
    const html = drawn('decision');
    const decision = entriesOf(showing.state, 'decision')[0];
    for (const id of ['decision.facts', 'decision.basis', 'decision.reconsideration', 'decision.litigation'])
      expect(html).toContain(String(decision?.record[id]));
    expect(html).toContain(entriesOf(showing.state, 'party')[0]?.data.name);
    expect(html).toContain('没收违法所得');
    expect(html).toContain(decision?.data.number);
    expect(html).toContain(showing.agency.name);
    expect(html).toContain('2026 年 3 月 20 日');
  });

  it('告知书载明拟作出的处罚、事实、理由、依据和权利（NAT-CF-44-1、NAT-CF-44-2）', () => {
    const html = drawn('notice');
    const notice = entriesOf(showing.state, 'notice')[0];
    for (const id of ['notice.facts', 'notice.reasons', 'notice.basis', 'notice.rights'])
      expect(html).toContain(String(notice?.record[id]));
    expect(html).toContain('陈述申辩期限');
  });

  it('WHMZ-JL-20-1 NAT-CF-59-2 决定之后当事人的登记再更正，决定书写的还是作出时的；盖的章印在落款', () => {
    const before = drawn('decision');
    const entries = showing.state.entries.map((entry) =>
      entry.kind === 'party' ? { ...entry, data: { ...entry.data, name: '改后的名称' } } : entry,
    );
    const decision = entriesOf(showing.state, 'decision')[0];
    if (decision === undefined) throw new Error('标准案没有决定');
    const after = renderDocument(decision, { ...showing, state: { ...showing.state, entries } });
    const heading = (html = ''): string => html.slice(html.indexOf('当事人：'), html.indexOf('</p>'));
    expect(heading(after)).toBe(heading(before));
    expect(before).toContain('已加盖本机关印章（实体印章）');
  });

  it('作出决定之前的自查留在卷内，不印给当事人（WHMZ-ZZ-22-2）', () => {
    const decision = entriesOf(showing.state, 'decision')[0];
    expect(decision?.record['decision.outcome-just']).toBe('yes');
    expect(drawn('decision')).not.toContain('自查');
  });

  it('本地规则另要求载明的栏目，没有专门的一节也印在最后；没有的不出这一节', () => {
    const decision = entriesOf(showing.state, 'decision')[0];
    expect(drawn('decision')).not.toContain('其他载明的事项');
    if (decision === undefined) throw new Error('标准案没有决定');
    const fields = { ...showing.law.fields };
    fields['decision.contact'] = { id: 'decision.contact', label: '承办人联系电话', type: 'text' };
    const record = { ...decision.record, 'decision.contact': hostile };
    const html = renderDocument({ ...decision, record }, { ...showing, law: { ...showing.law, fields } });
    expect(html).toContain('九、其他载明的事项');
    expect(html).toContain('承办人联系电话：&lt;img');
  });

  it('送达回证写明受送达人、文书、方式和凭据；寄出的写明何时收件或者退回（WHMZ-JL-21-4）', () => {
    const service = entriesOf(showing.state, 'service')[0];
    if (service === undefined) throw new Error('标准案没有送达');
    const direct = renderDocument(service, showing) ?? '';
    for (const text of [
      '送达回证',
      '受送达人：青禾示例服务中心',
      '事先告知书',
      '签收人：唐示例',
      '签收时刻：2026 年',
    ])
      expect(direct).toContain(text);
    const posted: typeof service = {
      ...service,
      data: { ...service.data, method: 'post' },
      record: { 'service.mail-number': hostile },
    };
    const came = {
      ...service,
      ...{ id: 'V1', kind: 'delivery', data: { service: service.id } },
      record: { 'service.recipient': '唐代收' },
    } as unknown as (typeof showing.state.entries)[number];
    const entries = [...showing.state.entries.filter((one) => one !== service), posted, came];
    const html = renderDocument(posted, { ...showing, state: { ...showing.state, entries } }) ?? '';
    expect(html).toContain('送达方式：邮寄送达');
    expect(html).toContain('邮件编号：&lt;img');
    expect(html).toMatch(/收件登记：.*签收人：唐代收/s);
  });

  it('更正告知书写明更正哪一份决定书、缺漏和救济途径（NAT-CF-7-1）', () => {
    const decision = entriesOf(showing.state, 'decision')[0];
    if (decision === undefined) throw new Error('标准案没有决定');
    const rectified = {
      ...decision,
      ...{ id: 'T1', kind: 'remedy-rectification', act: 'case.rectify-remedies' },
      data: { decision: decision.id },
      record: {
        'rectification.lacking': '决定书漏印提起行政诉讼的途径和期限。',
        'decision.reconsideration': '自收到本告知书之日起六十日内申请行政复议。',
        'decision.litigation': '自收到本告知书之日起六个月内提起行政诉讼。',
      },
    } as unknown as (typeof showing.state.entries)[number];
    const html = renderDocument(rectified, showing) ?? '';
    for (const text of ['行政处罚更正告知书', '罚决字〔2026〕1号', '漏印', '六十日内', '六个月内'])
      expect(html).toContain(text);
    expect(html).not.toContain('已不在卷内');
  });

  it('同一条记录画两次，一字不差', () => {
    expect(drawn('decision')).toBe(drawn('decision'));
  });

  it('栏目里的标记原样印出，不会成为页面的一部分', () => {
    const html = drawn('decision');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;');
  });

  it('NAT-CF-55-3 询问笔录写明执法人员和问答，不写当事人的登记事项：被询问人不一定是当事人', () => {
    const interview = entriesOf(showing.state, 'interview')[0];
    const html = (interview && renderDocument(interview, showing)) ?? '';
    for (const said of ['询问笔录', '唐示例', '陈主办（执法证件', '收费活动由谁组织', '被询问人签名'])
      expect(html).toContain(said);
    expect(html).not.toContain('统一社会信用代码');
    expect(html).not.toContain('联合执法');
  });

  it('不是文书的记录没有页面；每种文书各有所取的记录', () => {
    const lead = entriesOf(showing.state, 'lead')[0];
    expect(lead && renderDocument(lead, showing)).toBeUndefined();
    expect(
      new Set(
        documentKinds.map(
          ({ entry, act = '', of = '', where = {} }) => `${entry} ${act} ${of} ${JSON.stringify(where)}`,
        ),
      ).size,
    ).toBe(documentKinds.length);
  });
});

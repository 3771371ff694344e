import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { kindOf } from '../kind.ts';
import { pathOf } from '../path.ts';
import { stageLabelOf, stageOf } from '../stage.ts';
import { summaryOf } from '../summary.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'npc/civil-code/2021-01-01',
  'finance-ministry/non-tax-revenue/2016-03-15',
]);

const party = (id: string) => ({ id, name: `${id}中心`, kind: 'other-organisation', record: {} });
const opened = (form: string, change: object = {}): Told => ({
  id: 'O1',
  act: 'case.open-levy',
  by: 'h1',
  at: '2026-03-02T09:00',
  input: {
    form,
    item: '示例事项',
    bases: [{ instrument: '示例条例', article: '第二条', rank: 'regulation' }],
    parties: [party('P1')],
    ...change,
  },
  record:
    form === 'fee'
      ? { 'levy.standard': '每户二十元', 'levy.duty': 'no' }
      : { 'levy.interest': '安置受灾群众', 'levy.need': '水灾，场所不足' },
});
/** An act at the end of a file, entered then. */
const now = (act: string, input: unknown, change: Partial<Told> = {}): Told => ({
  id: 'X1',
  act: `case.${act}`,
  by: 'h1',
  at: '2026-03-20T09:00',
  input,
  ...change,
});
const valuing = now('value-property', { party: 'P1', property: '客房', appraiser: '示例评估', amount: 500 });
const paying = now('record-levy-payment', { party: 'P1', amount: 500, account: 'treasury' });
const compensating = now('pay-compensation', { party: 'P1', amount: 500 });
const taking = now('take-possession', { party: 'P1', property: '客房' });
const share = { party: 'P1', amount: 500, reckoning: '按评估' };
const deciding = (change: object = {}): Told =>
  now('decide-levy', { outcome: 'levied', shares: [share], ...change });

function played(...told: readonly Told[]): PlayedCase {
  const one = new PlayedCase(law, staffedAgency());
  for (const each of told) one.do(each);
  return one;
}
/** As far as the decision. */
const decided = (form: string, outcome = 'levied'): readonly Told[] => [
  opened(form),
  {
    act: 'case.assign-handlers',
    by: 'chief',
    at: '2026-03-03T09:00',
    input: { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
  },
  ...(form === 'fee' ? [] : [{ ...valuing, id: 'V1', at: '2026-03-04T09:00' }]),
  {
    act: 'case.consult-party',
    by: 'h1',
    at: '2026-03-05T09:00',
    input: { party: 'P1', means: 'in-person', intended: '拟予以征收，按标准计算' },
    record: { 'told.proof': '当场签收' },
  },
  {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-09T09:00',
    input: { matter: 'decision', opinion: 'agree' },
    record: { 'approval.comment': '同意' },
  },
  {
    ...deciding(outcome === 'levied' ? {} : { outcome, shares: [] }),
    id: 'D1',
    at: '2026-03-10T09:00',
    record: {
      'levy.payment-told': '十五日内到代收银行缴入国库',
      'decision.reconsideration': '可以自收到本决定书之日起六十日内申请行政复议',
      'decision.litigation': '可以自收到本决定书之日起六个月内提起行政诉讼',
      ...(outcome === 'levied' ? {} : { 'levy.reduction': '财政局批准免征' }),
    },
  },
];

const cases: readonly [string, readonly Told[], Told, string][] = [
  ['启动两次', [opened('fee')], { ...opened('fee'), id: 'X1' }, 'APPLICATION_REGISTERED'],
  ['两名当事人用同一编号', [], opened('fee', { parties: [party('P1'), party('P1')] }), 'INPUT_INVALID'],
  ['费用没有评估', [opened('fee')], valuing, 'KIND_MISMATCH'],
  [
    '评估的不是当事人',
    [opened('requisition')],
    { ...valuing, input: { ...(valuing.input as object), party: 'P9' } },
    'PARTY_UNKNOWN',
  ],
  ['决定之后评估', decided('requisition'), valuing, 'ALREADY_DECIDED'],
  ['决定两次', decided('fee'), deciding(), 'ALREADY_DECIDED'],
  ['没有列全各人的金额', [opened('fee')], deciding({ shares: [] }), 'INPUT_INVALID'],
  ['同一人列两次', [opened('fee')], deciding({ shares: [share, share] }), 'INPUT_INVALID'],
  ['不予征收而又列了金额', [opened('fee')], deciding({ outcome: 'not-levied' }), 'INPUT_INVALID'],
  ['没有决定就登记缴费', [opened('fee')], paying, 'NOT_YET_DECIDED'],
  ['不予征收的没有费用可缴', decided('fee', 'not-levied'), paying, 'NOTHING_LEVIED'],
  ['财产没有费用可缴', decided('requisition'), paying, 'KIND_MISMATCH'],
  ['费用没有补偿', decided('fee'), compensating, 'KIND_MISMATCH'],
  ['没有决定就支付补偿', [opened('requisition')], compensating, 'NOT_YET_DECIDED'],
  ['费用没有财产可接收', decided('fee'), taking, 'KIND_MISMATCH'],
  ['没有决定就接收', [opened('requisition')], taking, 'NOT_YET_DECIDED'],
  [
    '没有接收就返还',
    decided('requisition'),
    now('return-property', { party: 'P1', state: 'intact' }),
    'NOTHING_TAKEN',
  ],
  [
    '征收的财产不返还',
    decided('expropriation'),
    now('return-property', { party: 'P1', state: 'intact' }),
    'KIND_MISMATCH',
  ],
];

describe('征收征用案卷本身不容许的', () => {
  it.each(cases)('%s', (_what, before, told, code) => {
    const found = played(...before)
      .refused(told)
      .find((one) => one.code === code);
    expect(found).toMatchObject({ act: told.act, effect: 'void', clauses: [] });
    expect(found?.because).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('征收征用案卷怎样显示', () => {
  it('阶段依次推进，费用和财产各有各的路径', () => {
    const one = played(opened('fee'));
    expect(kindOf(one.state)).toBe('levy');
    expect(stageOf(one.state)).toBe('initiation');
    expect(stageLabelOf('execution', 'levy')).toBe('送达履行');
    const { state } = played(...decided('fee'));
    expect(stageOf(state)).toBe('execution');
    expect(summaryOf(state)).toMatchObject({ kind: 'levy', title: '示例事项' });
    const acts = (form: string, outcome?: string) =>
      pathOf(played(...decided(form, outcome)).state).map(({ act }) => act);
    expect(acts('fee')).toContain('case.record-levy-payment');
    expect(acts('fee', 'not-levied')).not.toContain('case.record-levy-payment');
    expect(acts('expropriation')).not.toContain('case.return-property');
    expect(acts('requisition')).toContain('case.return-property');
  });
});

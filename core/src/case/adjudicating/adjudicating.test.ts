import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { kindOf } from '../kind.ts';
import { partyGroups } from '../parties/party-groups.ts';
import { pathOf } from '../path.ts';
import { stageOf } from '../stage.ts';
import { summaryOf } from '../summary.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'central-offices/adjudication-opinion/2018-12-31',
]);

const p1 = { id: 'P1', name: '甲某', kind: 'person', role: 'applicant', record: {} };
const p2 = { id: 'P2', name: '乙中心', kind: 'other-organisation', role: 'respondent', record: {} };
const p3 = { id: 'P3', name: '丙中心', kind: 'other-organisation', role: 'third-party', record: {} };
const application = {
  dispute: 'compensation',
  item: '迁移墓位的补偿争议',
  claims: '请求补偿迁移费用三千元',
  channel: 'window',
  parties: [p1, p2],
  materials: [{ name: '裁决申请书', state: 'complete' }],
};
const applied = (change: object = {}): Told => ({
  id: 'A1',
  act: 'case.register-adjudication',
  by: 'h1',
  at: '2026-03-02T09:00',
  input: { ...application, ...change },
  record: { 'application.form': '申请书一份' },
});
const accepted: Told = {
  id: 'C1',
  act: 'case.accept-application',
  by: 'h1',
  at: '2026-03-02T10:00',
  input: {},
  record: { 'accepting.power': '示例条例第十七条', 'accepting.court': 'no' },
};
/** An act at the end of a file, entered then. */
const now = (act: string, input: unknown, change: Partial<Told> = {}): Told => ({
  id: 'X1',
  act: `case.${act}`,
  by: 'h1',
  at: '2026-03-20T09:00',
  input,
  ...change,
});
const asking: Told = now(
  'notify-answer',
  { party: 'P2' },
  { id: 'N1', at: '2026-03-03T09:00', record: { 'answering.told': '十日内提交答辩，申请书副本附后' } },
);
const mediating = (change: object = {}): Told =>
  now('mediate-dispute', { officers: ['h1', 'h2'], outcome: 'failed', ...change });
const holding = (change: object = {}): Told =>
  now('hold-inquiry', {
    officers: ['h1', 'h2'],
    parties: ['P1', 'P2'],
    record: '各方陈述并质证',
    ...change,
  });
const deciding = now('decide-adjudication', { outcome: 'partly', order: '补偿一千五百元。' });

function played(...told: readonly Told[]): PlayedCase {
  const one = new PlayedCase(law, staffedAgency());
  for (const each of told) one.do(each);
  return one;
}

const open = [applied(), accepted];
const cases: readonly [string, readonly Told[], Told, string][] = [
  ['申请只登记一次', [applied()], { ...applied(), id: 'X1' }, 'APPLICATION_REGISTERED'],
  ['没有被申请人', [], applied({ parties: [p1, { ...p3, role: 'applicant' }] }), 'INPUT_INVALID'],
  ['两名当事人用同一编号', [], applied({ parties: [p1, { ...p2, id: 'P1' }] }), 'INPUT_INVALID'],
  ['没有受理就通知答辩', [applied()], { ...asking, id: 'X1' }, 'STAGE_RECORD_MISSING'],
  ['通知答辩的是申请人', open, now('notify-answer', { party: 'P1' }), 'PARTY_UNKNOWN'],
  ['同一被申请人通知两次', [...open, asking], { ...asking, id: 'X1' }, 'ALREADY_NOTIFIED'],
  ['申请人没有答辩可登记', open, now('record-answer', { party: 'P1', answer: '没有意见' }), 'PARTY_UNKNOWN'],
  [
    '卷外的人提交证据',
    open,
    now('receive-evidence', { party: 'P9', pieces: [{ name: '合同', shows: '约定' }] }),
    'PARTY_UNKNOWN',
  ],
  ['到场的人不在本案', open, holding({ parties: ['P9'] }), 'PARTY_UNKNOWN'],
  ['名录之外的人审理', open, holding({ officers: ['h1', 'nobody'] }), 'OFFICER_UNKNOWN'],
  ['名录之外的人调解', open, mediating({ officers: ['h1', 'nobody'] }), 'OFFICER_UNKNOWN'],
  ['达成协议而没有写内容', open, mediating({ outcome: 'agreed' }), 'INPUT_INVALID'],
  ['没有受理就裁决', [applied()], deciding, 'STAGE_RECORD_MISSING'],
];

const agreed: Told = {
  ...mediating({ outcome: 'agreed', terms: '退还五百元，别无争议。' }),
  id: 'M1',
  at: '2026-03-10T09:00',
  record: { 'mediation.signed': '双方当日签名' },
};

describe('裁决案卷本身不容许的', () => {
  it.each(cases)('%s', (_what, before, told, code) => {
    const found = played(...before)
      .refused(told)
      .find((one) => one.code === code);
    expect(found).toMatchObject({ act: told.act, effect: 'void', clauses: [] });
    expect(found?.because).toMatch(/[\u4e00-\u9fff]/);
  });

  it('达成协议之后什么也不再办，只剩结案', () => {
    const one = played(...open, agreed);
    for (const told of [holding(), mediating(), deciding])
      expect(one.refused(told).map(({ code }) => code)).toContain('DISPUTE_SETTLED');
    expect(pathOf(one.state).map(({ act }) => act)).not.toContain('case.decide-adjudication');
  });

  it('有瑕疵的协议不是协议', () => {
    const one = played(...open);
    expect(one.refused({ ...agreed, record: {} }).map(({ code }) => code)).toContain('FIELD_MISSING');
  });
});

describe('裁决案卷怎样显示', () => {
  it('各方按地位称呼，阶段依次推进', () => {
    const one = played(applied({ parties: [p1, p2, p3] }));
    expect(kindOf(one.state)).toBe('adjudication');
    expect(stageOf(one.state)).toBe('initiation');
    expect(partyGroups(one.state)).toEqual([
      { label: '申请人', names: ['甲某'] },
      { label: '被申请人', names: ['乙中心'] },
      { label: '第三人', names: ['丙中心'] },
    ]);
    expect(summaryOf(one.state)).toMatchObject({ kind: 'adjudication', title: '迁移墓位的补偿争议' });
    one.do(accepted);
    expect(stageOf(one.state)).toBe('investigation');
  });
});

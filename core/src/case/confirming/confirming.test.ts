import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { confirmationAct, confirmationAt } from '../../trial/confirmed-path.ts';
import type { ConfirmationStep } from '../../trial/confirmed-path.ts';
import type { Told } from '../../trial/played-case.ts';
import { kindOf } from '../kind.ts';
import { partyGroups } from '../parties/party-groups.ts';
import { pathOf } from '../path.ts';
import { decisionOf } from '../reading.ts';
import { stageLabelOf, stageOf } from '../stage.ts';
import { summaryOf } from '../summary.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'npc/licensing-law/2019-04-23',
  'npc/charity-law/2024-09-05',
]);

/** An act at the end of a file, entered then. */
const now = (act: string, input: unknown, change: Partial<Told> = {}): Told => ({
  id: 'X1',
  act: `case.${act}`,
  by: 'h1',
  at: '2026-03-20T09:00',
  input,
  ...change,
});
const applied = (change: object): Told => ({
  ...confirmationAct('applied'),
  id: 'X1',
  input: { ...(confirmationAct('applied').input as object), ...change },
});
const begun = (change: object = {}): Told => ({
  id: 'B1',
  act: 'case.open-confirmation',
  by: 'h1',
  at: '2026-03-02T09:00',
  input: {
    matter: 'other',
    item: '示例路标准地名使用的确认',
    parties: [{ id: 'P1', name: '江城示范中心', kind: 'other-organisation', record: {} }],
    ...change,
  },
  record: { 'opening.basis': '地名管理条例第十五条', 'opening.reason': '路牌与标准地名不一致' },
});
const revoking: Told = now(
  'revoke-confirmation',
  { way: 'reconsideration', ground: 'facts' },
  { by: 'head' },
);
const deciding = (change: object): Told => ({
  ...confirmationAct('decided'),
  id: 'X1',
  input: { ...(confirmationAct('decided').input as object), ...change },
});
const twice = [
  { id: 'P1', name: '甲中心', kind: 'other-organisation', record: {} },
  { id: 'P1', name: '乙中心', kind: 'other-organisation', record: {} },
];

const cases: readonly [string, ConfirmationStep | undefined, Told, string][] = [
  ['申请只登记一次', 'applied', applied({}), 'APPLICATION_REGISTERED'],
  ['两名申请人用同一编号', undefined, applied({ parties: twice }), 'INPUT_INVALID'],
  [
    '同一材料列两次',
    undefined,
    applied({
      materials: [
        { name: '认定申请书', state: 'complete' },
        { name: '认定申请书', state: 'missing' },
      ],
    }),
    'INPUT_INVALID',
  ],
  ['登记申请之后又依职权启动', 'applied', { ...begun(), id: 'X1' }, 'APPLICATION_REGISTERED'],
  ['两名当事人用同一编号', undefined, begun({ parties: twice }), 'INPUT_INVALID'],
  [
    '当事人的编号就是启动的编号',
    undefined,
    begun({ parties: [{ id: 'B1', name: '甲中心', kind: 'other-organisation', record: {} }] }),
    'ID_TAKEN',
  ],
  [
    '没有登记就听取意见',
    undefined,
    now('consult-party', confirmationAct('consulted').input),
    'APPLICATION_REQUIRED',
  ],
  [
    '听取的不是本案的当事人',
    'examined',
    now('consult-party', { ...(confirmationAct('consulted').input as object), party: 'P9' }),
    'PARTY_UNKNOWN',
  ],
  [
    '决定之后听取意见',
    'decided',
    now('consult-party', confirmationAct('consulted').input),
    'ALREADY_DECIDED',
  ],
  ['决定两次', 'decided', deciding({}), 'ALREADY_DECIDED'],
  ['予以确认而没有写内容', 'approved', deciding({ content: undefined }), 'INPUT_INVALID'],
  [
    '予以确认而又列了没有满足的条件',
    'approved',
    deciding({ unmet: [{ condition: '不以营利为目的', reason: '有分红' }] }),
    'INPUT_INVALID',
  ],
  ['没有决定就撤销', 'approved', revoking, 'NOT_YET_DECIDED'],
  [
    '撤销早于决定',
    'decided',
    { ...revoking, at: '2026-03-10T09:00', entered: '2026-03-20T09:00' },
    'STEP_ORDER',
  ],
  [
    '确认案没有许可证件可发',
    'decided',
    now('deliver-license', { number: '江登字 1', form: 'paper', validFrom: '2026-03-20' }),
    'KIND_MISMATCH',
  ],
];

describe('确认案卷本身不容许的', () => {
  it.each(cases)('%s', (_what, until, told, code) => {
    const refusals = confirmationAt(law, until).refused(told);
    const found = refusals.find((one) => one.code === code);
    expect(found).toMatchObject({ act: told.act, effect: 'void', clauses: [] });
    expect(found?.because).toMatch(/[\u4e00-\u9fff]/);
  });

  it('撤销一次；撤销之后重新决定的有效，指明代替的是哪一件', () => {
    const played = confirmationAt(law, 'served');
    const record = { 'revoking.reason': '复议认定事实有误', 'revoking.evidence': '复议决定书' };
    played.do({ ...revoking, id: 'V1', record });
    expect(decisionOf(played.state)).toBeUndefined();
    expect(played.refused(revoking).map(({ code }) => code)).toContain('ALREADY_REVOKED');
    played.do({ ...confirmationAct('approved'), at: '2026-03-23T09:00' });
    played.do({ ...confirmationAct('decided'), id: 'D2', at: '2026-03-23T10:00' });
    expect(decisionOf(played.state)?.data).toMatchObject({ remakes: 'D1', outcome: 'confirmed' });
  });
});

describe('确认案卷怎样显示', () => {
  it('依申请的：阶段依次推进，名称、编号、称呼是申请的', () => {
    const at = (step: ConfirmationStep) => stageOf(confirmationAt(law, step).state);
    expect(at('applied')).toBe('initiation');
    expect(at('accepted')).toBe('investigation');
    expect(at('examined')).toBe('decision');
    expect(at('decided')).toBe('execution');
    expect(stageLabelOf('initiation', 'confirmation')).toBe('启动受理');
    const { state } = confirmationAt(law, 'decided');
    expect(kindOf(state)).toBe('confirmation');
    expect(summaryOf(state)).toMatchObject({ kind: 'confirmation', title: '江城示范中心认定为慈善组织' });
    expect(summaryOf(state).number).toMatch(/确申/);
    expect(partyGroups(state)).toEqual([{ label: '申请人', names: ['江城示范中心'] }]);
  });

  it('依职权的：没有受理这一步，指派之后就审查，称呼是当事人', () => {
    const played = confirmationAt(law, undefined);
    played.do(begun());
    expect(stageOf(played.state)).toBe('initiation');
    expect(pathOf(played.state).map(({ act }) => act)).not.toContain('case.accept-application');
    expect(played.refused(now('accept-application', {})).map(({ code }) => code)).toContain(
      'APPLICATION_REQUIRED',
    );
    played.do(confirmationAct('handlers-assigned'));
    expect(stageOf(played.state)).toBe('investigation');
    expect(partyGroups(played.state)[0]?.label).toBe('当事人');
  });

  it('不予受理之后只剩凭证和结案', () => {
    const played = confirmationAt(law, 'applied');
    played.do(
      now(
        'refuse-acceptance',
        { ground: 'not-eligible' },
        {
          id: 'R1',
          at: '2026-03-02T11:00',
          record: {
            'refusing.reason': '申请人不是可以申请认定的组织',
            'refusing.basis': '慈善法第十条',
            'refusing.remedies': '可以申请行政复议',
          },
        },
      ),
    );
    expect(pathOf(played.state).map(({ act }) => act)).toEqual([
      'case.register-confirmation',
      'case.refuse-acceptance',
      'case.issue-receipt',
      'case.close',
      'case.bind-file',
      'case.archive',
    ]);
  });
});

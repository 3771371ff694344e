import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { inspectionAct, inspectionAt } from '../../trial/inspected-path.ts';
import { caseAt, lawfulAct } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { instant } from '../../time/index.ts';
import { timelessScene } from '../../rules/scene.ts';
import { wholeCase } from '../../rules/subject.ts';
import { requirements } from '../../requirements.ts';
import { publicPage } from '../../publication/page.ts';
import { evidenceStanding } from '../inquiry/verification.ts';
import { ofJoint } from '../facts/of-joint.ts';
import { entriesOf } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { entryTitle } from '../title.ts';
import { partnersAt, partnersOf } from './partners.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'state-council-office/enterprise-inspection/2025-01-03',
]);

const join = (at: string, change: object = {}, id = 'J1'): Told => ({
  ...{ id, act: 'case.join-enforcement', by: 'h1', at },
  input: {
    ...{ name: '江城市公安局', role: 'lead', matters: [{ matter: '治安管理' }] },
    ...{ ours: [{ matter: '社会团体管理' }], people: [{ name: '武民警', certificate: 'GA-01' }] },
    ...{ document: '《联合整治方案》（江府办〔2026〕3 号）', ...change },
  },
});
const result = (at: string, input: object, id = 'K1'): Told => ({
  ...{ id, act: 'case.record-partner-result', by: 'h1', at, input: { partner: 'J1', ...input } },
});
const leave = (at: string, partner = 'J1'): Told => ({
  ...{ id: 'V1', act: 'case.leave-enforcement', by: 'h1', at },
  input: { partner, reason: '该机关的事项已经办结' },
});
const refused = (played: PlayedCase, told: Told) => codesOfRefusals(played.refused(told));
const joined = (milestone: Parameters<typeof caseAt>[1], at: string, change: object = {}): PlayedCase => {
  const played = caseAt(law, milestone);
  played.do(join(at, change));
  return played;
};

describe('登记联合执法的机关', () => {
  it('一个接一个登记；同一机关、本机关自己、第二个牵头的，拒绝', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    played.do(join('2026-03-04T09:00', { name: '江城市市场监督管理局', role: 'support' }, 'J2'));
    expect(partnersOf(played.state).map(({ name, role }) => [name, role])).toEqual([
      ['江城市公安局', 'lead'],
      ['江城市市场监督管理局', 'support'],
    ]);
    expect(summaryOf(played.state).partners).toEqual(['江城市公安局', '江城市市场监督管理局']);
    const again = (change: object) => refused(played, join('2026-03-04T10:00', change, 'J3'));
    expect(again({ name: '江城市 公安局', role: 'support' })).toEqual(['ALREADY_JOINED']);
    expect(again({ name: '江城市民政局' })).toEqual(['PARTNER_SELF']);
    expect(again({ name: '江城市教育局' })).toEqual(['LEAD_TAKEN']);
    expect(again({ name: '江城市教育局', role: 'support', matters: [] })).toEqual(['INPUT_INVALID']);
    expect(again({ name: '江城市教育局', role: 'support', document: undefined })).toEqual(['INPUT_INVALID']);
  });

  it('退出之后不再联合，之前的照旧；先退出才能再参加，早于退出的不能', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    expect(refused(played, leave('2026-03-03T13:00'))).toEqual(['STEP_ORDER']);
    expect(refused(played, leave('2026-03-05T09:00', 'H1'))).toEqual(['PARTNER_UNKNOWN']);
    played.do(leave('2026-03-05T09:00'));
    const on = (at: string) => partnersAt(played.state, instant(at)).length;
    expect([
      on('2026-03-03T13:59'),
      on('2026-03-03T14:00'),
      on('2026-03-05T08:59'),
      on('2026-03-05T09:00'),
    ]).toEqual([0, 1, 1, 0]);
    expect(summaryOf(played.state).partners).toBeUndefined();
    expect(refused(played, { ...leave('2026-03-05T10:00'), id: 'V2' })).toEqual([
      'NO_PARTNER',
      'PARTNER_UNKNOWN',
    ]);
    const back = { ...join('2026-03-05T08:00', {}, 'J2'), entered: '2026-03-06T09:00' };
    expect(refused(played, back)).toEqual(['STEP_ORDER']);
    played.do(join('2026-03-06T09:00', {}, 'J2'));
    expect(partnersOf(played.state).map(({ id, left }) => [id, left?.id])).toEqual([
      ['J1', 'V1'],
      ['J2', undefined],
    ]);
    expect(played.state.entries.slice(-2).map((entry) => entryTitle(played.state, entry))).toEqual([
      '3 月 5 日江城市公安局退出联合执法',
      '与江城市公安局联合执法',
    ]);
  });

  it('NAT-54-3 检查任务写明的联合机关就是联合执法的机关；补充登记之后仍是同一个', () => {
    const opened = inspectionAct('opened');
    const played = inspectionAt(law, 'assigned', {
      opened: { input: { ...(opened.input as object), joint: [{ name: '江城市公安局' }] } },
    });
    const [named] = partnersOf(played.state);
    expect(named).toMatchObject({ id: 'T1-j1', name: '江城市公安局', matters: [], people: [] });
    expect(
      requirements(played.state, 'case.join-enforcement', played.context('h1', '2026-03-03T10:00')).prefill
        .input,
    ).toEqual({ name: '江城市公安局' });
    played.do(join('2026-03-03T10:00'));
    expect(partnersOf(played.state)).toMatchObject([
      { id: 'T1-j1', joinedAt: instant('2026-03-02T09:00'), role: 'lead', matters: ['治安管理'] },
    ]);
    expect(refused(played, join('2026-03-03T11:00', {}, 'J2'))).toEqual(['ALREADY_JOINED']);
  });

  it('任何一类案卷都能登记；还没有案卷的不能', () => {
    const played = inspectionAt(law, 'assigned');
    played.do(join('2026-03-03T10:00'));
    expect(partnersOf(played.state)).toHaveLength(1);
    expect(refused(inspectionAt(law, undefined), join('2026-03-03T10:00'))).toContain('STAGE_RECORD_MISSING');
  });
});

describe('联合执法机关的到场人员和证据', () => {
  const scene = (change: object): Told => ({
    ...inspectionAct('recorded'),
    ...{ id: 'R9', at: '2026-03-04T09:10', entered: '2026-03-04T11:00' },
    input: {
      ...{ officers: ['h1', 'h2'], manner: 'inspection', person: '江城示范协会' },
      ...{ endedAt: '2026-03-04T10:30', shown: ['h1', 'h2'], ...change },
    },
  });
  const police = [
    { partner: 'J1', name: '武民警', certificate: 'GA-01' },
    { partner: 'J1', name: '文民警', certificate: 'GA-02' },
  ];

  it('NAT-CF-42-2 联合执法机关来了两人，本机关只有一名执法人员的，仍是不足两人；两名的准许', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    const alone = refused(played, scene({ officers: ['h1'], shown: ['h1'], partnersPresent: police }));
    expect(alone).toContain('OFFICER_COUNT_LOW');
    const interview = lawfulAct('interviewed');
    const single = { ...(interview.input as object), officers: ['h1'], partnersPresent: police };
    expect(refused(played, { ...interview, input: single })).toContain('OFFICER_COUNT_LOW');
    played.do(scene({ partnersPresent: police }));
    expect(entriesOf(played.state, 'scene-record')[0]?.data).toMatchObject({
      officers: ['h1', 'h2'],
      partnersPresent: police,
    });
    // Their people are in no register of ours: named among the officers they are nobody.
    expect(refused(played, scene({ officers: ['h1', '武民警'], shown: ['h1'] }))).not.toEqual([]);
  });

  it('到场人员所属的机关那时没有参加、已经退出、不在案卷中的，拒绝；参加时写明的人员预先列出', () => {
    const played = joined('assigned', '2026-03-04T10:00');
    expect(refused(played, scene({ partnersPresent: police }))).toContain('PARTNER_UNKNOWN');
    const early = joined('assigned', '2026-03-03T14:00');
    expect(
      requirements(early.state, 'case.inspect-scene', early.context('h1', '2026-03-04T09:00')).prefill.input,
    ).toMatchObject({ partnersPresent: [{ partner: 'J1', name: '武民警', certificate: 'GA-01' }] });
    early.do(leave('2026-03-04T09:00'));
    expect(refused(early, scene({ partnersPresent: police }))).toContain('PARTNER_UNKNOWN');
    expect(
      refused(played, scene({ partnersPresent: [{ partner: 'P1', name: '某人', certificate: 'X' }] })),
    ).toContain('PARTNER_UNKNOWN');
  });

  const handed = (change: object, origin = 'transferred'): Told => ({
    ...{ id: 'W9', act: 'case.collect-evidence', by: 'h1', at: '2026-03-04T12:00' },
    input: { name: '收费通知', officers: ['h1'], partner: 'J1', ...change },
    record: {
      'evidence.kind': 'documentary',
      'evidence.origin': origin,
      'evidence.place': '示范路 1 号',
      'evidence.formed-on': '2026-02-18',
      'evidence.summary': '每人六百元',
      'evidence.method': '公安局调取后移交复制件',
      'evidence.confirmation': 'confirmed',
    },
  });

  it('NAT-CF-46-1 联合执法机关取得的证据写明是其移送的；写成本机关收集的、机关不在卷内的，拒绝', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    expect(refused(played, handed({}, 'collected'))).toContain('ORIGIN_MISMATCH');
    expect(refused(played, handed({ partner: 'J9' }))).toContain('PARTNER_UNKNOWN');
    const early = { ...handed({}), at: '2026-03-03T13:00', entered: '2026-03-04T12:00' };
    expect(refused(played, early)).toContain('STEP_ORDER');
    const taken = played.try(handed({}));
    const missing = 'refusals' in taken ? codesOfRefusals(taken.refusals) : [];
    expect(missing).toEqual([]);
    const [piece] = entriesOf(played.state, 'evidence');
    expect(piece?.data).toMatchObject({ partner: 'J1' });
    expect(evidenceStanding(played.state, 'W9')).toBeDefined();
  });
});

describe('联合执法机关的结果', () => {
  const decided = { outcome: 'penalty', number: '江公罚〔2026〕7 号', decidedOn: '2026-03-10' };
  const fined = { ...decided, fines: [{ party: 'P1', amount: 100_000, cause: '超出业务范围活动' }] };

  it('作出决定的写文号和日期，不知道的写理由，没有处罚的不写罚款', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    const at = '2026-03-11T09:00';
    const fields = (input: object) => played.refused(result(at, input)).map(({ field }) => field);
    expect(fields({ outcome: 'penalty', decidedOn: '2026-03-10' })).toEqual(['input.number']);
    expect(fields({ outcome: 'other', number: '一号' })).toEqual(['input.decidedOn']);
    expect(fields({ ...decided, decidedOn: '2026-03-12' })).toEqual(['input.decidedOn']);
    expect(fields({ ...decided, outcome: 'none' })).toEqual(['input.outcome']);
    expect(fields({ ...fined, outcome: 'other' })).toEqual(['input.fines']);
    expect(fields({ outcome: 'unknown' })).toEqual(['input.reason']);
    expect(fields({ partner: 'J9', outcome: 'none' })).toEqual(['input.partner']);
    expect(fields({ ...decided, fines: [{ party: 'P9', amount: 1, cause: '某案由' }] })).toEqual([
      'input.fines',
    ]);
    expect(fields({ ...decided, fines: [{ ...fined.fines[0], conductOn: '2026-03-11' }] })).toEqual([
      'input.fines',
    ]);
    expect(refused(played, result('2026-03-03T13:00', { outcome: 'none' }))).toEqual(['STEP_ORDER']);
    for (const outcome of ['none', 'unknown'])
      played.do(
        result(at, { outcome, ...(outcome === 'unknown' ? { reason: '去函尚未答复' } : {}) }, `K${outcome}`),
      );
    played.do(result(at, decided));
    expect(partnersOf(played.state)[0]?.result?.data).toMatchObject(decided);
  });

  it('NAT-CF-29-1 联合执法机关对同一行为已经罚款的，本机关再罚被拒；负责人认定是另一行为的准许', () => {
    const played = joined('decision-approved', '2026-03-18T09:00');
    played.do(result('2026-03-18T10:00', fined));
    const again = lawfulAct('decided');
    const [refusal] = played.copy().refused(again);
    expect(refusal).toMatchObject({ code: 'DOUBLE_FINE' });
    expect(refusal?.because).toContain('江公罚〔2026〕7 号');
    const context = played.context('head', '2026-03-18T11:00');
    const offered = requirements(played.state, 'case.confirm-distinct-conduct', context).prefill.input;
    expect(offered).toEqual({ party: 'P1', number: '江公罚〔2026〕7 号' });
    played.do({
      ...{
        id: 'Q1',
        act: 'case.confirm-distinct-conduct',
        by: 'head',
        at: '2026-03-18T11:00',
        input: offered,
      },
      record: { 'distinct.reason': '公安机关罚的是噪声，两次行为的时间、地点不同。' },
    });
    expect(codesOf(played, again)).not.toContain('DOUBLE_FINE');
  });

  it('NAT-CF-29-1 联合执法机关给予警告的，不妨碍本机关罚款', () => {
    const played = joined('decision-approved', '2026-03-18T09:00');
    played.do(result('2026-03-18T10:00', decided));
    expect(codesOf(played, lawfulAct('decided'))).toEqual([]);
  });

  it('结果没有登记的不能结案，写明不知道的理由、对方退出的可以；从前的法律下结的案不要', () => {
    const played = joined('published', '2026-03-24T12:00');
    const close: Told = {
      ...{ id: 'Z1', act: 'case.close', by: 'h1', at: '2026-03-25T09:00', input: { ground: 'performed' } },
    };
    const [missing] = played.copy().refused(close);
    expect(missing).toMatchObject({
      code: 'PARTNER_RESULT_MISSING',
      effect: 'void',
      remedy: { act: 'case.record-partner-result' },
    });
    expect(missing?.because).toContain('江城市公安局');
    const known = played.copy();
    known.do(result('2026-03-24T14:00', { outcome: 'unknown', reason: '去函尚未答复' }));
    expect(codesOf(known, close)).not.toContain('PARTNER_RESULT_MISSING');
    const gone = played.copy();
    gone.do(leave('2026-03-24T15:00'));
    expect(codesOf(gone, close)).not.toContain('PARTNER_RESULT_MISSING');
    const { 'partner-outcome': _codes, ...codes } = law.codes;
    const before = caseAt({ ...law, codes }, 'published');
    before.do(join('2026-03-24T12:00'));
    expect(codesOf(before, close)).not.toContain('PARTNER_RESULT_MISSING');
  });
});

describe('规则可以问的', () => {
  const read = (played: PlayedCase, id: string, at: string) =>
    ofJoint.find((one) => one.id === id)?.read(timelessScene(played.state, law, instant(at)), wholeCase);

  it('WHMZ-SH-7-1 是否联合、与谁、各管什么、由谁牵头，各按所问的时刻', () => {
    const played = joined('assigned', '2026-03-03T14:00');
    played.do(
      join(
        '2026-03-05T09:00',
        { name: '江城市教育局', role: 'support', matters: [{ matter: '培训管理' }] },
        'J2',
      ),
    );
    played.do(leave('2026-03-06T09:00'));
    expect(read(played, 'case.joint', '2026-03-03T13:00')).toEqual({ known: true, value: false });
    expect(read(played, 'case.joint', '2026-03-04T09:00')).toMatchObject({
      value: true,
      since: instant('2026-03-03T14:00'),
    });
    expect(read(played, 'case.partners', '2026-03-05T10:00')).toMatchObject({
      value: ['江城市公安局', '江城市教育局'],
      since: instant('2026-03-05T09:00'),
    });
    expect(read(played, 'case.partners', '2026-03-07T10:00')).toMatchObject({
      value: ['江城市教育局'],
      since: instant('2026-03-06T09:00'),
    });
    expect(read(played, 'case.ownMatters', '2026-03-05T10:00')).toMatchObject({ value: ['社会团体管理'] });
    expect(read(played, 'case.partnerMatters', '2026-03-05T10:00')).toMatchObject({
      value: ['治安管理', '培训管理'],
    });
    expect(read(played, 'case.jointLead', '2026-03-05T10:00')).toMatchObject({ value: false });
    expect(read(played, 'case.jointLead', '2026-03-07T10:00')).toMatchObject({ value: true });
    expect(read(played, 'case.jointLead', '2026-03-03T13:00')).toEqual({ known: true, value: false });
    expect(read(played, 'case.partnersAnswered', '2026-03-07T10:00')).toMatchObject({ value: false });
    played.do(result('2026-03-08T09:00', { partner: 'J2', outcome: 'none' }));
    expect(read(played, 'case.partnersAnswered', '2026-03-09T10:00')).toMatchObject({ value: true });
  });

  it('只知道名称的，由谁牵头、各管什么都不知道', () => {
    const opened = inspectionAct('opened');
    const played = inspectionAt(law, 'opened', {
      opened: { input: { ...(opened.input as object), joint: [{ name: '江城市公安局' }] } },
    });
    for (const id of ['case.jointLead', 'case.ownMatters', 'case.partnerMatters'])
      expect(read(played, id, '2026-03-03T10:00')).toMatchObject({ known: false });
    expect(read(played, 'case.joint', '2026-03-03T10:00')).toMatchObject({ value: true });
  });
});

describe('公示', () => {
  it('WHMZ-GS-6-1 公示页写明与谁联合执法，作出机关只有本机关；决定之前退出的不写', () => {
    const played = joined('decision-approved', '2026-03-18T09:00');
    played.do(join('2026-03-18T10:00', { name: '江城市教育局', role: 'support' }, 'J2'));
    played.do(leave('2026-03-18T11:00', 'J2'));
    played.do(lawfulAct('decided'));
    const act = { ...lawfulAct('published'), name: 'case.publish', agency: 'trial', stream: 'case/trial' };
    const page = publicPage(
      played.state,
      { ...act, id: 'B1', record: {}, occurredAt: instant('2026-03-24T09:00') },
      played.context('h1', '2026-03-24T09:00'),
    );
    expect(page).toMatchObject({ agency: '江城市民政局', joint: ['江城市公安局'] });
  });
});

function codesOf(played: PlayedCase, told: Told): readonly string[] {
  const decision = played.copy().try(told);
  return 'refusals' in decision ? codesOfRefusals(decision.refusals) : [];
}

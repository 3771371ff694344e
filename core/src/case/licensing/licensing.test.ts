import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../../acts.ts';
import { pathOf } from '../path.ts';
import { stageLabelOf, stageOf } from '../stage.ts';
import { agentsOf } from '../parties/agents.ts';
import { entryById } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { entryTitle } from '../title.ts';
import { instant } from '../../time/index.ts';
import { licenseAct, licenseAt } from '../../trial/licensed-path.ts';
import type { LicenseStep } from '../../trial/licensed-path.ts';
import type { Told } from '../../trial/played-case.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'npc/licensing-law/2019-04-23',
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
  ...licenseAct('applied'),
  id: 'X1',
  input: { ...(licenseAct('applied').input as object), ...change },
});
const examining = (change: object): Told =>
  now('examine-application', {
    officers: ['h1', 'h2'],
    manner: 'documents',
    conditions: [{ condition: '有必要的场所', met: true }],
    ...change,
  });
const informed: Told = now(
  'inform-interested',
  { persons: [{ id: 'n1', name: '邻户甲' }], means: 'in-person' },
  { id: 'N9', at: '2026-03-19T09:00' },
);
const delivering = (change: object): Told =>
  now('deliver-license', { number: '江登字 0002', form: 'paper', validFrom: '2026-03-20', ...change });
const refused: Told = now(
  'refuse-acceptance',
  { ground: 'not-needed' },
  {
    at: '2026-03-02T11:00',
    id: 'R9',
    record: {
      'refusing.reason': '内部活动依法不需要登记',
      'refusing.basis': '登记条例第八条',
      'refusing.remedies': '可以申请行政复议',
    },
  },
);
const extending: Told = now('extend-licensing', { days: 5, approver: 'agency-head' }, { by: 'head' });
const revoking: Told = now('revoke-license', { ground: 'deceit', harm: 'no' }, { by: 'head' });

const offering = (change: object = {}): Told =>
  now(
    'offer-hearing',
    { parties: ['P1', 'n1'], days: 5, ...change },
    { id: 'O1', record: { 'notice.hearing': '可以在五个工作日内申请听证' } },
  );

const forwarding: Told = now(
  'forward-application',
  { to: '示例省民政厅', opinion: 'favourable' },
  { id: 'U1', record: { 'forwarding.opinion': '符合条件，拟同意', 'forwarding.materials': '申请书一份' } },
);

const cases: readonly [string, LicenseStep | undefined, Told, string][] = [
  ['申请只登记一次', 'applied', applied({}), 'APPLICATION_REGISTERED'],
  [
    '两名申请人用同一编号',
    undefined,
    applied({
      parties: [
        { id: 'P1', name: '甲中心', kind: 'other-organisation', record: {} },
        { id: 'P1', name: '乙中心', kind: 'other-organisation', record: {} },
      ],
    }),
    'INPUT_INVALID',
  ],
  [
    '申请人的编号就是登记的编号',
    undefined,
    applied({ parties: [{ id: 'X1', name: '甲中心', kind: 'other-organisation', record: {} }] }),
    'ID_TAKEN',
  ],
  [
    '同一材料列两次',
    undefined,
    applied({
      materials: [
        { name: '登记申请书', state: 'complete' },
        { name: '登记申请书', state: 'missing' },
      ],
    }),
    'INPUT_INVALID',
  ],
  ['申请延续没有写有效期', undefined, applied({ type: 'renewal' }), 'INPUT_INVALID'],
  [
    '受理之后当场更正',
    'accepted',
    now('correct-application', { what: '联系电话', before: '一', after: '二' }),
    'ALREADY_ACCEPTED',
  ],
  [
    '更正前后相同',
    'applied',
    now('correct-application', { what: '联系电话', before: '一', after: '一' }),
    'INPUT_INVALID',
  ],
  [
    '受理之后告知补正',
    'accepted',
    now('notify-supplement', licenseAct('supplement-notified').input),
    'ALREADY_ACCEPTED',
  ],
  [
    '没有登记申请就告知补正',
    undefined,
    now('notify-supplement', licenseAct('supplement-notified').input),
    'APPLICATION_REQUIRED',
  ],
  [
    '没有告知补正就登记补正',
    'applied',
    now('record-supplement', { materials: ['场所使用权证明'] }),
    'SUPPLEMENT_NOT_ASKED',
  ],
  [
    '补正的不是告知的材料',
    'supplement-notified',
    now('record-supplement', { materials: ['章程草案'] }),
    'LINK_BROKEN',
  ],
  ['受理两次', 'accepted', now('accept-application', {}), 'ALREADY_ACCEPTED'],
  ['受理之后不予受理', 'accepted', refused, 'ALREADY_ACCEPTED'],
  ['没有受理就出凭证', 'applied', now('issue-receipt', { delivery: 'post' }), 'NOTHING_TO_RECEIPT'],
  [
    '凭证早于受理',
    'accepted',
    now('issue-receipt', { delivery: 'post' }, { at: '2026-03-03T09:00', entered: '2026-03-20T09:00' }),
    'STEP_ORDER',
  ],
  ['没有申请就审查', undefined, examining({}), 'APPLICATION_REQUIRED'],
  ['名录之外的人审查', 'receipted', examining({ officers: ['h1', 'nobody'] }), 'OFFICER_UNKNOWN'],
  [
    '同一条件审查两次',
    'receipted',
    examining({
      conditions: [
        { condition: '有必要的场所', met: true },
        { condition: '有必要的场所', met: false },
      ],
    }),
    'INPUT_INVALID',
  ],
  ['没有申请就告知利害关系人', undefined, informed, 'APPLICATION_REQUIRED'],
  ['没有告知就听取意见', 'receipted', now('record-views', { person: 'n1' }), 'NOTICE_MISSING'],
  ['没有申请就延长', undefined, extending, 'APPLICATION_REQUIRED'],
  ['决定之后延长', 'decided', extending, 'ALREADY_DECIDED'],
  [
    '不计入的末日早于首日',
    'receipted',
    now('exclude-time', { ground: 'hearing', from: '2026-03-10', to: '2026-03-09' }),
    'INPUT_INVALID',
  ],
  [
    '没有申请就登记不计入的时间',
    undefined,
    now('exclude-time', { ground: 'hearing', from: '2026-03-09', to: '2026-03-09' }),
    'APPLICATION_REQUIRED',
  ],
  ['决定两次', 'decided', now('decide-license', { outcome: 'granted', unmet: [] }), 'ALREADY_DECIDED'],
  ['没有申请就报送上级', undefined, forwarding, 'APPLICATION_REQUIRED'],
  ['由本机关决定的申请报送上级', 'examined', forwarding, 'WAY_MISMATCH'],
  ['由下级报送而没有写明受理之日', undefined, applied({ firstExaminer: '示例县民政局' }), 'INPUT_INVALID'],
  [
    '下级受理之日晚于报送',
    undefined,
    applied({ firstExaminer: '示例县民政局', acceptedBelowOn: '2026-03-03' }),
    'STEP_ORDER',
  ],
  [
    '决定所依据的材料不在卷内',
    'approved',
    now('decide-license', { outcome: 'granted', unmet: [], evidence: ['D9'] }),
    'LINK_BROKEN',
  ],
  ['没有申请就告知听证', undefined, offering(), 'APPLICATION_REQUIRED'],
  ['决定之后告知听证', 'decided', offering(), 'ALREADY_DECIDED'],
  ['向不在本案的人告知听证', 'examined', offering(), 'PARTY_UNKNOWN'],
  ['没有告知就申请听证', 'examined', now('request-hearing', { party: 'P1', form: 'oral' }), 'NOTICE_MISSING'],
  [
    '没有告知就放弃听证',
    'examined',
    now('waive-hearing', { party: 'P1', form: 'written', by: 'party' }),
    'NOTICE_MISSING',
  ],
  [
    '没有申请听证就驳回',
    'examined',
    now('reject-hearing-request', { party: 'P1', ground: 'late-request' }),
    'REQUEST_MISSING',
  ],
  [
    '没有告知听证的权利就通知听证',
    'examined',
    now('notify-hearing', { parties: ['P1'], startsAt: '2026-04-20T09:00', presider: 'chief', open: true }),
    'NOTICE_MISSING',
  ],
  [
    '没有通知就举行听证',
    'examined',
    now('hold-hearing', { notice: 'N1', presider: 'chief', examined: [], agents: [] }),
    'HEARING_NOT_NOTIFIED',
  ],
  [
    '没有举行听证就补充质证',
    'examined',
    now('examine-evidence', { notice: 'N1', examined: ['A1'] }),
    'HEARING_NOT_HELD',
  ],
  [
    '不在本案的人提交证据',
    'examined',
    now('receive-evidence', { party: 'n1', pieces: [{ name: '共用协议', shows: '同意共用' }] }),
    'PARTY_UNKNOWN',
  ],
  ['没有决定就颁发证件', 'approved', delivering({}), 'NOT_YET_DECIDED'],
  ['颁发两次', 'delivered', delivering({}), 'ALREADY_DELIVERED'],
  ['有效期的末日早于首日', 'decided', delivering({ validUntil: '2026-03-19' }), 'INPUT_INVALID'],
  ['没有颁发就撤销', 'decided', revoking, 'NO_LICENSE'],
  ['没有颁发就注销', 'decided', now('cancel-license', { ground: 'expired' }), 'NO_LICENSE'],
];

describe('许可案卷本身不容许的', () => {
  it.each(cases)('%s', (_what, until, told, code) => {
    const refusals = licenseAt(law, until).refused(told);
    const found = refusals.find((one) => one.code === code);
    expect(found).toMatchObject({ act: told.act, effect: 'void', clauses: [] });
    expect(found?.because).toMatch(/[\u4e00-\u9fff]/);
  });

  it('每种许可行为，只要定义了这样的拒绝，上面都有', () => {
    const covered = new Set(cases.map(([, , told]) => told.act));
    const defined = [...actDefinitions.values()].filter((one) => one.kinds?.includes('license') === true);
    expect(defined.length).toBeGreaterThan(10);
    expect(defined.map((one) => one.name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('告知之外的人不能登记意见；撤销两次、注销之后再撤销都不行', () => {
    const interested = licenseAt(law, 'receipted');
    interested.do(informed);
    const codes = (played: typeof interested, told: Told) => played.refused(told).map(({ code }) => code);
    expect(codes(interested, now('record-views', { person: 'n2' }))).toContain('LINK_BROKEN');
    const granted = licenseAt(law, 'delivered');
    granted.do({
      ...revoking,
      id: 'V1',
      record: { 'revoking.reason': '以虚假证明取得登记', 'revoking.evidence': '复函一份' },
    });
    expect(codes(granted, revoking)).toContain('ALREADY_REVOKED');
    granted.do(
      now('cancel-license', { ground: 'revoked' }, { id: 'V2', record: { 'cancelling.proof': '撤销决定' } }),
    );
    expect(codes(granted, revoking)).toContain('LICENSE_CANCELLED');
  });

  it('NAT-XK-47-1 利害关系人不是当事人：听证的文书可以送达，别的文书不可以；通知只能写给申请人和利害关系人', () => {
    const played = licenseAt(law, 'examined');
    played.do(informed);
    played.do(offering());
    const serving = (document: string, party: string) =>
      now('serve', { document, party }, { id: 'S9', by: 'h1', record: {} });
    const codes = (told: Told) => played.refused(told).map(({ code }) => code);
    expect(codes(serving('O1', 'n1'))).not.toContain('PARTY_UNKNOWN');
    expect(codes(serving('O1', 'n2'))).toContain('PARTY_UNKNOWN');
    const decided = licenseAt(law, 'decided');
    decided.do({ ...informed, at: '2026-03-19T09:00' });
    expect(decided.refused(serving('D1', 'n1')).map(({ code }) => code)).toContain('PARTY_UNKNOWN');
    const invited = now('notify-hearing', {
      parties: ['P1', 'n2'],
      startsAt: '2026-04-20T09:00',
      presider: 'chief',
      open: true,
    });
    expect(codes(invited)).toContain('PARTY_UNKNOWN');
    expect(summaryOf(played.state).parties).toEqual(['江城示范中心筹备组']);
  });

  it('NAT-XK-47-1 利害关系人可以委托代理人，听证的表单列出到场的代理人；没有告知过的人不能', () => {
    const played = licenseAt(law, 'examined');
    played.do(informed);
    const appointing = (party: string) =>
      now(
        'appoint-agent',
        { party, name: '乙律师', kind: 'lawyer', power: 'general' },
        { id: 'A9', record: { 'agent.letter': '三月十九日出具，邻户甲签名' } },
      );
    expect(played.refused(appointing('n2'))).toMatchObject([
      {
        code: 'PARTY_UNKNOWN',
        field: 'input.party',
        because: '所选的人不是本案的当事人，也不是已经告知的利害关系人',
        remedy: { act: 'case.inform-interested' },
      },
    ]);
    played.do(appointing('n1'));
    expect(agentsOf(played.state, 'n1', instant('2026-03-20T09:00')).map(({ data }) => data.name)).toEqual([
      '乙律师',
    ]);
    expect(agentsOf(played.state, 'P1', instant('2026-03-20T09:00'))).toEqual([]);
    const entry = entryById(played.state, 'A9');
    expect(entry === undefined ? '' : entryTitle(played.state, entry)).toBe('3 月 20 日邻户甲委托乙律师代理');
  });

  it('不予受理之后只剩凭证和结案，没有准予的没有证件可发', () => {
    const turned = licenseAt(law, 'applied');
    turned.do(refused);
    for (const told of [examining({}), extending, now('decide-license', { outcome: 'granted', unmet: [] })])
      expect(turned.refused(told).map(({ code }) => code)).toContain('ACCEPTANCE_REFUSED');
    const record = {
      'receipt.seal': '专用章',
      'receipt.dated-on': '2026-03-02',
      'receipt.signed-by': '已签收',
    };
    turned.do(now('issue-receipt', { delivery: 'in-person' }, { at: '2026-03-02T11:30', id: 'Q1', record }));
    turned.do(
      now('close', { ground: 'acceptance-refused' }, { at: '2026-03-03T09:00', id: 'Q2', by: 'chief' }),
    );
    expect(stageOf(turned.state)).toBe('archive');
    expect(pathOf(turned.state).map(({ act }) => act)).toContain('case.refuse-acceptance');
  });
});

describe('许可案卷怎样显示', () => {
  it('全案办成，阶段依次推进，名称和编号是申请的', () => {
    const at = (step: LicenseStep) => stageOf(licenseAt(law, step).state);
    expect(at('applied')).toBe('initiation');
    expect(at('accepted')).toBe('investigation');
    expect(at('examined')).toBe('decision');
    expect(at('decided')).toBe('execution');
    expect(stageLabelOf('investigation', 'license')).toBe('审查');
    expect(stageLabelOf('investigation', 'penalty')).toBe('调查取证');
    expect(stageLabelOf('archive', 'license')).toBe('归档');
    const { state } = licenseAt(law, 'closed');
    expect(summaryOf(state)).toMatchObject({
      kind: 'license',
      title: '民办非企业单位成立登记',
      number: '江民许申〔2026〕1号',
      documentNumber: '江民许决字〔2026〕1号',
      stage: 'archive',
    });
    expect(state.entries.map((entry) => entryTitle(state, entry))).toEqual(
      expect.arrayContaining([
        '许可申请 江民许申〔2026〕1号',
        '3 月 2 日的补正告知书',
        '书面凭证 江民许证字〔2026〕1号',
        '准予行政许可决定书 江民许决字〔2026〕1号',
        '许可证件 江登字 0001',
      ]),
    );
    expect(state.entries.map((entry) => entryTitle(state, entry)).join('')).not.toMatch(/[A-Za-z]/);
  });

  it('NAT-XK-47-1 涉及申请人与他人之间重大利益的，路径上有告知听证；有人申请的还有通知和举行', () => {
    const between = { 'examination.others': 'yes', 'examination.between': 'yes' };
    const played = licenseAt(law, 'examined', { examined: { record: between } });
    const steps = () => pathOf(played.state).map(({ label }) => label);
    expect(steps()).toContain('告知听证权利');
    expect(steps()).not.toContain('举行听证');
    played.do(offering({ parties: ['P1'] }));
    played.do(now('request-hearing', { party: 'P1', form: 'oral' }, { id: 'R1', at: '2026-03-20T10:00' }));
    expect(steps()).toEqual(expect.arrayContaining(['送达听证告知书', '通知听证', '举行听证', '审批决定']));
    expect(played.state.entries.map((entry) => entryTitle(played.state, entry))).toContain(
      '3 月 20 日的行政许可听证告知书',
    );
  });

  it('NAT-XK-43-1 先经本机关审查的报送上级，路径上没有决定和公示；报送之后只剩结案', () => {
    const input = { ...(licenseAct('applied').input as object), way: 'first-examination' };
    const played = licenseAt(law, 'examined', { applied: { input } });
    const steps = pathOf(played.state).map(({ act }) => act);
    expect(steps).toEqual(expect.arrayContaining(['case.forward-application', 'case.close']));
    expect(steps).not.toContain('case.decide-license');
    expect(steps).not.toContain('case.publish');
    played.do(forwarding);
    for (const told of [examining({}), offering(), forwarding])
      expect(played.refused({ ...told, id: 'X9' }).map(({ code }) => code)).toContain('FORWARDED');
    played.do(now('close', { ground: 'forwarded' }, { id: 'Q9', by: 'chief', at: '2026-03-21T09:00' }));
    expect(stageOf(played.state)).toBe('archive');
  });

  it('路径只有许可的步骤，准予的有颁发证件', () => {
    const path = pathOf(licenseAt(law, 'applied').state).map(({ act }) => act);
    expect(path).not.toContain('case.file');
    expect(path).toEqual(expect.arrayContaining(['case.accept-application', 'case.deliver-license']));
  });
});

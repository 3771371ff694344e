import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../acts.ts';
import type { FieldMap } from '../canonical.ts';
import { decide } from '../decide.ts';
import { requirements } from '../requirements.ts';
import { instant } from '../time/index.ts';
import {
  assessmentOn,
  assessmentRecord,
  caseAt,
  collected,
  conclusionOn,
  lawfulAct,
  measuredThings,
  measureOf,
  onSpot,
  organisation,
  rights,
  sanctions,
} from '../trial/lawful-path.ts';
import type { Milestone } from '../trial/lawful-path.ts';
import { monitoringRecord } from '../trial/monitoring-record.ts';
import { PlayedCase, staffedAgency } from '../trial/played-case.ts';
import type { Told } from '../trial/played-case.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const statement: Told = {
  id: 'W1',
  act: 'case.record-statement',
  by: 'h1',
  at: '2026-03-12T09:00',
  input: { party: 'P1', waives: true },
};
const mine = (act: string, input: unknown): Told => ({
  id: 'X1',
  act,
  by: 'h1',
  at: '2026-03-25T09:00',
  input,
});
const reviewed = (change: object): Told => ({
  ...{ id: 'X1', act: 'case.review-defence', by: 'h1', at: '2026-03-25T09:00' },
  input: {
    statement: 'W1',
    reviewer: 'h1',
    points: [{ point: 1, result: 'not-upheld', reason: '与证据不符' }],
    ...change,
  },
});
const urgent: Told = mine('case.start-urgently', { reason: '账册即将运走' });
const later = (milestone: Milestone, change: Partial<Told> = {}): Told => ({
  ...lawfulAct(milestone),
  id: 'X1',
  at: '2026-03-25T09:00',
  entered: '2026-03-25T09:00',
  ...change,
});

const told = (act: string, input: unknown): Told => ({
  id: 'X1',
  act: `case.${act}`,
  by: 'h1',
  at: '2026-03-25T09:00',
  input,
});
const taking = (change: object): Told =>
  told('collect-on-spot', {
    party: 'P1',
    amount: 100,
    officers: ['h1', 'h2'],
    ground: 'small',
    receipt: 'JC26-000001',
    ...change,
  });
const disputing = mine('case.dispute-jurisdiction', { other: '江区民政局', superior: '江省人民政府' });
const negotiating = mine('case.record-negotiation', { result: 'own' });
const disputed = (): PlayedCase => {
  const played = caseAt(law, 'assigned');
  played.do({
    ...disputing,
    ...{ id: 'D1', at: '2026-03-20T09:00', record: { 'dispute.matter': '都立了案' } },
  });
  return played;
};
const asking: Told = {
  ...mine('case.request-assistance', { organ: '江城市公安局', matter: '查询户籍' }),
  record: { 'assistance.basis': '户籍由公安机关管理' },
};
const replying = (request: string): Told =>
  mine('case.record-assistance-reply', { request, answer: 'provided' });
const putOff = mine('case.request-detention-suspension', { party: 'P1' });
const detaining = mine('case.execute-detention', { party: 'P1', place: '江城市拘留所' });
const ruling = (request: string): Told => ({
  ...mine('case.decide-detention-suspension', { request, meets: true, ruling: 'suspend' }),
  by: 'head',
});
const triaged = told('triage-lead', { conclusion: 'fails', criteria: [] });
const refusalTold = told('notify-refusal', { to: 'complainant', means: 'phone' });
const gains = (change: object): Told =>
  told('compute-gains', {
    party: 'P1',
    method: 'all-receipts',
    lines: [{ item: '收费', obtained: 100 }],
    ...change,
  });
const notified = (change: object): Told =>
  told('notify-hearing', {
    parties: ['P1'],
    startsAt: '2026-04-20T09:00',
    presider: 'chief',
    open: true,
    ...change,
  });
const held = (change: object): Told =>
  told('hold-hearing', { notice: 'X0', presider: 'chief', examined: ['I1'], agents: [], ...change });
const review = (act: string, input: unknown, by = 'rev'): Told => ({
  id: 'X1',
  act: `case.${act}`,
  by,
  at: '2026-03-25T09:00',
  input,
});
const concluding = {
  'review.carrier': 'approval-sheet',
  'review.opinion': '按审核件所写',
};
const discussed = (change: object): Told =>
  told('record-discussion', {
    presider: 'head',
    participants: [
      { officer: 'head', view: '同意', signed: true },
      { officer: 'deputy', view: '同意', signed: true },
    ],
    outcome: 'penalty',
    sanctions,
    ...change,
  });
const sealing = (change: object): Told =>
  told('seal-document', { document: 'D1', owner: 'deciding-agency', manner: 'physical', ...change });
const onPaper = (change: object): Told =>
  told('record-approval', { matter: 'decision', step: 'head', opinion: 'agree', signer: 'head', ...change });
const assessing = (change: object): Told => ({
  ...told('assess-circumstances', { ...assessmentOn('P1', 'I1'), ...change }),
  record: assessmentRecord,
});
const weighing = (change: object): Told =>
  told('weigh-factors', {
    ...{ party: 'P1', benchmark: 'yinsu' },
    answers: [
      { factor: '改正情况', option: '已经改正', evidence: ['I1'] },
      { factor: '违法所得', amount: 800_000, evidence: ['I1'] },
    ],
    ...change,
  });
const proposal = { unit: 'legal', outcome: 'penalty', sanctions, evidence: ['I1'] };

const revocation = (change: object): Told => ({
  ...told('revoke-decision', { way: 'own-correction', ground: 'evidence', extent: 'whole', ...change }),
  by: 'head',
  record: { 'revocation.reason': '主要证据不足' },
});

const withdrawing = (change: object): Told => ({
  ...told('withdraw-approval', { reason: '须再作核实', ...change }),
  by: 'head',
});
const joined = { id: 'P8', name: '示例青苗志愿者协会', kind: 'social-organisation', record: {} };
const joining = (change: object): Told => ({
  ...told('join-party', { parties: [joined], reason: '共同收取了费用', ...change }),
  by: 'chief',
});
const renaming = (change: object): Told =>
  told('rename-party', { party: 'P1', name: '更名示例协会', ...change });
const appointing = (change: object): Told => ({
  ...told('appoint-agent', { party: 'P1', name: '甲律师', kind: 'lawyer', power: 'special', ...change }),
  record: { 'agent.letter': '可以代为放弃听证' },
});
const dismissing = (change: object): Told =>
  told('dismiss-agent', { agent: 'X9', reason: '书面通知解除', ...change });
const succeeding = (change: object): Told => ({
  ...told('succeed-party', { party: 'P1', manner: 'merger', parties: [joined], ...change }),
  by: 'chief',
});
const terminating = (change: object): Told =>
  told('terminate', { ground: 'by-law', parties: ['P1'], ...change });
const merging = (change: object): Told =>
  told('merge', { into: 'case/other', reason: '一并处理', ...change });
const linking = (change: object): Told =>
  told('link', { other: 'case/other', relation: 'same-party', ...change });
const splitting = (change: object): Told => told('split', { parties: ['P1'], reason: '另行查明', ...change });
const settling = (change: object): Told => ({ ...told('settle-review', change), by: 'head' });

const admission = (what: object): Told => ({
  id: 'X1',
  act: 'case.admit-defect',
  by: 'head',
  at: '2026-03-25T09:00',
  input: {
    missing: '缺送达回证',
    unmendable: '对方已经注销',
    substitute: '两次上门的记录',
    ...what,
  },
});

/** Case as far as the first, then an act that the file itself speaks against. */
const extending: Told = {
  id: 'X1',
  act: 'case.extend-deciding',
  by: 'head',
  at: '2026-03-25T09:00',
  input: {},
};
const enforcingWith = (change: object = {}): Told =>
  mine('case.join-enforcement', {
    ...{ name: '江城市公安局', role: 'lead', matters: [{ matter: '治安管理' }] },
    ...{ ours: [{ matter: '社会团体管理' }], people: [], document: '江府办〔2026〕3 号' },
    ...change,
  });
const cases: readonly [string, Milestone, Told, string][] = [
  ['立案之后不再当场处罚', 'filed', { ...onSpot, id: 'X1', at: '2026-03-25T09:00' }, 'ALREADY_FILED'],
  [
    '没有当场收缴就登记抵岸',
    'decided',
    mine('case.record-landing', { collection: 'K1' }),
    'NOTHING_COLLECTED',
  ],
  ['没有决定就当场收缴', 'served', taking({}), 'NOT_YET_DECIDED'],
  ['当场收缴的当事人不在本案', 'decided', taking({ party: 'P9' }), 'PARTY_UNKNOWN'],
  ['名录之外的人当场收缴', 'decided', taking({ officers: ['h1', 'nobody'] }), 'OFFICER_UNKNOWN'],
  [
    '当场收缴的时刻早于决定',
    'decided',
    { ...taking({}), at: '2026-03-12T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  [
    '没有当场处罚决定的不报备案',
    'decided',
    mine('case.report-on-spot', { receivedBy: 'chief' }),
    'NOT_ON_SPOT',
  ],
  ['没有立案就核算违法所得', 'lead', gains({}), 'STAGE_RECORD_MISSING'],
  ['决定之后再核算违法所得', 'decided', gains({}), 'ALREADY_DECIDED'],
  ['核算不在本案的当事人的违法所得', 'assigned', gains({ party: 'P9' }), 'PARTY_UNKNOWN'],
  [
    '退赔多于取得',
    'assigned',
    gains({ lines: [{ item: '收费', obtained: 100, returned: 101, proof: '凭证' }] }),
    'INPUT_INVALID',
  ],
  ['核算所引的条款没有登记', 'assigned', gains({ method: 'otherwise', basis: 'none' }), 'BASIS_UNKNOWN'],
  [
    '告知所引的依据没有登记',
    'interviewed',
    later('noticed', { input: { parties: ['P1'], sanctions, defenceDays: 5, bases: ['none'] } }),
    'BASIS_UNKNOWN',
  ],
  [
    '罚款所引的条款没有登记',
    'interviewed',
    later('noticed', {
      input: { parties: ['P1'], sanctions: [{ ...sanctions[0], basis: 'none' }], defenceDays: 5 },
    }),
    'BASIS_UNKNOWN',
  ],
  [
    '罚款所引的档次没有登记',
    'interviewed',
    later('noticed', {
      input: { parties: ['P1'], sanctions: [{ ...sanctions[0], level: 'none/one' }], defenceDays: 5 },
    }),
    'BASIS_UNKNOWN',
  ],
  ['案源只登记一次', 'lead', later('lead'), 'LEAD_ALREADY_REGISTERED'],
  [
    '只立一次案',
    'filed',
    later('filed', { input: { cause: '试验', parties: [{ ...organisation, id: 'P9' }] } }),
    'ALREADY_FILED',
  ],
  ['立案之后再核查案源', 'filed', triaged, 'ALREADY_FILED'],
  ['立案之后不予立案', 'filed', told('refuse-filing', {}), 'ALREADY_FILED'],
  ['没有不予立案就告知', 'lead', refusalTold, 'NOT_REFUSED'],
  [
    '决定之后登记指定管辖',
    'decided',
    told('designate-jurisdiction', { designator: '江省民政厅', number: '江民函〔2026〕5 号' }),
    'ALREADY_DECIDED',
  ],
  ['没有核查就办结案源', 'lead', told('conclude-lead', {}), 'LEAD_OPEN'],
  ['立案之后办结案源', 'filed', told('conclude-lead', {}), 'ALREADY_FILED'],
  ['没有立案的不能延长办案期限', 'lead', extending, 'STAGE_RECORD_MISSING'],
  ['已经作出决定的不能再延长', 'decided', extending, 'ALREADY_DECIDED'],
  ['没有立案就认定裁量因素', 'lead', weighing({}), 'STAGE_RECORD_MISSING'],
  ['决定之后再认定裁量因素', 'decided', weighing({}), 'ALREADY_DECIDED'],
  ['认定不在本案的人的裁量因素', 'interviewed', weighing({ party: 'P9' }), 'PARTY_UNKNOWN'],
  ['按没有登记的裁量基准认定', 'interviewed', weighing({ benchmark: 'nowhere' }), 'BASIS_UNKNOWN'],
  [
    '以卷外的证据认定裁量因素',
    'interviewed',
    weighing({ answers: [{ factor: '改正情况', option: '已经改正', evidence: ['F1'] }] }),
    'LINK_BROKEN',
  ],
  ['没有立案就认定裁量情节', 'lead', assessing({}), 'STAGE_RECORD_MISSING'],
  ['决定之后再认定裁量情节', 'decided', assessing({}), 'ALREADY_DECIDED'],
  ['认定不在本案的人', 'interviewed', assessing({ party: 'P9' }), 'PARTY_UNKNOWN'],
  [
    '认定所列的不是证据',
    'interviewed',
    assessing({ support: [{ point: 'facts', evidence: ['F1'] }] }),
    'LINK_BROKEN',
  ],
  [
    '没有未能查明的事项可以签署',
    'assessed',
    review('confirm-unproven', { party: 'P1', matter: 'age' }, 'head'),
    'NOTHING_UNPROVEN',
  ],
  [
    '签署不在本案的人的年龄',
    'assessed',
    review('confirm-unproven', { party: 'P9', matter: 'age' }, 'head'),
    'PARTY_UNKNOWN',
  ],
  [
    '没有立案就发起一般决定审核',
    'lead',
    review('open-optional-review', { unit: 'legal' }),
    'STAGE_RECORD_MISSING',
  ],
  ['发起审核的机构没有登记', 'assigned', review('open-optional-review', { unit: 'nowhere' }), 'UNIT_UNKNOWN'],
  [
    '没有立案就认定为另一违法行为',
    'lead',
    review('confirm-distinct-conduct', { party: 'P1', number: '一号' }, 'head'),
    'STAGE_RECORD_MISSING',
  ],
  [
    '认定不在本案的人的行为是另一行为',
    'served',
    review('confirm-distinct-conduct', { party: 'P9', number: '一号' }, 'head'),
    'PARTY_UNKNOWN',
  ],
  [
    '认定的既往罚款不存在',
    'served',
    review('confirm-distinct-conduct', { party: 'P1', number: '一号' }, 'head'),
    'FORMER_FINE_UNKNOWN',
  ],
  [
    '没有立案就申请顺延',
    'lead',
    told('request-extension', { party: 'P1', limit: 'statement', endedOn: '2026-03-20' }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '案外人申请顺延',
    'served',
    told('request-extension', { party: 'P9', limit: 'statement', endedOn: '2026-03-20' }),
    'PARTY_UNKNOWN',
  ],
  [
    '没有告知就申请顺延',
    'assigned',
    told('request-extension', { party: 'P1', limit: 'statement', endedOn: '2026-03-20' }),
    'NOTICE_MISSING',
  ],
  [
    '障碍还没有消除就登记消除的日期',
    'served',
    told('request-extension', { party: 'P1', limit: 'statement', endedOn: '2026-03-26' }),
    'FUTURE_DATE',
  ],
  [
    '没有立案就决定顺延',
    'lead',
    review('decide-extension', { request: 'Q1', granted: true, until: '2026-03-30' }, 'head'),
    'STAGE_RECORD_MISSING',
  ],
  [
    '没有人申请就决定顺延',
    'served',
    review('decide-extension', { request: 'Q1', granted: true, until: '2026-03-30' }, 'head'),
    'REQUEST_MISSING',
  ],
  [
    '没有立案就登记无过错主张',
    'lead',
    told('claim-no-fault', { party: 'P1', pieces: [{ name: '采购合同' }] }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '登记不在本案的人的无过错主张',
    'served',
    told('claim-no-fault', { party: 'P9', pieces: [{ name: '采购合同' }] }),
    'PARTY_UNKNOWN',
  ],
  [
    '没有主张就复核',
    'served',
    told('review-fault-claim', { claim: 'N1', findings: [], conclusion: 'insufficient' }),
    'NO_CLAIM_PENDING',
  ],
  [
    '复核的不是主张',
    'served',
    told('review-fault-claim', { claim: 'N1', findings: [], conclusion: 'insufficient' }),
    'LINK_BROKEN',
  ],
  ['没有人退出承办就移交', 'assigned', told('hand-over', { from: 'h1', to: 'h2' }), 'NOTHING_TO_HAND_OVER'],
  ['没有移交就接收', 'assigned', told('take-over', { handover: 'X9' }), 'NOTHING_HANDED_OVER'],
  [
    '没有立案就记录教育',
    'lead',
    told('record-education', { party: 'P1', officers: ['h1'] }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '教育不在本案的人',
    'served',
    told('record-education', { party: 'P9', officers: ['h1'] }),
    'PARTY_UNKNOWN',
  ],
  [
    '名录之外的人教育',
    'served',
    told('record-education', { party: 'P1', officers: ['nobody'] }),
    'OFFICER_UNKNOWN',
  ],
  [
    '两名当事人同一编号',
    'filing-approved',
    later('filed', { input: { cause: '试验', parties: [organisation, organisation] } }),
    'INPUT_INVALID',
  ],
  [
    '立案时写的违法行为发生日还没有到',
    'filing-approved',
    later('filed', { input: { cause: '试验', parties: [organisation], conductOn: '2026-12-31' } }),
    'FUTURE_DATE',
  ],
  [
    '认定的违法行为发生日还没有到',
    'interviewed',
    { ...assessing({}), record: { ...assessmentRecord, 'assessment.conduct-on': '2026-12-31' } },
    'FUTURE_DATE',
  ],
  [
    '认定的出生日期还没有到',
    'interviewed',
    { ...assessing({}), record: { ...assessmentRecord, 'assessment.born-on': '2026-12-31' } },
    'FUTURE_DATE',
  ],
  [
    '指派名录之外的人',
    'filed',
    later('assigned', { input: { officers: ['h1', 'nobody'] } }),
    'OFFICER_UNKNOWN',
  ],
  [
    '指派名为 constructor 的人',
    'filed',
    later('assigned', { input: { officers: ['h1', 'constructor'] } }),
    'OFFICER_UNKNOWN',
  ],
  [
    '询问结束早于开始',
    'assigned',
    later('interviewed', {
      input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-25T08:59' },
    }),
    'INPUT_INVALID',
  ],
  [
    '询问结束的时刻还没有到',
    'assigned',
    later('interviewed', {
      entered: '2026-03-25T10:00',
      input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-25T10:01' },
    }),
    'FUTURE_DATE',
  ],
  [
    '登记名录之外的人有利害关系',
    'assigned',
    mine('case.report-interest', { officer: 'nobody', relation: 'stake' }),
    'OFFICER_UNKNOWN',
  ],
  [
    '没有承办人就申请回避',
    'filed',
    mine('case.request-recusal', { party: 'P1', officer: 'h1' }),
    'HANDLERS_MISSING',
  ],
  [
    '案外人申请回避',
    'assigned',
    mine('case.request-recusal', { party: 'P9', officer: 'h1' }),
    'PARTY_UNKNOWN',
  ],
  [
    '申请名录之外的人回避',
    'assigned',
    mine('case.request-recusal', { party: 'P1', officer: 'nobody' }),
    'OFFICER_UNKNOWN',
  ],
  [
    '没有人申请回避就决定回避',
    'assigned',
    { ...mine('case.decide-recusal', { officer: 'h1', recused: false }), by: 'head' },
    'REQUEST_MISSING',
  ],
  [
    '名录之外的人现场检查',
    'assigned',
    mine('case.inspect-scene', {
      officers: ['nobody'],
      manner: 'inspection',
      person: '示范协会',
      endedAt: '2026-03-25T09:00',
    }),
    'OFFICER_UNKNOWN',
  ],
  [
    '检查结束早于开始',
    'assigned',
    mine('case.inspect-scene', {
      officers: ['h1', 'h2'],
      manner: 'inspection',
      person: '示范协会',
      endedAt: '2026-03-25T08:59',
    }),
    'INPUT_INVALID',
  ],
  [
    '检查结束的时刻还没有到',
    'assigned',
    mine('case.inspect-scene', {
      officers: ['h1', 'h2'],
      manner: 'inspection',
      person: '示范协会',
      endedAt: '2026-03-25T09:01',
    }),
    'FUTURE_DATE',
  ],
  [
    '名录之外的人收集证据',
    'assigned',
    mine('case.collect-evidence', { name: '收费通知', officers: ['nobody'] }),
    'OFFICER_UNKNOWN',
  ],
  [
    '名录之外的人记录其他调查活动',
    'assigned',
    mine('case.record-activity', { activity: 'visit', officers: ['nobody'], person: '示范协会' }),
    'OFFICER_UNKNOWN',
  ],
  [
    '名录之外的人登记妨碍执法',
    'assigned',
    mine('case.record-obstruction', { officers: ['nobody'], person: '门卫示范' }),
    'OFFICER_UNKNOWN',
  ],
  [
    '结论引用卷内没有的委托书',
    'assigned',
    mine('case.record-expert-opinion', { entrustment: 'I1' }),
    'LINK_BROKEN',
  ],
  ['卷内没有证据就查证', 'assigned', mine('case.verify-evidence', { evidence: ['I1'] }), 'EVIDENCE_MISSING'],
  ['查证的不是证据', 'interviewed', mine('case.verify-evidence', { evidence: ['I1', 'F1'] }), 'LINK_BROKEN'],
  ['作出决定之后再查证', 'decided', mine('case.verify-evidence', { evidence: ['I1'] }), 'ALREADY_DECIDED'],
  [
    '终结调查引用卷外的证据',
    'interviewed',
    mine('case.conclude-investigation', conclusionOn('F1')),
    'LINK_BROKEN',
  ],
  [
    '终结调查把同一要件列两次',
    'interviewed',
    mine('case.conclude-investigation', {
      ...conclusionOn('I1'),
      elements: [...conclusionOn('I1').elements, { element: 'fault', finding: 'unclear', evidence: [] }],
    }),
    'INPUT_INVALID',
  ],
  [
    '卷内没有证据就排除证据',
    'assigned',
    mine('case.exclude-evidence', { evidence: 'I1', ground: 'unlawful' }),
    'EVIDENCE_MISSING',
  ],
  [
    '排除的不是证据',
    'interviewed',
    mine('case.exclude-evidence', { evidence: 'F1', ground: 'unlawful' }),
    'LINK_BROKEN',
  ],
  [
    '采用案外人的监控记录',
    'assigned',
    mine('case.admit-monitoring', { party: 'P9', device: '公共监控', recordedAt: '2026-02-20T18:30' }),
    'PARTY_UNKNOWN',
  ],
  [
    '监控记录晚于审核',
    'assigned',
    mine('case.admit-monitoring', { party: 'P1', device: '公共监控', recordedAt: '2026-03-25T09:01' }),
    'STEP_ORDER',
  ],
  [
    '没有监控记录就告知',
    'assigned',
    mine('case.notify-monitoring', { monitoring: 'I1', way: 'written' }),
    'NOTHING_TO_TELL',
  ],
  [
    '没有登记涉嫌犯罪就移送',
    'assigned',
    mine('case.refer-crime', { recipient: '示范公安局' }),
    'CRIME_NOT_FLAGGED',
  ],
  ['没有立案就请求协助', 'lead', asking, 'STAGE_RECORD_MISSING'],
  ['作出决定之后请求协助', 'decided', asking, 'ALREADY_DECIDED'],
  ['没有请求就登记协助的回复', 'assigned', replying('AS1'), 'NOTHING_REQUESTED'],
  ['没有决定就申请暂缓执行拘留', 'served', putOff, 'NOT_YET_DECIDED'],
  ['没有行政拘留就申请暂缓', 'decided', putOff, 'NOTHING_DETAINED'],
  ['没有行政拘留就执行', 'decided', detaining, 'NOTHING_DETAINED'],
  ['没有行政拘留就决定是否暂缓', 'decided', ruling('Q1'), 'NOTHING_DETAINED'],
  [
    '没有移送就登记移送的签收',
    'assigned',
    mine('case.record-referral-receipt', { received: ['I1'], receivedBy: '丁签收' }),
    'CRIME_NOT_REFERRED',
  ],
  [
    '没有移送就登记处理结果',
    'assigned',
    mine('case.record-judicial-result', { result: 'not-filed' }),
    'CRIME_NOT_REFERRED',
  ],
  [
    '没有登记涉嫌犯罪就认定',
    'assigned',
    { ...mine('case.exclude-crime', {}), by: 'head' },
    'CRIME_NOT_FLAGGED',
  ],
  ['没有立案就终结调查', 'lead', mine('case.conclude-investigation', {}), 'STAGE_RECORD_MISSING'],
  ['已经作出决定再终结调查', 'decided', mine('case.conclude-investigation', {}), 'ALREADY_DECIDED'],
  ['立案之后再先行启动', 'filed', { ...urgent, at: '2026-03-25T09:00' }, 'ALREADY_FILED'],
  [
    '名录之外的人记录拒不配合',
    'assigned',
    mine('case.record-refusal', { officers: ['nobody'], person: '司马证人', matter: 'questioning' }),
    'OFFICER_UNKNOWN',
  ],
  [
    '名录之外的人保全证据',
    'assigned',
    mine('case.preserve-evidence', {
      officers: ['nobody'],
      holder: '司马证人',
      ground: 'may-be-lost',
      items: [{ name: '账册' }],
      forms: [{ form: 'copy' }],
    }),
    'OFFICER_UNKNOWN',
  ],
  [
    '名录之外的人抽样',
    'assigned',
    mine('case.take-samples', { officers: ['nobody'], holder: '司马证人', items: [{ name: '证书' }] }),
    'OFFICER_UNKNOWN',
  ],
  [
    '处理的不是保全',
    'assigned',
    mine('case.resolve-preservation', { preservation: 'L1', outcome: 'return' }),
    'LINK_BROKEN',
  ],
  [
    '没有保全过就处理',
    'assigned',
    mine('case.resolve-preservation', { preservation: 'L1', outcome: 'return' }),
    'NOTHING_PRESERVED',
  ],
  [
    '没有保全过就记录毁损转移',
    'assigned',
    mine('case.record-tampering', { preservation: 'L1', manner: 'moved' }),
    'NOTHING_PRESERVED',
  ],
  [
    '毁损转移的不是保全',
    'assigned',
    mine('case.record-tampering', { preservation: 'L1', manner: 'moved' }),
    'LINK_BROKEN',
  ],
  [
    '名录之外的人询问',
    'assigned',
    later('interviewed', {
      input: { officers: ['h1', 'toString'], person: '司马证人', endedAt: '2026-03-25T09:00' },
    }),
    'OFFICER_UNKNOWN',
  ],
  [
    '告知不在本案的人',
    'assigned',
    later('noticed', { input: { parties: ['P1', 'P9'], sanctions, defenceDays: 5 } }),
    'PARTY_UNKNOWN',
  ],
  [
    '拟处罚的人没有列为被告知人',
    'assigned',
    later('noticed', {
      input: { parties: ['P1'], sanctions: [{ party: 'L1', kind: 'fine' }], defenceDays: 5 },
    }),
    'PARTY_UNKNOWN',
  ],
  [
    '重新告知所列的证据不在卷内',
    'interviewed',
    later('noticed', { input: { parties: ['P1'], sanctions, defenceDays: 5, rights, newEvidence: ['L1'] } }),
    'LINK_BROKEN',
  ],
  ['没有人申辩就复核', 'served', reviewed({}), 'STATEMENT_MISSING'],
  ['复核的不是陈述申辩', 'served', reviewed({ statement: 'N1' }), 'LINK_BROKEN'],
  ['决定之后不再复核', 'decided', reviewed({}), 'ALREADY_DECIDED'],
  ['决定之后不再告知', 'decided', later('noticed'), 'ALREADY_DECIDED'],
  ['还没有文书就送达', 'assigned', later('served'), 'DOCUMENT_NOT_ISSUED'],
  [
    '送达的不是文书',
    'noticed',
    later('served', { input: { document: 'I1', party: 'P1' } }),
    'DOCUMENT_NOT_ISSUED',
  ],
  [
    '送达给不在本案的人',
    'noticed',
    later('served', { input: { document: 'N1', party: 'L1' } }),
    'PARTY_UNKNOWN',
  ],
  [
    '送达早于文书',
    'noticed',
    later('served', { at: '2026-03-10T08:59', entered: '2026-03-25T09:00' }),
    'STEP_ORDER',
  ],
  ['已经送达', 'served', later('served'), 'ALREADY_SERVED'],
  ['收件登记：没有发出的', 'served', delivery('case.record-delivery', 'S1'), 'SERVICE_NOT_SENT'],
  ['退件登记：没有发出的', 'served', delivery('case.record-return', 'S1'), 'SERVICE_NOT_SENT'],
  [
    '没有决定就检查履行',
    'served',
    { id: 'X1', act: 'case.check-performance', by: 'h1', at: '2026-03-25T09:00', input: inspected('P1') },
    'NOT_YET_DECIDED',
  ],
  [
    '检查不在本案的人的履行',
    'decided',
    { id: 'X1', act: 'case.check-performance', by: 'h1', at: '2026-03-25T09:00', input: inspected('P9') },
    'PARTY_UNKNOWN',
  ],
  [
    '检查履行早于决定',
    'decided',
    {
      ...{ id: 'X1', act: 'case.check-performance', by: 'h1', at: '2026-03-19T09:59' },
      ...{ entered: '2026-03-25T09:00', input: inspected('P1') },
    },
    'STEP_ORDER',
  ],
  [
    '履行期限的末日早于决定',
    'decision-approved',
    later('decided', {
      input: {
        ...{ outcome: 'penalty', notice: 'N1', sanctions, evidence: ['I1'] },
        performBy: '2026-03-24',
      },
    }),
    'STEP_ORDER',
  ],
  ['没有告知就陈述申辩', 'assigned', { ...statement, at: '2026-03-25T09:00' }, 'NOTICE_MISSING'],
  [
    '没有告知的人陈述申辩',
    'noticed',
    { ...statement, input: { party: 'P9', waives: true } },
    'NOTICE_MISSING',
  ],
  [
    '没有告知就要求听证',
    'assigned',
    told('request-hearing', { party: 'P1', form: 'oral' }),
    'NOTICE_MISSING',
  ],
  [
    '没有告知的人要求听证',
    'noticed',
    told('request-hearing', { party: 'P9', form: 'oral' }),
    'NOTICE_MISSING',
  ],
  [
    '没有告知的人放弃听证',
    'noticed',
    told('waive-hearing', { party: 'P9', form: 'written', by: 'party' }),
    'NOTICE_MISSING',
  ],
  [
    '没有申请就驳回',
    'served',
    told('reject-hearing-request', { party: 'P1', ground: 'out-of-scope' }),
    'REQUEST_MISSING',
  ],
  ['通知不在本案的人听证', 'served', notified({ parties: ['P9'] }), 'PARTY_UNKNOWN'],
  ['名录之外的人主持听证', 'served', notified({ presider: 'toString' }), 'OFFICER_UNKNOWN'],
  ['听证早于通知', 'served', notified({ startsAt: '2026-03-25T09:00' }), 'STEP_ORDER'],
  ['决定之后通知听证', 'decided', notified({}), 'ALREADY_DECIDED'],
  ['没有通知就听证', 'served', held({}), 'HEARING_NOT_NOTIFIED'],
  [
    '没有听证就补充质证',
    'served',
    told('examine-evidence', { notice: 'N1', examined: ['I1'] }),
    'HEARING_NOT_HELD',
  ],
  [
    '没有通知就终止听证',
    'served',
    told('terminate-hearing', { notice: 'N1', party: 'P1', cause: 'absent' }),
    'HEARING_NOT_NOTIFIED',
  ],
  [
    '没有决定就登记缴款',
    'served',
    told('record-payment', { party: 'P1', amount: 1, channel: 'bank' }),
    'NOT_YET_DECIDED',
  ],
  [
    '登记不在本案的人缴款',
    'decided',
    told('record-payment', { party: 'P9', amount: 1, channel: 'bank' }),
    'PARTY_UNKNOWN',
  ],
  [
    '缴款日在批准的当日',
    'decided',
    told('defer-payment', { party: 'P1', plan: [{ until: '2026-03-25', amount: 500_000 }] }),
    'INPUT_INVALID',
  ],
  [
    '没有决定就登记诉讼',
    'served',
    told('register-remedy', { party: 'P1', kind: 'litigation' }),
    'NOT_YET_DECIDED',
  ],
  [
    '没有决定就更正告知',
    'served',
    { ...told('rectify-remedies', { decision: 'D1' }), by: 'head' },
    'NOT_YET_DECIDED',
  ],
  [
    '决定书还没有送达就更正告知',
    'sealed',
    { ...told('rectify-remedies', { decision: 'D1' }), by: 'head' },
    'SERVICE_PROOF_MISSING',
  ],
  [
    '更正告知的不是决定书',
    'decision-served',
    { ...told('rectify-remedies', { decision: 'N1' }), by: 'head' },
    'LINK_BROKEN',
  ],
  ['催告不在本案的人', 'decided', told('demand-performance', { parties: ['P9'] }), 'PARTY_UNKNOWN'],
  [
    '没有决定就强制执行',
    'served',
    told('enforce-payment', { party: 'P1', means: 'auction', amount: 1 }),
    'NOT_YET_DECIDED',
  ],
  [
    '没有决定就申请法院执行',
    'served',
    told('apply-to-court', { party: 'P1', court: '江城市人民法院' }),
    'NOT_YET_DECIDED',
  ],
  [
    '没有立案就提交集体讨论',
    'lead',
    told('submit-discussion', { outcome: 'penalty', sanctions: [] }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '作出决定之后再提交集体讨论',
    'decided',
    told('submit-discussion', { outcome: 'penalty', sanctions }),
    'ALREADY_DECIDED',
  ],
  [
    '提交讨论的处罚所对的人不在本案',
    'served',
    told('submit-discussion', { outcome: 'penalty', sanctions: [{ party: 'P9', kind: 'warning' }] }),
    'PARTY_UNKNOWN',
  ],
  ['作出决定之后再讨论', 'decided', discussed({}), 'ALREADY_DECIDED'],
  [
    '讨论的处罚所对的人不在本案',
    'served',
    discussed({ sanctions: [{ party: 'P9', kind: 'warning' }] }),
    'PARTY_UNKNOWN',
  ],
  [
    '名录之外的人参加讨论',
    'served',
    discussed({ presider: 'nobody', participants: [{ officer: 'nobody' }] }),
    'OFFICER_UNKNOWN',
  ],
  [
    '同一人参加讨论列了两次',
    'served',
    discussed({ participants: [{ officer: 'head' }, { officer: 'head' }] }),
    'INPUT_INVALID',
  ],
  ['主持人没有参加讨论', 'served', discussed({ presider: 'chief' }), 'INPUT_INVALID'],
  [
    '没有立案就组织专家论证',
    'lead',
    told('call-experts', { question: '是否超出范围' }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '没有组织专家论证就记录',
    'served',
    told('record-experts', { experts: [{ name: '专家甲' }] }),
    'EXPERT_MEETING_MISSING',
  ],
  ['作出决定之后补录线下审批', 'decided', onPaper({}), 'ALREADY_DECIDED'],
  ['线下审批的签署人在名录之外', 'served', onPaper({ signer: 'nobody' }), 'OFFICER_UNKNOWN'],
  ['没有立案就补录决定的审批', 'lead', onPaper({}), 'STAGE_RECORD_MISSING'],
  ['没有决定就盖章', 'served', sealing({}), 'DOCUMENT_NOT_ISSUED'],
  ['给卷内没有的文书盖章', 'decided', sealing({ document: 'N1' }), 'DOCUMENT_NOT_ISSUED'],
  [
    '盖章早于决定',
    'decided',
    { ...sealing({}), at: '2026-03-19T09:59', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['盖过章的再盖', 'sealed', sealing({}), 'ALREADY_SEALED'],
  [
    '决定的审批没有核对这一环节',
    'served',
    told('approve', { matter: 'decision', step: 'check', opinion: 'agree' }),
    'STEP_UNKNOWN',
  ],
  ['线下签署的也没有核对这一环节', 'served', onPaper({ step: 'check' }), 'STEP_UNKNOWN'],
  ['没有决定就审定公示', 'served', later('publication-approved'), 'NOT_YET_DECIDED'],
  ['决定之后再批准决定', 'decided', later('decision-approved'), 'ALREADY_DECIDED'],
  ['没有立案就批准决定', 'lead', later('decision-approved'), 'STAGE_RECORD_MISSING'],
  ['只决定一次', 'decided', later('decided'), 'ALREADY_DECIDED'],
  [
    '处罚不在本案的人',
    'decision-approved',
    later('decided', {
      input: { outcome: 'penalty', sanctions: [{ party: 'P9', kind: 'fine' }], evidence: ['I1'] },
    }),
    'PARTY_UNKNOWN',
  ],
  [
    '所列证据不是证据',
    'decision-approved',
    later('decided', { input: { outcome: 'penalty', sanctions, evidence: ['L1'] } }),
    'LINK_BROKEN',
  ],
  [
    '所列告知书不是告知书',
    'decision-approved',
    later('decided', { input: { outcome: 'penalty', notice: 'I1', sanctions, evidence: ['I1'] } }),
    'LINK_BROKEN',
  ],
  [
    '没有决定就登记移送',
    'served',
    mine('case.transfer', { organ: '江城市市场监督管理局', number: '江民移〔2026〕1 号' }),
    'NOT_YET_DECIDED',
  ],
  ['作出决定之后登记管辖争议', 'decided', disputing, 'ALREADY_DECIDED'],
  ['没有争议就登记协商', 'assigned', negotiating, 'NO_DISPUTE'],
  [
    '决定处罚的不登记移送',
    'decided',
    mine('case.transfer', { organ: '江城市市场监督管理局', number: '江民移〔2026〕1 号' }),
    'TRANSFER_NOT_DECIDED',
  ],
  ['没有决定就公示', 'served', later('published'), 'NOT_YET_DECIDED'],
  ['只公示一次', 'published', later('published'), 'ALREADY_PUBLISHED'],
  [
    '更正不存在的记录',
    'filed',
    correction({ entry: 'X9', fields: { 'input.summary': '试' } }),
    'LINK_BROKEN',
  ],
  [
    '更正已经形成的文书',
    'noticed',
    correction({ entry: 'N1', fields: { 'input.defenceDays': 1 } }),
    'ENTRY_FROZEN',
  ],
  ['更正立案表', 'filed', correction({ entry: 'F1', fields: { 'input.cause': '别的案由' } }), 'ENTRY_FROZEN'],
  [
    '更正审批',
    'decision-approved',
    correction({ entry: 'A2', fields: { 'input.opinion': 'return' } }),
    'ENTRY_FROZEN',
  ],
  [
    '更正决定',
    'decided',
    correction({ entry: 'D1', fields: { 'input.outcome': 'exemption' } }),
    'ENTRY_FROZEN',
  ],
  [
    '更正公示',
    'published',
    correction({ entry: 'B1', fields: { 'input.channel': 'media' } }),
    'ENTRY_FROZEN',
  ],
  [
    '没有立案就责令改正',
    'lead',
    mine('case.order-correction', { parties: ['P1'], demand: '停止收费', by: '2026-03-31' }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '责令不在本案的人改正',
    'assigned',
    mine('case.order-correction', { parties: ['P9'], demand: '停止收费', by: '2026-03-31' }),
    'PARTY_UNKNOWN',
  ],
  [
    '改正期限的末日已经过去',
    'assigned',
    mine('case.order-correction', { parties: ['P1'], demand: '停止收费', by: '2026-03-24' }),
    'STEP_ORDER',
  ],
  [
    '没有责令改正就核查',
    'assigned',
    mine('case.check-correction', { party: 'P1', state: 'done' }),
    'NOTHING_TO_CHECK',
  ],
  [
    '没有决定就记录催告',
    'served',
    mine('case.record-demand', { party: 'P1', way: 'telephone' }),
    'NOT_YET_DECIDED',
  ],
  [
    '记录催告不在本案的人',
    'decided',
    mine('case.record-demand', { party: 'P9', way: 'telephone' }),
    'PARTY_UNKNOWN',
  ],
  ['没有结案就编制卷内目录', 'decided', mine('case.bind-file', { contents: ['L1'] }), 'NOT_YET_CLOSED'],
  ['没有结案就归档', 'decided', mine('case.archive', {}), 'NOT_YET_CLOSED'],
  ['没有立案就结案', 'lead', mine('case.close', { ground: 'performed' }), 'STAGE_RECORD_MISSING'],
  ['没有决定就结案', 'served', mine('case.close', { ground: 'performed' }), 'NOT_YET_DECIDED'],
  ['没有瑕疵就承认瑕疵', 'lead', admission({ gap: 'closing.served' }), 'NOTHING_TO_ADMIT'],
  ['承认的瑕疵一次两项', 'decided', admission({ gap: 'closing.served', entry: 'I1' }), 'INPUT_INVALID'],
  ['承认的是法定要件', 'decided', admission({ gap: 'decision.approved' }), 'DEFECT_NOT_CURABLE'],
  ['承认的记录没有瑕疵', 'decided', admission({ entry: 'I1' }), 'DEFECT_NOT_CURABLE'],
  ['没有立案就判定是否重大', 'lead', review('judge-major', { grounds: [] }, 'h1'), 'STAGE_RECORD_MISSING'],
  ['决定之后再判定是否重大', 'decided', review('judge-major', { grounds: [] }, 'h1'), 'ALREADY_DECIDED'],
  ['没有立案就送审', 'lead', review('submit-review', proposal, 'h1'), 'STAGE_RECORD_MISSING'],
  ['决定之后再送审', 'decided', review('submit-review', proposal, 'h1'), 'ALREADY_DECIDED'],
  [
    '送到没有登记的机构',
    'served',
    review('submit-review', { ...proposal, unit: 'constructor' }, 'h1'),
    'UNIT_UNKNOWN',
  ],
  [
    '拟处罚的人不在本案',
    'served',
    review('submit-review', { ...proposal, sanctions: [{ party: 'P9', kind: 'fine' }] }, 'h1'),
    'PARTY_UNKNOWN',
  ],
  [
    '送审所列证据不在卷中',
    'served',
    review('submit-review', { ...proposal, evidence: ['I9'] }, 'h1'),
    'LINK_BROKEN',
  ],
  ['没有送审就受理', 'served', review('accept-review', { complete: true }), 'REVIEW_NOT_SUBMITTED'],
  [
    '没有送审就退回',
    'served',
    review('return-materials', { missing: ['evidence'], explanation: '缺目录' }),
    'REVIEW_NOT_SUBMITTED',
  ],
  [
    '没有送审就出具意见',
    'served',
    review('conclude-review', { opinions: ['agree'] }),
    'REVIEW_NOT_SUBMITTED',
  ],
  [
    '没有意见就申请复审',
    'served',
    review('request-reexamination', { unit: 'legal' }, 'h1'),
    'REVIEW_NOT_CONCLUDED',
  ],
  [
    '决定之后再申请复审',
    'decided',
    review('request-reexamination', { unit: 'legal' }, 'h1'),
    'ALREADY_DECIDED',
  ],
  [
    '没有受理就延期',
    'served',
    review('extend-review', { reason: '案情复杂' }, 'head'),
    'REVIEW_NOT_ACCEPTED',
  ],
  ['没有意见就确认', 'served', review('confirm-review', { reason: '没有新的事实' }), 'REVIEW_NOT_CONCLUDED'],
  ['决定之后再确认', 'decided', review('confirm-review', { reason: '没有新的事实' }), 'ALREADY_DECIDED'],
  [
    '决定之后再批准免审',
    'decided',
    review('exempt-review', { ground: 'urgent', rank: 'law' }, 'head'),
    'ALREADY_DECIDED',
  ],
  [
    '决定之后再登记另行审核',
    'decided',
    review('record-other-review', { body: '审理委员会', passed: true }, 'h1'),
    'ALREADY_DECIDED',
  ],
  ['没有决定就撤销', 'served', revocation({}), 'NOT_YET_DECIDED'],
  ['撤销早于决定', 'decided', { ...revocation({}), at: '2026-03-02T16:00' }, 'STEP_ORDER'],
  ['全部撤销而又列出仍然有效的处罚', 'decided', revocation({ left: sanctions }), 'INPUT_INVALID'],
  ['部分撤销而没有少一项处罚', 'decided', revocation({ extent: 'part', left: sanctions }), 'INPUT_INVALID'],
  [
    '部分撤销反而加重',
    'decided',
    revocation({ extent: 'part', left: [{ party: 'P1', kind: 'fine', amount: 99_999_999 }] }),
    'INPUT_INVALID',
  ],
  ['部分撤销而什么也没有剩下', 'decided', revocation({ extent: 'part', left: [] }), 'INPUT_INVALID'],
  ['没有公示就撤回', 'decided', told('withdraw-publication', {}), 'NOT_PUBLISHED'],
  ['决定仍然有效就撤回公示', 'published', told('withdraw-publication', {}), 'DECISION_STANDS'],
  [
    '没有立案就写逾期的原因',
    'lead',
    told('explain-lateness', { reason: '承办人病休' }),
    'STAGE_RECORD_MISSING',
  ],
  [
    '决定之后再写逾期的原因',
    'decided',
    told('explain-lateness', { reason: '承办人病休' }),
    'ALREADY_DECIDED',
  ],
  [
    '没有线索就核查',
    'decided',
    told('check-suspicion', { suspicion: 'D1', finding: 'unfounded' }),
    'NO_SUSPICION',
  ],
  ['更正没有指明栏目', 'filed', correction({ entry: 'L1', fields: {} }), 'INPUT_INVALID'],
  [
    '更正到还没有到的时刻',
    'filed',
    correction({ entry: 'L1', fields: { occurredAt: '2026-04-01T09:00:00+08:00' } }),
    'FUTURE_DATE',
  ],
  ['没有签署就撤回审批', 'lead', withdrawing({ matter: 'filing' }), 'NOTHING_TO_WITHDRAW'],
  [
    '撤回没有签署的环节',
    'filing-proposed',
    withdrawing({ matter: 'filing', step: 'unit' }),
    'OPINION_MISSING',
  ],
  ['立案之后撤回立案的批准', 'filed', withdrawing({ matter: 'filing' }), 'APPROVAL_USED'],
  ['决定之后撤回决定的批准', 'decided', withdrawing({ matter: 'decision' }), 'APPROVAL_USED'],
  [
    '撤回的时刻早于签署的时刻',
    'decision-approved',
    { ...withdrawing({ matter: 'decision' }), at: '2026-03-12T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['没有送审就撤回送审', 'served', told('withdraw-review', { reason: '须再修改' }), 'REVIEW_NOT_SUBMITTED'],
  ['没有审核意见就定夺分歧', 'served', settling({ way: 'follow' }), 'REVIEW_NOT_CONCLUDED'],
  ['决定之后再定夺分歧', 'decided', settling({ way: 'follow' }), 'ALREADY_DECIDED'],
  ['立案之前追加当事人', 'lead', joining({}), 'STAGE_RECORD_MISSING'],
  ['决定之后追加当事人', 'decided', joining({}), 'ALREADY_DECIDED'],
  ['追加的当事人用了卷内的编号', 'filed', joining({ parties: [{ ...joined, id: 'P1' }] }), 'ID_TAKEN'],
  ['追加的两名当事人用了同一编号', 'filed', joining({ parties: [joined, joined] }), 'ID_TAKEN'],
  ['立案之前变更名称', 'lead', renaming({}), 'PARTY_UNKNOWN'],
  ['变更案外人的名称', 'filed', renaming({ party: 'P9' }), 'PARTY_UNKNOWN'],
  ['立案之前登记代理人', 'lead', appointing({}), 'PARTY_UNKNOWN'],
  ['为案外人登记代理人', 'filed', appointing({ party: 'P9' }), 'PARTY_UNKNOWN'],
  ['委托期限在委托之前届满', 'filed', appointing({ until: '2026-01-01' }), 'PERIOD_REVERSED'],
  ['没有代理人而解除委托', 'filed', dismissing({}), 'AGENT_UNKNOWN'],
  ['变更的名称与登记的相同', 'filed', renaming({ name: organisation.name }), 'NOTHING_CHANGED'],
  ['立案之前登记承继', 'lead', succeeding({}), 'STAGE_RECORD_MISSING'],
  ['决定之后登记承继', 'decided', succeeding({}), 'ALREADY_DECIDED'],
  ['承继案外人', 'filed', succeeding({ party: 'P9' }), 'PARTY_UNKNOWN'],
  ['承继人用了卷内的编号', 'filed', succeeding({ parties: [{ ...joined, id: 'F1' }] }), 'ID_TAKEN'],
  ['立案之前中止', 'lead', told('suspend', { ground: 'awaits-other' }), 'STAGE_RECORD_MISSING'],
  ['决定之后中止', 'decided', told('suspend', { ground: 'awaits-other' }), 'ALREADY_DECIDED'],
  ['没有中止就恢复', 'filed', told('resume', { reason: '情形已经消失' }), 'NOT_SUSPENDED'],
  ['立案之前终止', 'lead', terminating({}), 'STAGE_RECORD_MISSING'],
  ['决定之后终止', 'decided', terminating({}), 'ALREADY_DECIDED'],
  ['对案外人终止', 'filed', terminating({ parties: ['P9'] }), 'PARTY_UNKNOWN'],
  [
    '立案之前报批终止',
    'lead',
    later('decision-approved', { input: { matter: 'termination', opinion: 'agree' } }),
    'STAGE_RECORD_MISSING',
  ],
  ['立案之前并案', 'lead', merging({}), 'STAGE_RECORD_MISSING'],
  ['决定之后并案', 'decided', merging({}), 'ALREADY_DECIDED'],
  ['并入本案自己', 'filed', merging({ into: 'case/trial' }), 'SAME_CASE'],
  ['并入没有的案件', 'filed', merging({}), 'CASE_UNKNOWN'],
  ['关联本案自己', 'filed', linking({ other: 'case/trial' }), 'SAME_CASE'],
  ['关联没有的案件', 'filed', linking({}), 'CASE_UNKNOWN'],
  ['立案之前分案', 'lead', splitting({}), 'STAGE_RECORD_MISSING'],
  ['决定之后分案', 'decided', splitting({}), 'ALREADY_DECIDED'],
  ['只有一名当事人的分案', 'filed', splitting({}), 'NOTHING_TO_SPLIT'],
  ['分出案外人', 'filed', splitting({ parties: ['P9'] }), 'PARTY_UNKNOWN'],
  ['分出全部当事人', 'filed', splitting({}), 'NOTHING_LEFT'],
  ['交由再审没有指明问题', 'served', settling({ way: 'look-again' }), 'FIELD_MISSING'],
  ['对本案之外的人提请强制措施', 'assigned', told('request-measure', measureOf('P9')), 'PARTY_UNKNOWN'],
  [
    '没有提请就批准强制措施',
    'assigned',
    { ...told('approve', { matter: 'measure', opinion: 'agree' }), by: 'head' },
    'REQUEST_MISSING',
  ],
  [
    '对本案之外的人制作决定书',
    'assigned',
    told('decide-measure', { ...measureOf('P9'), until: '2026-04-20' }),
    'PARTY_UNKNOWN',
  ],
  [
    '名录之外的人实施强制措施',
    'assigned',
    told('take-measure', {
      ...{ kind: 'impoundment', party: 'P1', urgent: true, officers: ['nobody'] },
      ...{ things: measuredThings, endedAt: '2026-03-25T09:00' },
    }),
    'OFFICER_UNKNOWN',
  ],
  [
    '冻结本案之外的人的款项',
    'assigned',
    told('freeze-funds', {
      ...{ party: 'P9', officers: ['h1', 'h2'], endedAt: '2026-03-25T09:00' },
      funds: [{ institution: '江城银行', account: '账号一', amount: 100 }],
    }),
    'PARTY_UNKNOWN',
  ],
  [
    '没有采取过措施就登记鉴定的期间',
    'assigned',
    told('exclude-test-time', {
      ...{ measure: 'M1', entrustment: 'X9', from: '2026-03-24', until: '2026-03-25' },
    }),
    'MEASURE_MISSING',
  ],
  ['没有采取过措施就延长', 'assigned', told('extend-measure', { measure: 'M1', days: 5 }), 'MEASURE_MISSING'],
  [
    '没有采取过措施就登记费用',
    'assigned',
    told('record-custody-cost', { measure: 'M1', cost: 'custody', amount: 100, bearer: 'agency' }),
    'MEASURE_MISSING',
  ],
  [
    '没有采取过措施就解除',
    'assigned',
    told('lift-measure', { measure: 'M1', ground: 'expired' }),
    'MEASURE_MISSING',
  ],
  [
    '没有在控的财物就移库',
    'assigned',
    told('move-things', {
      ...{ things: ['M1/1'], place: '二号库', keeper: '李承办', keeping: 'agency' },
      ...{ purpose: 'storage', signers: ['h1', 'h2'] },
    }),
    'NOTHING_HELD',
  ],
  [
    '没有在控的财物就处理',
    'assigned',
    told('dispose-things', { things: ['M1/1'], outcome: 'sale' }),
    'NOTHING_HELD',
  ],
  [
    '没有在控的财物就退还',
    'assigned',
    told('return-things', { things: [{ thing: 'M1/1', quantity: 1 }], recipient: '吴代表' }),
    'NOTHING_HELD',
  ],
  ['与本机关自己联合执法', 'filed', enforcingWith({ name: '江城市 民政局' }), 'PARTNER_SELF'],
  [
    '没有联合执法的机关而退出',
    'filed',
    mine('case.leave-enforcement', { partner: 'X9', reason: '不再参加' }),
    'NO_PARTNER',
  ],
  [
    '没有联合执法的机关而登记结果',
    'filed',
    mine('case.record-partner-result', { partner: 'X9', outcome: 'none' }),
    'NO_PARTNER',
  ],
  ['职权没有划出就移交', 'filed', mine('case.cede', { to: 'union' }), 'POWER_KEPT'],
  ['没有移交来的案卷就接收', 'filed', mine('case.receive-ceded', { from: 'union' }), 'NOT_CEDED'],
];

describe('案卷本身不容许的', () => {
  it.each(cases)('%s', (_what, milestone, told, code) => {
    const refusals = caseAt(law, milestone).refused(told);
    const found = refusals.find((one) => one.code === code);
    expect(found).toMatchObject({ act: told.act, effect: 'void', clauses: [] });
    expect(found?.because).toMatch(/[\u4e00-\u9fff]/);
    expect(found?.rule).toBeUndefined();
  });

  it('每种案卷行为，只要定义了这样的拒绝，上面都有', () => {
    const covered = new Set([...cases, ...sequences].map(([, , told]) => told.act));
    const defined = [...actDefinitions.values()].filter(
      (one) =>
        one.aggregate === 'case' &&
        // Acts of another kind of enforcement have a table of their own beside them.
        one.kinds === undefined &&
        (one.standing !== undefined || one.invariants !== undefined),
    );
    expect(defined.map((one) => one.name).filter((name) => !covered.has(name))).toEqual([]);
  });

  it('补救所指的行为都存在', () => {
    const remedies = cases.flatMap(([, milestone, told]) =>
      caseAt(law, milestone)
        .refused(told)
        .flatMap((refusal) => refusal.remedy?.act ?? []),
    );
    expect(remedies.length).toBeGreaterThan(5);
    expect(remedies.filter((act) => !actDefinitions.has(act))).toEqual([]);
  });
});

describe('听证通知之后，案卷本身不容许的', () => {
  const played = () => {
    const file = caseAt(law, 'served');
    file.do({
      ...notified({ presider: 'chief', open: false }),
      id: 'X0',
      by: 'chief',
      at: '2026-03-12T09:00',
      record: {
        'hearing.place': '本局会议室',
        'hearing.appointed-by': '局长指定',
        'hearing.closed-ground': 'privacy',
        'hearing.closed-basis': '涉及个人隐私',
      },
    });
    return file;
  };
  const later = { at: '2026-04-20T09:30', entered: '2026-04-20T12:00' };

  it.each<[string, Told, string]>([
    ['早于通知所定的时刻', held({}), 'STEP_ORDER'],
    ['通知书不在卷中', { ...held({ notice: 'N1' }), ...later }, 'LINK_BROKEN'],
    ['质证的不是证据', { ...held({ examined: ['N1'] }), ...later }, 'LINK_BROKEN'],
    ['主持人不在名录', { ...held({ presider: 'nobody' }), ...later }, 'OFFICER_UNKNOWN'],
    [
      '代理的人没有通知',
      { ...held({ agents: [{ party: 'P9', name: '律师甲' }] }), ...later },
      'PARTY_UNKNOWN',
    ],
    [
      '没有通知的人不到场',
      { ...told('terminate-hearing', { notice: 'X0', party: 'P9', cause: 'left' }), ...later },
      'PARTY_UNKNOWN',
    ],
  ])('%s', (_what, act, code) => {
    const found = played()
      .refused(act)
      .find((one) => one.code === code);
    expect(found).toMatchObject({ act: act.act, effect: 'void', clauses: [] });
  });

  it('通知书是可以送达的文书', () => {
    played().do({
      ...later,
      act: 'case.serve',
      by: 'h1',
      input: { document: 'X0', party: 'P1' },
      record: {
        'service.recipient': '吴代表',
        'service.place': '示范路 1 号',
        'service.signed-at': '2026-04-20T09:30:00+08:00',
      },
    });
  });
});

const at = (told: Told, id: string, when: string): Told => ({ ...told, id, at: when, entered: when });
const challenged = () => {
  const played = caseAt(law, 'interviewed');
  played.do({
    ...at(mine('case.request-recusal', { party: 'P1', officer: 'h2' }), 'Q1', '2026-03-20T09:00'),
    record: { 'recusal.ground': '与当事人有旧怨' },
  });
  return played;
};
const delayed = () => {
  const played = caseAt(law, 'served');
  played.do({
    ...at(
      mine('case.request-extension', { party: 'P1', limit: 'statement', endedOn: '2026-03-19' }),
      'Q1',
      '2026-03-20T09:00',
    ),
    record: { 'extension.obstacle': '山洪断路，无法到场。' },
  });
  return played;
};
const givingTime = (input: object): Told => ({
  ...mine('case.decide-extension', { request: 'Q1', granted: true, until: '2026-03-30', ...input }),
  by: 'head',
});
const monitored = () => {
  const played = caseAt(law, 'interviewed');
  played.do({
    ...at(
      mine('case.admit-monitoring', { party: 'P1', device: '公共监控', recordedAt: '2026-02-20T18:30' }),
      'M1',
      '2026-03-20T09:00',
    ),
    record: monitoringRecord,
  });
  return played;
};
const flagged = () => {
  const played = caseAt(law, 'interviewed');
  played.do({
    ...at(mine('case.flag-crime', { offence: '非法经营罪' }), 'C1', '2026-03-20T09:00'),
    record: { 'crime.basis': '数额较大' },
  });
  return played;
};
const referred = () => {
  const played = flagged();
  played.do({
    ...at(
      mine('case.refer-crime', { recipient: '江城市公安局', evidence: ['I1'] }),
      'R1',
      '2026-03-20T10:00',
    ),
    record: { 'crime.materials': '移送书一份' },
  });
  return played;
};
const signing = (received: readonly string[]): Told => ({
  ...mine('case.record-referral-receipt', { received, receivedBy: '丁签收' }),
  record: { 'crime.receipt': '回执一份' },
});
/** A decision that detains, as another agency's file would hold it: here nobody may make one. */
const detained = (): PlayedCase => {
  const played = caseAt(law, 'decided');
  const entries = played.state.entries.map((entry) =>
    entry.kind === 'decision'
      ? { ...entry, data: { ...entry.data, sanctions: [{ party: 'P1', kind: 'detention' }] } }
      : entry,
  );
  played.state = { ...played.state, entries };
  return played;
};
const asked = (): PlayedCase => {
  const played = detained();
  played.do({ ...putOff, ...{ id: 'Q1', at: '2026-03-24T09:00' } });
  return played;
};
const excluded = () => {
  const played = caseAt(law, 'interviewed');
  played.do({
    ...at(mine('case.exclude-evidence', { evidence: 'I1', ground: 'unverified' }), 'E1', '2026-03-20T09:00'),
    record: { 'exclusion.reason': '查证不属实' },
  });
  return played;
};
const deciding = (input: object): Told => ({
  ...mine('case.decide-recusal', { officer: 'h2', recused: false, ...input }),
  by: 'head',
});
const taken = (): PlayedCase => {
  const played = new PlayedCase(law, staffedAgency());
  played.do(onSpot);
  played.do({
    ...taking({ party: 'P2', ground: 'remote' }),
    id: 'K1',
    at: '2026-03-20T09:00',
    record: {
      'collection.area': 'waterborne',
      'collection.place': '东湖三号码头',
      'collection.difficulty': '水上没有网点',
      'collection.request': 'signed',
    },
  });
  return played;
};
const ashore = (): PlayedCase => {
  const played = new PlayedCase(law, staffedAgency());
  played.do(onSpot);
  played.do(collected);
  return played;
};
const handingIn = (change: object = {}): Told => ({
  ...mine('case.hand-in-fine', { collection: 'K1', amount: 100, receivedBy: 'chief', ...change }),
  record: { 'collection.hand-in-receipt': '收讫 1' },
});
const handedIn = (): PlayedCase => {
  const played = taken();
  played.do({ ...handingIn(), id: 'K2', at: '2026-03-23T09:00' });
  return played;
};
const depositing = (change: object = {}): Told => ({
  ...mine('case.deposit-fine', { collection: 'K1', amount: 100, ...change }),
  record: { 'deposit.slip': '回单 1' },
});
const deposited = (): PlayedCase => {
  const played = handedIn();
  played.do({ ...depositing(), id: 'K3', at: '2026-03-24T09:00' });
  return played;
};
const sequences: readonly (readonly [string, () => PlayedCase, Told, string])[] = [
  ['决定没有提出过的顺延申请', delayed, givingTime({ request: 'N1' }), 'REQUEST_MISSING'],
  ['准许顺延而没有写到哪一日', delayed, givingTime({ until: undefined }), 'FIELD_MISSING'],
  ['顺延到的日期已经过去', delayed, givingTime({ until: '2026-03-24' }), 'FIELD_INVALID'],
  ['决定没有被申请回避的人', challenged, deciding({ officer: 'h1' }), 'REQUEST_MISSING'],
  ['认定的不是证据', challenged, deciding({ discarded: ['F1'] }), 'LINK_BROKEN'],
  [
    '告知的不是监控记录',
    monitored,
    mine('case.notify-monitoring', { monitoring: 'I1', way: 'written' }),
    'LINK_BROKEN',
  ],
  [
    '告知早于采用',
    monitored,
    {
      ...mine('case.notify-monitoring', { monitoring: 'M1', way: 'written' }),
      at: '2026-03-19T09:00',
      entered: '2026-03-25T09:00',
    },
    'STEP_ORDER',
  ],
  ['管辖争议没有解决又登记一次', disputed, { ...disputing, id: 'X2' }, 'DISPUTE_OPEN'],
  [
    '协商早于争议',
    disputed,
    { ...negotiating, at: '2026-03-19T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['没有登记案源就登记管辖争议', () => new PlayedCase(law, staffedAgency()), disputing, 'LEAD_MISSING'],
  [
    '移送的证据不在卷内',
    flagged,
    mine('case.refer-crime', { recipient: '江城市公安局', evidence: ['X9'] }),
    'LINK_BROKEN',
  ],
  [
    '回复的请求不在卷内',
    () => {
      const played = caseAt(law, 'assigned');
      played.do({ ...asking, ...{ id: 'AS1', at: '2026-03-20T09:00' } });
      return played;
    },
    replying('A9'),
    'LINK_BROKEN',
  ],
  [
    '回复早于请求',
    () => {
      const played = caseAt(law, 'assigned');
      played.do({ ...asking, ...{ id: 'AS1', at: '2026-03-20T09:00' } });
      return played;
    },
    { ...replying('AS1'), at: '2026-03-19T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['没有人申请就决定是否暂缓执行拘留', detained, ruling('Q1'), 'NOTHING_REQUESTED'],
  ['没有被决定拘留的人申请暂缓', detained, mine(putOff.act, { party: 'P9' }), 'PARTY_UNKNOWN'],
  [
    '申请早于决定',
    detained,
    { ...putOff, at: '2026-03-01T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  [
    '执行没有被决定拘留的人',
    detained,
    mine(detaining.act, { party: 'P9', place: '江城市拘留所' }),
    'PARTY_UNKNOWN',
  ],
  ['所答复的申请不在卷内', asked, ruling('Q9'), 'LINK_BROKEN'],
  ['决定早于申请', asked, { ...ruling('Q1'), at: '2026-03-24T08:00' }, 'STEP_ORDER'],
  [
    '同一人的拘留执行两次',
    () => {
      const played = detained();
      played.do({
        ...detaining,
        ...{ id: 'DX1', at: '2026-03-24T09:00', record: { 'detention.receipt': '回执' } },
      });
      return played;
    },
    detaining,
    'ALREADY_EXECUTED',
  ],
  ['签收的不在移送的清单中', referred, signing(['X9']), 'LINK_BROKEN'],
  [
    '签收早于移送',
    referred,
    { ...signing(['I1']), at: '2026-03-20T08:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  [
    '已经逐件签收又登记',
    () => {
      const played = referred();
      played.do({ ...signing(['I1']), ...{ id: 'S1', at: '2026-03-21T09:00' } });
      return played;
    },
    signing(['I1']),
    'ALREADY_SIGNED',
  ],
  [
    '处理结果早于移送',
    referred,
    {
      ...mine('case.record-judicial-result', { result: 'pending' }),
      ...{ at: '2026-03-20T08:00', entered: '2026-03-25T09:00' },
    },
    'STEP_ORDER',
  ],
  ['涉嫌犯罪登记两次', flagged, mine('case.flag-crime', { offence: '诈骗罪' }), 'ALREADY_FLAGGED'],
  [
    '排除已经排除的证据',
    excluded,
    mine('case.exclude-evidence', { evidence: 'I1', ground: 'unlawful' }),
    'EVIDENCE_MISSING',
  ],
  [
    '查证已经排除的证据',
    () => {
      const played = excluded();
      played.do({
        ...lawfulAct('interviewed'),
        ...{ id: 'I2', at: '2026-03-20T10:00', entered: '2026-03-20T12:00' },
        input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-20T11:00' },
      });
      return played;
    },
    mine('case.verify-evidence', { evidence: ['I1'] }),
    'EVIDENCE_EXCLUDED',
  ],
  [
    '不在水上收缴的不登记抵岸',
    ashore,
    mine('case.record-landing', { collection: 'K1' }),
    'NOTHING_COLLECTED',
  ],
  ['抵岸的不是当场收缴', taken, mine('case.record-landing', { collection: 'D1' }), 'LINK_BROKEN'],
  [
    '抵岸早于收缴',
    taken,
    {
      ...mine('case.record-landing', { collection: 'K1' }),
      at: '2026-03-19T09:00',
      entered: '2026-03-25T09:00',
    },
    'STEP_ORDER',
  ],
  ['交回的不是当场收缴', taken, handingIn({ collection: 'D1' }), 'LINK_BROKEN'],
  ['名录之外的人收款', taken, handingIn({ receivedBy: 'nobody' }), 'OFFICER_UNKNOWN'],
  [
    '交回早于收缴',
    taken,
    { ...handingIn(), at: '2026-03-19T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['交回两次', handedIn, handingIn(), 'NOTHING_COLLECTED'],
  ['没有交回就缴存', taken, depositing(), 'NOTHING_COLLECTED'],
  ['缴存的不是当场收缴', handedIn, depositing({ collection: 'K2' }), 'LINK_BROKEN'],
  [
    '缴存早于交回',
    handedIn,
    { ...depositing(), at: '2026-03-22T09:00', entered: '2026-03-25T09:00' },
    'STEP_ORDER',
  ],
  ['缴存两次', deposited, depositing(), 'NOTHING_COLLECTED'],
];

describe('回避、排除、监控和涉嫌犯罪各步的次序', () => {
  it.each(sequences)('%s', (_what, file, told, code) => {
    expect(
      file()
        .refused(told)
        .map((one) => one.code),
    ).toContain(code);
  });

  it('NAT-CF-46-2 排除的证据不再预先填进决定', () => {
    const form = (played: PlayedCase) =>
      requirements(played.state, 'case.decide', played.context('h1', '2026-03-25T09:00')).prefill.input;
    expect(form(caseAt(law, 'interviewed'))['evidence']).toEqual(['I1']);
    expect(form(excluded())['evidence']).toEqual([]);
  });
});

describe('不予立案的案源', () => {
  const refused = (naming = 'named', source = 'complaint') => {
    const played = new PlayedCase(law, staffedAgency());
    played.do({
      ...lawfulAct('lead'),
      input: { source, summary: '线索' },
      record: {
        'lead.channel': 'letter',
        'lead.naming': naming,
        'lead.reporter': '司马举报',
        'lead.contact': '示例电话',
      },
    });
    played.do({
      ...told('approve', { matter: 'filing-refusal', opinion: 'agree' }),
      id: 'A0',
      by: 'head',
      at: '2026-03-02T15:00',
    });
    played.do({
      ...told('refuse-filing', {}),
      id: 'R0',
      at: '2026-03-03T09:00',
      record: {
        'filing.refusal-reviewer': '孙承办',
        'filing.refusal-course': '核对了收据',
        'filing.refusal-reason': '没有违法行为',
        'filing.refusal-basis': '处罚法有关条款',
        'filing.refusal-telling': '告知举报人',
      },
    });
    return played;
  };
  const telling = { ...refusalTold, record: { 'telling.content': '不予立案' } };
  const toldOnce = () => {
    const played = refused();
    played.do({ ...telling, id: 'T0', at: '2026-03-04T09:00' });
    return played;
  };
  const concluded = () => {
    const played = toldOnce();
    played.do({ ...told('conclude-lead', {}), id: 'C0', at: '2026-03-05T09:00' });
    return played;
  };

  it.each<[string, () => PlayedCase, Told, string]>([
    ['再核查', refused, triaged, 'FILING_REFUSED'],
    ['再不予立案', refused, told('refuse-filing', {}), 'FILING_REFUSED'],
    ['改为立案', refused, later('filed'), 'FILING_REFUSED'],
    ['先行启动', refused, urgent, 'FILING_REFUSED'],
    [
      '告知早于不予立案',
      refused,
      { ...telling, at: '2026-03-02T09:30', entered: '2026-03-25T09:00' },
      'STEP_ORDER',
    ],
    ['告知过了再告知', toldOnce, telling, 'ALREADY_TOLD'],
    ['匿名的没有人可以告知', () => refused('anonymous'), telling, 'NOBODY_TO_TELL'],
    ['检查发现的没有人可以告知', () => refused('named', 'inspection'), telling, 'NOBODY_TO_TELL'],
    ['办结两次', concluded, told('conclude-lead', {}), 'LEAD_CONCLUDED'],
  ])('%s', (_what, played, act, code) => {
    expect(played().refused(act)).toContainEqual(
      expect.objectContaining({ act: act.act, code, clauses: [] }),
    );
  });

  it('表单预先填好告知谁、告知什么，和审查人、审查经过', () => {
    const played = refused();
    expect(
      requirements(played.state, 'case.notify-refusal', played.context('h1', '2026-03-03T10:00')).prefill,
    ).toEqual({
      input: { to: 'complainant' },
      record: { 'telling.content': '经核查不予立案：没有违法行为' },
    });
    const open = caseAt(law, 'lead');
    open.do({ ...triaged, id: 'T1', at: '2026-03-02T09:30', record: { 'triage.findings': '核对了收据' } });
    expect(
      requirements(open.state, 'case.refuse-filing', open.context('h1', '2026-03-03T10:00')).prefill.record,
    ).toEqual({
      'filing.refusal-reviewer': '孙承办',
      'filing.refusal-course': '核对了收据',
      'filing.refusal-telling': '没有应当告知的人',
    });
  });
});

describe('法制审核各步的次序', () => {
  const sent = () => {
    const played = caseAt(law, 'served');
    played.do({ ...review('submit-review', proposal, 'h1'), id: 'R1', at: '2026-03-20T09:00' });
    return played;
  };
  const accepted = () => {
    const played = sent();
    played.do({ ...review('accept-review', { complete: true }), id: 'R2', at: '2026-03-20T10:00' });
    return played;
  };
  const concluded = () => {
    const played = accepted();
    played.do({
      ...review('conclude-review', { opinions: ['change'] }),
      id: 'R3',
      at: '2026-03-20T11:00',
      record: concluding,
    });
    return played;
  };
  const returning = { missing: ['evidence'], explanation: '缺目录' };
  it.each<[string, () => PlayedCase, Told, string]>([
    ['送审之后再送审', sent, review('submit-review', proposal, 'h1'), 'REVIEW_IN_PROGRESS'],
    ['材料不完备就受理', sent, review('accept-review', { complete: false }), 'MATERIALS_INCOMPLETE'],
    ['没有受理就出具意见', sent, review('conclude-review', { opinions: ['agree'] }), 'REVIEW_NOT_ACCEPTED'],
    ['受理两次', accepted, review('accept-review', { complete: true }), 'REVIEW_IN_PROGRESS'],
    ['受理之后按缺件退回', accepted, review('return-materials', returning), 'REVIEW_IN_PROGRESS'],
    [
      '审结之后再出具意见',
      concluded,
      review('conclude-review', { opinions: ['agree'] }),
      'REVIEW_NOT_SUBMITTED',
    ],
    [
      '审结之后撤回送审',
      concluded,
      review('withdraw-review', { reason: '须再修改' }, 'h1'),
      'REVIEW_NOT_SUBMITTED',
    ],
    ['送审未结就定夺', sent, review('settle-review', { way: 'follow' }, 'head'), 'REVIEW_NOT_CONCLUDED'],
    [
      '审结之后再延期',
      concluded,
      review('extend-review', { reason: '案情复杂' }, 'head'),
      'REVIEW_NOT_ACCEPTED',
    ],
    [
      '复审送到没有登记的机构',
      concluded,
      review('request-reexamination', { unit: 'nowhere' }, 'h1'),
      'UNIT_UNKNOWN',
    ],
  ])('%s', (_what, file, told, code) => {
    expect(
      file()
        .refused(told)
        .map((one) => one.code),
    ).toContain(code);
  });

  it('申请复审是同一拟处理的又一次送审，复审未结之前不能再申请', () => {
    const played = concluded();
    played.do({
      ...review('request-reexamination', { unit: 'legal' }, 'h1'),
      id: 'R4',
      at: '2026-03-20T14:00',
    });
    const round = played.state.entries.find((entry) => entry.id === 'R4');
    expect(round).toMatchObject({ kind: 'review', data: { ...proposal, reexamines: 'R1' } });
    expect(
      played.refused(review('request-reexamination', { unit: 'legal' }, 'h1')).map((one) => one.code),
    ).toContain('REVIEW_IN_PROGRESS');
  });
});

describe('没有款项可以缴', () => {
  const fined = caseAt(law, 'decided').state;
  const only = (kind: string, amount?: number) => ({
    ...fined,
    entries: fined.entries.map((entry) =>
      entry.kind === 'decision'
        ? { ...entry, data: { ...entry.data, sanctions: [{ party: 'P1', kind, amount }] } }
        : entry,
    ),
  });
  const standing = (act: string, state: typeof fined) =>
    actDefinitions
      .get(`case.${act}`)
      ?.standing?.(state as never, undefined as never)
      .map((one) => one.code);

  it('NAT-CF-67-3:只是警告的，不登记缴款；没收违法所得的可以', () => {
    expect(standing('record-payment', only('warning'))).toEqual(['NOTHING_TO_PAY']);
    expect(standing('record-payment', only('confiscation-of-gains', 100))).toEqual([]);
    expect(standing('record-payment', fined)).toEqual([]);
  });

  it('NAT-CF-66-2、NAT-CF-68-1、NAT-CF-72-1:没有罚款的，不暂缓、不当场收缴、不强制执行罚款', () => {
    for (const act of ['defer-payment', 'enforce-payment', 'collect-on-spot']) {
      expect(standing(act, only('confiscation-of-gains', 100))).toEqual(['NOTHING_TO_PAY']);
      expect(standing(act, fined)).toEqual([]);
    }
  });
});

describe('机关档案本身不容许的', () => {
  const entrusted = {
    ...{ id: 'w', organisation: 'enforcement', items: ['社会团体管理'] },
    ...{ document: '委托书', from: '2026-03-01', until: '2026-06-30' },
  };
  const fined = {
    ...{ number: '一号', agency: '示例市财政局', name: '某中心' },
    ...{ decidedOn: '2026-02-10', cause: '乱收费' },
  };
  const otherFiled = {
    act: 'agency.register-other-filing',
    input: {
      ...{ number: '一号', agency: '江城市文化局', name: '某中心', cause: '乱收费' },
      ...{ filedAt: '2026-03-01T09:00', place: '江城市一路' },
    },
  };
  const officer = { id: 'h9', name: '新人员', unit: 'enforcement', certificates: [] };
  const range = {
    ...{ id: 'receipts-2', issuer: 'finance-ministry', holder: 'h1', from: '2026-03-01' },
    ...{ first: 'JC26-000201', last: 'JC26-000300' },
  };
  const away = { officer: 'head', reason: 'leave', from: '2026-03-02', until: '2026-03-06' };
  const filmed = {
    ...{ id: 'jk-3', window: '3', device: 'JK-03', opens: '08:30', closes: '17:30' },
    from: '2026-03-01',
  };
  const paper = {
    ...{ delegator: 'head', delegate: 'h1', matters: ['filing'] },
    ...{ from: '2026-03-02', until: '2026-03-06' },
  };
  it.each<[string, string, unknown, string]>([
    ['机关只设立一次', 'agency.establish', { name: '另一机关', shortName: '另' }, 'AGENCY_ESTABLISHED'],
    ['所在机构没有登记', 'agency.register-officer', { ...officer, unit: 'nowhere' }, 'UNIT_UNKNOWN'],
    [
      '所在机构名为 constructor',
      'agency.register-officer',
      { ...officer, unit: 'constructor' },
      'UNIT_UNKNOWN',
    ],
    [
      '任职的人没有登记',
      'agency.appoint',
      { officer: 'nobody', role: 'handler', from: '2026-01-01' },
      'OFFICER_UNKNOWN',
    ],
    [
      '任职的人名为 constructor',
      'agency.appoint',
      { officer: 'constructor', role: 'handler', from: '2026-01-01' },
      'OFFICER_UNKNOWN',
    ],
    ['票据的领用人没有登记', 'agency.register-receipts', { ...range, holder: 'nobody' }, 'OFFICER_UNKNOWN'],
    [
      '终止票据号小于起始票据号',
      'agency.register-receipts',
      { ...range, last: 'JC26-000100' },
      'INPUT_INVALID',
    ],
    ['起止票据号的字头不同', 'agency.register-receipts', { ...range, last: 'JD26-000300' }, 'INPUT_INVALID'],
    ['起止票据号长短不一', 'agency.register-receipts', { ...range, last: 'JC26-0000300' }, 'INPUT_INVALID'],
    ['已登记的批次改为别的号段', 'agency.register-receipts', { ...range, id: 'receipts-1' }, 'ID_TAKEN'],
    [
      '号段的首号已在另一批次',
      'agency.register-receipts',
      { ...range, first: 'JC26-000100' },
      'RECEIPT_RANGE_TAKEN',
    ],
    [
      '号段包住另一批次',
      'agency.register-receipts',
      { ...range, first: 'JC26-000000' },
      'RECEIPT_RANGE_TAKEN',
    ],
    [
      '作废的票据不在号段之内',
      'agency.void-receipt',
      { number: 'JC26-000101', reason: '书写有误' },
      'RECEIPT_INVALID',
    ],
    [
      '他机关立案的时刻还没有到',
      otherFiled.act,
      { ...otherFiled.input, filedAt: '2026-03-03T09:01' },
      'INPUT_INVALID',
    ],
    [
      '他机关立案的行为在立案之后',
      otherFiled.act,
      { ...otherFiled.input, conductOn: '2026-03-02' },
      'INPUT_INVALID',
    ],
    [
      '他机关立案的行为起始日晚于终了日',
      otherFiled.act,
      { ...otherFiled.input, conductFrom: '2026-02-02', conductOn: '2026-02-01' },
      'INPUT_INVALID',
    ],
    [
      '既往罚款的决定日期还没有到',
      'agency.register-former-fine',
      { ...fined, decidedOn: '2026-03-03' },
      'INPUT_INVALID',
    ],
    [
      '违法行为发生在罚款之后',
      'agency.register-former-fine',
      { ...fined, conductOn: '2026-02-11' },
      'INPUT_INVALID',
    ],
    [
      '既往罚款的依据没有登记',
      'agency.register-former-fine',
      { ...fined, bases: ['nowhere'] },
      'BASIS_UNKNOWN',
    ],
    ['受托组织没有登记', 'agency.entrust-penalty', { ...entrusted, organisation: 'nowhere' }, 'UNIT_UNKNOWN'],
    ['委托方没有登记', 'agency.entrust-penalty', { ...entrusted, by: 'constructor' }, 'UNIT_UNKNOWN'],
    ['委托的终止日在前', 'agency.entrust-penalty', { ...entrusted, until: '2026-02-28' }, 'INPUT_INVALID'],
    [
      '应对措施的终止日在前',
      'agency.register-emergency',
      {
        ...{ id: 'm', title: '防控措施', document: '一号', article: '第一条' },
        ...{ from: '2026-03-02', until: '2026-03-01' },
      },
      'INPUT_INVALID',
    ],
    [
      '被撤销的罚款没有登记',
      'agency.record-fine-revocation',
      { number: '一号', name: '某中心', on: '2026-03-01', document: '复议决定' },
      'FORMER_FINE_UNKNOWN',
    ],
    ['离岗的人没有登记', 'agency.register-absence', { ...away, officer: 'constructor' }, 'OFFICER_UNKNOWN'],
    ['离岗的终止日在前', 'agency.register-absence', { ...away, until: '2026-03-01' }, 'INPUT_INVALID'],
    ['没有人离岗', 'agency.end-absence', { absence: 'none', returned: '2026-03-02' }, 'NOBODY_AWAY'],
    ['代签人没有登记', 'agency.delegate', { ...paper, delegate: 'nobody' }, 'OFFICER_UNKNOWN'],
    ['授权给自己', 'agency.delegate', { ...paper, delegate: 'head' }, 'INPUT_INVALID'],
    ['授权的终止日在前', 'agency.delegate', { ...paper, until: '2026-03-01' }, 'INPUT_INVALID'],
    [
      '职责分工没有待定的',
      'agency.settle-division',
      {
        ...{ competence: 'societies', document: '江政函〔2026〕1 号', on: '2026-03-01' },
        ...{ division: 'own', text: '民政登记并查处' },
      },
      'STEP_ORDER',
    ],
    [
      '事项所选的依据没有登记',
      'agency.register-competence',
      { id: 'i', item: '社会团体管理', region: '江城市', from: '2026-01-01', bases: ['nowhere'] },
      'BASIS_UNKNOWN',
    ],
    [
      '裁量基准的公布日期还没有到',
      'agency.register-benchmark',
      {
        ...{ id: 'b', title: '裁量基准', edition: '2026 年版', basis: 'shetuan-30', from: '2026-01-01' },
        ...{ publishedOn: '2029-01-01', publishedIn: '网站' },
        levels: [{ id: 'l', label: '一档', from: 1, upTo: 2 }],
      },
      'INPUT_INVALID',
    ],
    [
      '裁量基准写了公布日期而没有载体',
      'agency.register-benchmark',
      {
        ...{ id: 'b', title: '裁量基准', edition: '2026 年版', basis: 'shetuan-30', from: '2026-01-01' },
        publishedOn: '2026-01-01',
        levels: [{ id: 'l', label: '一档', from: 1, upTo: 2 }],
      },
      'INPUT_INVALID',
    ],
    [
      '窗口监控的终止日在前',
      'agency.register-window-monitoring',
      { ...filmed, until: '2026-02-28' },
      'INPUT_INVALID',
    ],
    [
      '窗口监控止录不晚于起录',
      'agency.register-window-monitoring',
      { ...filmed, closes: '08:30' },
      'INPUT_INVALID',
    ],
    [
      '断录的窗口没有登记监控',
      'agency.record-monitoring-break',
      { monitoring: 'none', from: '2026-03-02T08:40' },
      'WINDOW_UNKNOWN',
    ],
    [
      '没有可以恢复的断录',
      'agency.mend-monitoring',
      { broken: 'none', at: '2026-03-02T08:40' },
      'NOT_BROKEN',
    ],
    ['没有可以撤回的授权', 'agency.revoke-delegation', { delegation: 'none' }, 'NOTHING_DELEGATED'],
  ])('%s', (_what, name, input, code) => {
    const agency = staffedAgency();
    const at = instant('2026-03-02T09:00');
    const context = new PlayedCase(law, agency).context('head', '2026-03-02T09:00');
    const written: Readonly<Record<string, FieldMap>> = {
      'agency.delegate': { 'delegation.document': '江民授〔2026〕1 号' },
      'agency.entrust-penalty': {
        'entrusting.public-affairs': '章程载明承担社会组织管理的事务性工作',
        'entrusting.basis': '某办法第七条',
        'entrusting.recipient': 'managing-organisation',
        'entrusting.basis-rank': 'local-rule',
        'entrusting.technical': 'not-needed',
        'entrusting.powers': '调查取证',
      },
    };
    const record = written[name] ?? {};
    const act = { id: 'X1', name, agency: 'trial', stream: agency.stream, input, record, occurredAt: at };
    // What the law asks besides is told with it.
    const made = decide(agency, act, context);
    expect('refusals' in made ? made.refusals.map((one) => one.code) : []).toContain(code);
  });
});

function correction(input: { entry: string; fields: unknown }): Told {
  return {
    id: 'X1',
    act: 'case.correct-entry',
    by: 'h1',
    at: '2026-03-25T09:00',
    input: { ...input, reason: '录入时看错了' },
  };
}

function inspected(party: string) {
  return { party, state: 'full' };
}

function delivery(act: string, of: string): Told {
  return { id: 'X1', act, by: 'h1', at: '2026-03-25T09:00', input: { service: of } };
}

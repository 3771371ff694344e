import type { FieldMap } from '../canonical.ts';
import type { Law } from '../rules/law.ts';
import { entriesOf } from '../case/state.ts';
import { shelvesOf } from '../fines/shelf.ts';
import type { FineShelf, FormerFine } from '../fines/state.ts';
import type { Day } from '../time/index.ts';
import { PlayedCase, staffedAgency } from './played-case.ts';
import type { Told } from './played-case.ts';

/** Persons and numbers are invented; the numbers satisfy their check digits. */
export const organisation = {
  id: 'P1',
  name: '江城示范协会',
  kind: 'social-organisation',
  record: {
    'party.code': '91350100M000100Y43',
    'party.representative': '吴代表',
    'party.address': '示范路 1 号',
  } as FieldMap,
};

export const person = {
  id: 'P2',
  name: '欧阳示范',
  kind: 'person',
  record: {
    'party.identity': '11010519491231002X',
    'party.address': '示范路 2 号',
    'party.phone': '13800001111',
  } as FieldMap,
};

export const noticeRecord: FieldMap = {
  'notice.facts': '超出章程规定的业务范围开展活动，收取费用',
  'notice.reasons': '违反登记管理规定',
  'notice.basis': '登记管理条例有关条款',
  'notice.rights': '有权陈述、申辩',
};

export const decisionRecord: FieldMap = {
  'decision.facts': '超出章程规定的业务范围开展活动，收取费用',
  'decision.basis': '登记管理条例有关条款',
  'decision.circumstances': '无',
  'decision.adoption': '无',
  'decision.correction': 'immediate',
  'decision.performance': '自收到之日起十五日内缴纳',
  'decision.reconsideration': '自收到之日起六十日内申请行政复议',
  'decision.litigation': '自收到之日起六个月内提起行政诉讼',
  'decision.facts-clear': 'yes',
  'decision.evidence-sufficient': 'yes',
  'decision.outcome-just': 'yes',
};

/** What the handler writes who proposes the decision. */
export const proposalRecord: FieldMap = {
  'approval.comment': '建议按告知的内容处罚',
  'approval.reasons': '事实清楚，证据充分',
  'approval.basis-checked': true,
  'approval.conditions-checked': true,
  'approval.procedure-checked': true,
};

/** A party whose breach is neither slight nor weighed down by anything. */
export const assessmentRecord: FieldMap = {
  'assessment.facts': '超出章程规定的业务范围开展活动，收取费用',
  'assessment.nature': '超出业务范围活动',
  'assessment.degree': '配合调查',
  'assessment.harm': '涉及的人数不多',
  'assessment.removed-harm': 'no',
  'assessment.coerced': 'no',
  'assessment.confessed': 'no',
  'assessment.meritorious': 'no',
  'assessment.prescribed': 'no',
  'assessment.slight': 'no',
  'assessment.corrected': 'no',
  'assessment.harmless': 'no',
  'assessment.unmet-reason': '收费没有停止',
  'assessment.first': 'no',
  'assessment.slight-harm': 'no',
  'assessment.weighing': 'ordinary',
  // Of natural persons alone, and harmless elsewhere.
  'assessment.born-on': '1949-12-31',
  'assessment.conduct-on': '2026-02-20',
  'assessment.capacity': 'full',
};

/** Every aspect of the party's case rests on the same piece of evidence. */
export function assessmentOn(party: string, evidence: string) {
  const aspects = ['facts', 'nature', 'degree', 'harm'];
  return { party, support: aspects.map((point) => ({ point, evidence: [evidence] })) };
}

export const interviewRecord: FieldMap = {
  'interview.place': '本局询问室',
  'interview.certificate-shown': '出示两名人员的证件，对方已核对',
  'interview.content': '问：何时开始活动？答：二月开始。',
  'interview.opinion': '无',
  'interview.signature': 'signed',
};

/** Every element of the violation clear, each on the same piece of evidence, signed by both handlers. */
export function conclusionOn(evidence: string) {
  const elements = ['subject', 'conduct', 'fault', 'consequence'];
  return {
    officers: ['h1', 'h2'],
    elements: elements.map((element) => ({ element, finding: 'clear', evidence: [evidence] })),
  };
}

export const conclusionRecord: FieldMap = {
  'conclusion.favourable': '无，已查',
  'conclusion.adverse': '询问笔录一份',
  'conclusion.explanation': '没有提出',
};

/** A party that gives up what it may say, and its hearing, in a system that knows who it is. */
export const waiverRecord: FieldMap = {
  'waiver.rights': 'all',
  'waiver.proof': 'own-act',
  'waiver.trace': '示范政务服务平台记录一',
};

/** What the staffed agency has registered. */
export const bases = ['shetuan-30'];

export const sanctions = [{ party: 'P1', kind: 'fine', amount: 500_000 }];

/** Rights as a notice tells of them, one by one. */
export const rights = [
  { right: 'statement', days: 5, office: '社会组织管理处' },
  { right: 'defence', days: 5, office: '社会组织管理处' },
  { right: 'recusal', office: '社会组织管理处' },
];

const days = [
  'lead',
  'filing-proposed',
  'filing-reviewed',
  'filing-approved',
  'filed',
  'assigned',
  'interviewed',
  'assessed',
  'concluded',
  'noticed',
  'served',
  'decision-proposed',
  'decision-reviewed',
  'decision-approved',
  'decided',
  'sealed',
  'decision-served',
  'publication-checked',
  'publication-approved',
  'published',
] as const;
export type Milestone = (typeof days)[number];

const ids: Readonly<Record<Milestone, string>> = {
  lead: 'L1',
  'filing-proposed': 'O1',
  'filing-reviewed': 'O2',
  'filing-approved': 'A1',
  filed: 'F1',
  assigned: 'H1',
  interviewed: 'I1',
  assessed: 'G1',
  concluded: 'IC1',
  noticed: 'N1',
  served: 'S1',
  'decision-proposed': 'O3',
  'decision-reviewed': 'O4',
  'decision-approved': 'A2',
  decided: 'D1',
  sealed: 'Y1',
  'decision-served': 'S2',
  'publication-checked': 'O5',
  'publication-approved': 'A3',
  published: 'B1',
};

/** What is written where a measure is taken from a party that is there. */
export const measureRecord: FieldMap = {
  'measure.notified-by': 'phone',
  'measure.notified-at': '2026-03-02T09:00:00+08:00',
  'measure.attendance': 'present',
  'measure.shown-at': '2026-03-02T09:00:00+08:00',
  'measure.told-reasons': '账册即将运走',
  'measure.told-basis': '登记管理条例第三十条',
  'measure.told-rights': '有权陈述、申辩',
  'measure.told-remedies': '可以申请行政复议或者提起行政诉讼',
  'measure.told-signature': 'signed',
  'measure.statement': '无陈述申辩',
  'measure.urgency': '账册正在装车',
  'measure.place': '示范路 1 号',
  'measure.course': '逐件清点、拍照、贴封，当事人在旁核对。',
  'measure.officers-signed': 2,
  'measure.signature': 'signed',
  'measure.party-copy': '吴代表',
  'measure.agency-copy': '李承办',
  'measure.decision-receipt': '吴代表',
  'freeze.amount-involved': 100_000,
  'freeze.notice-receipt': '2026-03-02T09:00:00+08:00',
};

/** What is taken, one line of it. */
export const measuredThings = [
  { name: '账册', quantity: 2, condition: '完好', place: '本局物证室', relation: '记载收费' },
];

/** What a request and a document of a measure both say. */
export const measureOf = (party: string, kind = 'impoundment') => ({
  kind,
  party,
  purpose: 'keep-evidence',
  bases,
});

/** The ordinary path of a penalty against one party, with the dates of March 2026; each act is lawful after those before it. */
export function lawfulAct(milestone: Milestone): Told {
  return { id: ids[milestone], ...steps[milestone] };
}

/** The four questions of the second person who checks what is to be made public, all of them answered well. */
export const checkedRecord = {
  'publication.lawful': 'yes',
  'publication.accurate': 'yes',
  'publication.confidential': 'yes',
  'publication.complete': 'yes',
};

/** The matter and the place, both within the competence of the staffed agency. */
export const where = { item: '社会团体管理', place: '江城市示范路 1 号' };

const steps: Readonly<Record<Milestone, Told>> = {
  lead: {
    act: 'case.register-lead',
    by: 'h1',
    at: '2026-03-02T09:00',
    input: { source: 'inspection', summary: '检查发现该会超范围活动' },
  },
  'filing-proposed': {
    act: 'case.approve',
    by: 'h1',
    at: '2026-03-02T10:00',
    input: { matter: 'filing', step: 'handler', opinion: 'agree' },
    record: { 'approval.comment': '建议立案' },
  },
  'filing-reviewed': {
    act: 'case.approve',
    by: 'chief',
    at: '2026-03-02T11:00',
    input: { matter: 'filing', step: 'unit', opinion: 'agree' },
    record: { 'approval.comment': '同意承办人意见' },
  },
  'filing-approved': {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-02T15:00',
    input: { matter: 'filing', opinion: 'agree' },
    record: { 'approval.comment': '同意立案' },
  },
  filed: {
    act: 'case.file',
    by: 'h1',
    at: '2026-03-03T09:00',
    input: { cause: '超出业务范围活动', parties: [organisation], ...where },
    record: { 'filing.reason': '有违法嫌疑', 'filing.basis': '登记管理条例' },
  },
  assigned: {
    act: 'case.assign-handlers',
    by: 'chief',
    at: '2026-03-03T10:00',
    input: { officers: ['h1', 'h2'], declared: ['h1', 'h2'] },
  },
  interviewed: {
    act: 'case.record-interview',
    by: 'h1',
    at: '2026-03-05T09:00',
    entered: '2026-03-05T11:00',
    input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-05T10:30' },
    record: interviewRecord,
  },
  assessed: {
    act: 'case.assess-circumstances',
    by: 'h1',
    at: '2026-03-06T09:00',
    input: assessmentOn('P1', 'I1'),
    record: assessmentRecord,
  },
  concluded: {
    act: 'case.conclude-investigation',
    by: 'h1',
    at: '2026-03-09T16:00',
    input: conclusionOn('I1'),
    record: conclusionRecord,
  },
  noticed: {
    act: 'case.give-notice',
    by: 'h1',
    at: '2026-03-10T09:00',
    input: { parties: ['P1'], sanctions, defenceDays: 5, rights, bases },
    record: noticeRecord,
  },
  served: {
    act: 'case.serve',
    by: 'h1',
    at: '2026-03-11T10:00',
    input: { document: 'N1', party: 'P1' },
    record: service('2026-03-11T10:00'),
  },
  'decision-proposed': {
    act: 'case.approve',
    by: 'h1',
    at: '2026-03-18T14:00',
    input: { matter: 'decision', step: 'handler', opinion: 'agree' },
    record: proposalRecord,
  },
  'decision-reviewed': {
    act: 'case.approve',
    by: 'chief',
    at: '2026-03-18T16:00',
    input: { matter: 'decision', step: 'unit', opinion: 'agree' },
    record: { 'approval.comment': '同意承办人意见' },
  },
  'decision-approved': {
    act: 'case.approve',
    by: 'head',
    at: '2026-03-19T09:00',
    input: { matter: 'decision', opinion: 'agree' },
    record: { 'approval.comment': '同意' },
  },
  decided: {
    act: 'case.decide',
    by: 'h1',
    at: '2026-03-19T10:00',
    input: { outcome: 'penalty', notice: 'N1', sanctions, evidence: ['I1'], paymentDays: 15 },
    record: decisionRecord,
  },
  sealed: {
    act: 'case.seal-document',
    by: 'h1',
    at: '2026-03-19T16:00',
    input: { document: 'D1', owner: 'deciding-agency', manner: 'physical' },
  },
  'decision-served': {
    act: 'case.serve',
    by: 'h1',
    at: '2026-03-20T10:00',
    input: { document: 'D1', party: 'P1' },
    record: service('2026-03-20T10:00'),
  },
  'publication-checked': {
    act: 'case.approve',
    by: 'h2',
    at: '2026-03-20T15:00',
    input: { matter: 'publication', step: 'check', opinion: 'agree' },
    record: checkedRecord,
  },
  'publication-approved': {
    act: 'case.approve',
    by: 'chief',
    at: '2026-03-23T09:00',
    input: { matter: 'publication', opinion: 'agree' },
  },
  published: {
    act: 'case.publish',
    by: 'h1',
    at: '2026-03-24T09:00',
    input: { channel: 'site' },
    record: { 'publication.sensitivity': 'none' },
  },
};

/** The three steps of the decision's approval, all at that moment. */
export function approveDecision(played: PlayedCase, at: string): void {
  for (const step of ['decision-proposed', 'decision-reviewed', 'decision-approved'] as const)
    played.do({ ...lawfulAct(step), at });
}

export function service(signedAt: string): FieldMap {
  return {
    'service.recipient': '吴代表',
    'service.place': '示范路 1 号',
    'service.signed-at': `${signedAt}:00+08:00`,
  };
}

/** What stands on a document of a decision made on the spot. */
export const spotRecord: FieldMap = {
  'spot.established': true,
  'spot.shown-at': '2026-03-02T08:30:00+08:00',
  'spot.place': '江城市示范广场北口',
  'spot.rights': '已告知拟作出的处罚和陈述、申辩的权利',
  'spot.rights-signature': 'signed',
  'statement.adoption': 'nothing',
  'decision.facts': '在广场散发未经许可的募捐材料',
  'decision.basis': '登记管理条例有关条款',
  'decision.correction': 'immediate',
  'decision.performance': '自收到之日起十五日内缴纳',
  'decision.reconsideration': '不服的应当先申请行政复议，期限六十日',
  'decision.litigation': '对复议决定不服的，十五日内起诉',
  'spot.receipt-signature': 'signed',
};

/** A lawful decision on the spot against a natural person: the first act of its file. */
export const onSpot: Told = {
  id: 'D1',
  act: 'case.decide-on-spot',
  by: 'h1',
  at: '2026-03-02T09:00',
  input: {
    officers: ['h1', 'h2'],
    shown: ['h1', 'h2'],
    parties: [person],
    cause: '擅自散发募捐材料',
    item: '社会团体管理',
    sanctions: [{ kind: 'fine', amount: 10_000 }],
    bases,
    signed: ['h1', 'h2'],
  },
  record: spotRecord,
};

/** The fine of that decision taken at once, for a receipt that the officer holds. */
export const collected: Told = {
  id: 'K1',
  act: 'case.collect-on-spot',
  by: 'h1',
  at: '2026-03-02T09:10',
  input: { party: 'P2', amount: 10_000, officers: ['h1', 'h2'], ground: 'small', receipt: 'JC26-000001' },
};

const scan = [{ blob: `sha256:${'a'.repeat(64)}`, name: '扫描件.pdf' }];

/** What the law asks of a document sent by post, of its receipt, and of its return. */
export const posting: FieldMap = { 'service.mail-number': '示例邮 0001', 'service.posting-slip': scan };
export const receipt: FieldMap = { 'service.recipient': '吴代表', 'service.return-receipt': scan };
export const mailReturn: FieldMap = {
  'service.return-reason': '查无此人',
  'service.postmark': '退回原处',
  'service.next-step': '改用公告送达',
};

/** A file that has come as far as the milestone, that one included. */
export function caseAt(law: Law, milestone: Milestone): PlayedCase {
  const played = new PlayedCase(law, staffedAgency());
  for (const step of days.slice(0, days.indexOf(milestone) + 1)) played.do(lawfulAct(step));
  return played;
}

/** The same, but each act may be changed first: another party, another date. */
export function caseWith(
  law: Law,
  milestone: Milestone,
  change: (milestone: Milestone, told: Told) => Told,
): PlayedCase {
  const played = new PlayedCase(law, staffedAgency());
  for (const step of days.slice(0, days.indexOf(milestone) + 1)) {
    played.do(change(step, lawfulAct(step)));
    if (step === 'assessed') assessOthers(played);
  }
  return played;
}

/** Whoever else is in the file has circumstances of its own. */
function assessOthers(played: PlayedCase): void {
  const others = entriesOf(played.state, 'party').filter(({ id }) => id !== 'P1');
  for (const { id } of others)
    played.do({ ...lawfulAct('assessed'), id: `G-${id}`, input: assessmentOn(id, 'I1') });
}

/** Shelves on which one fine of each of these parties lies, imposed elsewhere and for something else. */
export function finedElsewhere(names: readonly string[]): Record<string, FineShelf> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const fine: FormerFine = {
        number: elsewhere,
        agency: '江城市财政局',
        party: { name },
        decidedOn: '2026-02-10' as Day,
        amount: 500_000,
        cause: '没有按规定设置会计账簿',
        bases: [],
        conductBy: '2026-02-10' as Day,
      };
      return shelvesOf('trial', { name }).map((stream) => [stream, { stream, version: 1, fines: [fine] }]);
    }),
  );
}
export const elsewhere = '江财罚决字〔2026〕3号';

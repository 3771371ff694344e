import type { Footage } from '../authority/windows.ts';
import { entryLabels } from '../entry.ts';
import { dayOf } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import { partnersOf } from './joint/partners.ts';
import { kindOf } from './kind.ts';
import { isCollection } from './performing/handing-in.ts';
import { methodOf, partyName } from './reading.ts';
import { serviceMethods } from './serving/service-method.ts';
import { entryById } from './state.ts';
import type { AnyEntry, CaseState, EntryOf } from './state.ts';

/** How an entry is called on screen and in refusals: never by its id. */
export function entryTitle(state: CaseState, entry: AnyEntry): string {
  const when = monthAndDay(dayOf(entry.at));
  switch (entry.kind) {
    case 'party':
      return entry.data.name;
    case 'jurisdiction-dispute':
      return `${when}与${entry.data.other}的管辖争议`;
    case 'detention-request':
    case 'detention-execution':
      return `${when}${partyName(state, entry.data.party, entry.version)}的${entryLabels[entry.kind]}`;
    case 'detention-ruling':
      return `${when}${entry.data.ruling === 'suspend' ? '暂缓执行行政拘留决定书' : '不予暂缓执行行政拘留决定书'}`;
    case 'assistance-request':
      return `${when}请${entry.data.organ}协助`;
    case 'assistance-reply':
      return `${when}的${entryLabels[entry.kind]}：${titleOf(state, entry.data.request)}`;
    case 'cession':
      return `${when}移交${entry.data.name}`;
    case 'reception':
      return `${when}接收${entry.data.name}移交的案卷`;
    case 'partner':
      return `与${entry.data.name}联合执法`;
    case 'partner-leaving':
      return `${when}${partnerName(state, entry.data.partner)}退出联合执法`;
    case 'partner-result':
      return `${when}登记的${partnerName(state, entry.data.partner)}的结果`;
    case 'interview':
      return `${when}对${entry.data.person}的询问笔录`;
    case 'refusal':
      return `${when}${entry.data.person}拒不配合的记录`;
    case 'preservation':
      return `${when}对${entry.data.holder}的证据保全`;
    case 'measure-request':
      return `${when}${entry.data.measure === undefined ? '提请采取强制措施' : '报告紧急采取的强制措施'}：${partyName(state, entry.data.party, entry.version)}`;
    case 'measure-decision':
      return `${decisionTitles[entry.data.kind] ?? '强制措施决定书'} ${entry.data.number}`;
    case 'measure':
      return `${when}对${partyName(state, entry.data.party, entry.version)}${measureTitles[entry.data.kind] ?? '采取的强制措施'}`;
    case 'measure-exclusion':
    case 'measure-extension':
    case 'custody-cost':
      return `${when}的${entryLabels[entry.kind]}：${titleOf(state, entry.data.measure)}`;
    case 'measure-lifting':
      return `${when}${entryLabels[entry.kind]}：${titleOf(state, entry.data.measure)}`;
    case 'sampling':
      return `${when}对${entry.data.holder}的抽样取证`;
    case 'scene-record':
      return `${when}对${entry.data.person}的现场笔录`;
    case 'evidence':
      return entry.data.name;
    case 'entrustment':
      return `委托书 ${entry.data.number}`;
    case 'expert-opinion':
      return `${when}${organOf(state, entry.data.entrustment)}的专业结论`;
    case 'activity':
      return `${when}对${entry.data.person}的其他调查活动`;
    case 'obstruction':
      return `${when}${entry.data.person}妨碍执法的记录`;
    case 'monitoring':
      return `${when}采用的监控记录`;
    case 'notice':
      return `${when}的行政处罚事先告知书`;
    case 'seal':
      return `${when}${ofDocument(state, entry.data.document)}的盖章`;
    case 'approval':
      return `${when}的审批${entry.data.signer === undefined ? '' : '（补录）'}`;
    case 'decision':
      return `${decisionTitle(entry)} ${entry.data.number}`;
    case 'spot-report':
      return `${when}的${entryLabels[entry.kind]}`;
    case 'filing':
      return `立案审批表 ${entry.data.number}`;
    case 'service':
      return `${when}向${partyName(state, entry.data.party, entry.version)}${serviceMethods[methodOf(entry)]?.label ?? '送达'}`;
    case 'delivery':
      return `${when}收到：${ofWhich(state, entry.data.service)}`;
    case 'mail-return':
      return `${when}退回：${ofWhich(state, entry.data.service)}`;
    case 'performance-check':
      return `${when}对${partyName(state, entry.data.party, entry.version)}的履行检查`;
    case 'statement':
      return `${when}${partyName(state, entry.data.party, entry.version)}的陈述申辩`;
    case 'defence-review':
      return `${when}的${entryLabels[entry.kind]}：${titleOf(state, entry.data.statement)}`;
    case 'gains-computation':
    case 'extension-request':
    case 'hearing-request':
    case 'hearing-waiver':
    case 'hearing-rejection':
    case 'deferral':
    case 'remedy':
    case 'enforcement':
    case 'court-application':
    case 'hearing-termination':
    case 'assessment':
    case 'factor-weighing':
    case 'unproven':
    case 'distinct-conduct':
    case 'fault-claim':
    case 'education':
    case 'correction-check':
    case 'spoken-demand':
      return `${when}${partyName(state, entry.data.party, entry.version)}的${entryLabels[entry.kind]}`;
    case 'payment':
      return `${when}${partyName(state, entry.data.party, entry.version)}的${isCollection(entry) ? '当场收缴' : entryLabels.payment}`;
    case 'landing':
    case 'hand-in':
    case 'deposit':
      return `${when}${entryLabels[entry.kind]}：${titleOf(state, entry.data.collection)}`;
    case 'hearing-offer':
      return `${when}的行政许可听证告知书`;
    case 'hearing-notice':
      return `${when}的行政${kindOf(state) === 'license' ? '许可' : '处罚'}听证通知书`;
    case 'correction-order':
      return `${when}的责令改正通知书`;
    case 'remedy-rectification':
      return `${when}的更正告知书`;
    case 'demand':
      return `${when}的履行催告书`;
    case 'review':
      if (entry.data.directed !== undefined) return `${when}交由再审`;
      return `${when}的${entry.data.reexamines === undefined ? '送审' : '复审申请'}`;
    case 'party-joining':
      return `${when}追加当事人${namesOf(state, entry.data.parties)}`;
    case 'agent':
      return `${when}${partyName(state, entry.data.party, entry.version)}委托${entry.data.name}代理`;
    case 'agent-dismissal':
      return `${when}${agentName(state, entry.data.agent)}的委托解除`;
    case 'party-renaming':
      return `${when}${entry.data.former}变更名称为${entry.data.name}`;
    case 'succession':
      return `${when}${partyName(state, entry.data.party, entry.version)}由${namesOf(state, entry.data.successors)}承继`;
    case 'termination':
      return `${when}对${namesOf(state, entry.data.parties)}终止`;
    case 'merger':
      return `${when}并入 ${entry.data.number}`;
    case 'intake':
      return `${when}并入本案：${entry.data.number}`;
    case 'link':
      return `${when}关联案件：${entry.data.number}`;
    case 'split':
      return `${when}${namesOf(state, entry.data.parties)}分案：${entry.data.number}`;
    case 'application':
      return `许可申请 ${entry.data.number}${filmed(entry.data.footage)}`;
    case 'confirmation-application':
      return `确认申请 ${entry.data.number}${filmed(entry.data.footage)}`;
    case 'adjudication-application':
      return `裁决申请 ${entry.data.number}${filmed(entry.data.footage)}`;
    case 'levy-opening':
      return `启动征收征用 ${entry.data.number}`;
    case 'valuation':
    case 'levy-payment':
    case 'compensation-payment':
    case 'possession':
    case 'property-return':
      return `${when}${partyName(state, entry.data.party, entry.version)}的${entryLabels[entry.kind]}`;
    case 'answer-notice':
      return `${when}的答辩通知书`;
    case 'answer':
      return `${when}${partyName(state, entry.data.party, entry.version)}的答辩`;
    case 'party-evidence':
      return `${when}${partyName(state, entry.data.party, entry.version)}提交的证据`;
    case 'confirmation-opening':
      return `依职权启动确认 ${entry.data.number}`;
    case 'party-view':
      return `${when}听取${partyName(state, entry.data.party, entry.version)}的意见`;
    case 'application-receipt':
      return `书面凭证 ${entry.data.number}`;
    case 'examination':
      return `${when}的审查记录`;
    case 'supplement-notice':
      return `${when}的补正告知书`;
    case 'license':
      return `许可证件 ${entry.data.number}`;
    case 'execution-basis':
      return `据以执行的决定 ${entry.data.paper}`;
    case 'court-answer':
      return `${when}收到：${courtAnswers[entry.data.answer] ?? entryLabels['court-answer']}`;
    case 'inspection-task':
      return `检查任务 ${entry.data.number}`;
    case 'clearance':
    case 'clearance-notice':
    case 'execution-plan':
    case 'execution-record':
    case 'execution-agreement':
    case 'execution-resumption':
    case 'court-review':
    case 'demolition-notice':
    case 'surcharge':
    case 'overturning':
    case 'restoration':
    case 'inspection-notice':
    case 'inspection-start':
    case 'inquiry':
    case 'mediation':
    case 'application-correction':
    case 'supplement':
    case 'acceptance':
    case 'acceptance-refusal':
    case 'forwarding':
    case 'interest-notice':
    case 'interest-view':
    case 'time-exclusion':
    case 'licensing-extension':
    case 'license-revocation':
    case 'license-cancellation':
    case 'suspension':
    case 'resumption':
    case 'lead':
    case 'triage':
    case 'filing-refusal':
    case 'refusal-notice':
    case 'lead-conclusion':
    case 'designation':
    case 'jurisdiction-negotiation':
    case 'hearing':
    case 'hearing-examination':
    case 'urgent-start':
    case 'interest':
    case 'recusal-request':
    case 'recusal-decision':
    case 'evidence-verification':
    case 'exclusion':
    case 'crime-flag':
    case 'criminal-referral':
    case 'referral-receipt':
    case 'judicial-result':
    case 'transfer':
    case 'crime-exclusion':
    case 'monitoring-notice':
    case 'investigation-conclusion':
    case 'resolution':
    case 'tampering':
    case 'custody-move':
    case 'disposal':
    case 'thing-return':
    case 'assignment':
    case 'handover':
    case 'takeover':
    case 'discussion-submission':
    case 'discussion':
    case 'expert-call':
    case 'expert-meeting':
    case 'extension':
    case 'extension-decision':
    case 'publication':
    case 'withdrawal':
    case 'revocation':
    case 'late-reason':
    case 'suspicion-check':
    case 'major-judgment':
    case 'review-acceptance':
    case 'review-return':
    case 'review-conclusion':
    case 'review-extension':
    case 'review-confirmation':
    case 'review-exemption':
    case 'review-withdrawal':
    case 'review-ruling':
    case 'approval-withdrawal':
    case 'optional-review':
    case 'other-review':
    case 'fault-review':
    case 'closing':
    case 'admission':
    case 'binding':
    case 'archiving':
      return `${when}的${entryLabels[entry.kind]}`;
  }
}

/** What an officer calls the document and the measure of each kind. */
const decisionTitles: Readonly<Record<string, string>> = {
  'sealing-up': '查封决定书',
  impoundment: '扣押决定书',
  freezing: '冻结决定书',
};
const measureTitles: Readonly<Record<string, string>> = {
  'sealing-up': '的查封',
  'restraint-of-person': '的人身自由限制',
  impoundment: '的扣押',
  freezing: '的冻结',
};
const courtAnswers: Readonly<Record<string, string>> = {
  received: '法院的签收回执',
  accepted: '法院的受理通知',
  refused: '不予受理的裁定',
  heard: '法院听取意见的通知',
  granted: '准予强制执行的裁定',
  denied: '不予强制执行的裁定',
};
const levyTitles: Readonly<Record<string, string>> = {
  fee: '费用征收决定书',
  expropriation: '财产征收决定书',
  requisition: '财产征用决定书',
};
/** What the document of a decision is called. */
function decisionTitle({ data }: EntryOf<'decision'>): string {
  if (data.execution !== undefined)
    return data.execution.method === 'perform-on-behalf' ? '代履行决定书' : '行政强制执行决定书';
  if (data.inspection !== undefined) return '检查结果告知书';
  if (data.levy !== undefined) return levyTitles[data.levy.form] ?? '征收决定书';
  if (data.adjudication !== undefined) return '行政裁决书';
  if (data.confirmation !== undefined)
    return data.outcome === 'confirmed' ? '行政确认决定书' : '不予行政确认决定书';
  if (data.license === undefined) return `${data.spot === undefined ? '' : '当场'}行政处罚决定书`;
  return data.outcome === 'granted' ? '准予行政许可决定书' : '不予行政许可决定书';
}

function ofDocument(state: CaseState, document: string): string {
  const entry = entryById(state, document);
  return entry === undefined ? '文书' : entryTitle(state, entry);
}

function namesOf(state: CaseState, parties: readonly string[]): string {
  return parties.map((id) => partyName(state, id)).join('、');
}

function partnerName(state: CaseState, id: string): string {
  return partnersOf(state).find((partner) => partner.id === id)?.name ?? '';
}

/** The body that was asked, where the conclusion names what asked it. */
function agentName(state: CaseState, id: string): string {
  const agent = entryById(state, id);
  return agent?.kind === 'agent' ? agent.data.name : '';
}

function organOf(state: CaseState, entrustment: string | undefined): string {
  const entry = entrustment === undefined ? undefined : entryById(state, entrustment);
  return entry?.kind === 'entrustment' ? entry.data.organ : '';
}

/** An entry named by another, as it is called itself. */
function titleOf(state: CaseState, id: string): string {
  const entry = entryById(state, id);
  return entry === undefined ? '陈述申辩' : entryTitle(state, entry);
}

/** The service a receipt or a returned mail belongs to. */
function ofWhich(state: CaseState, service: string): string {
  const entry = entryById(state, service);
  return entry?.kind === 'service' ? entryTitle(state, entry) : '送达';
}

/** Where the window was filmed, the footage belongs to the application; where it was not, there is nothing to say. */
function filmed(footage: Footage | undefined): string {
  return footage === undefined
    ? ''
    : `（${footage.window} 号窗口监控 ${footage.from.slice(11, 16)} 起的片段）`;
}

/** 3 月 12 日: a title names the day, the weekday belongs to clocks. */
function monthAndDay(day: Day): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
}

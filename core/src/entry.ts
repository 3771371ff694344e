import type { FieldMap } from './canonical.ts';
import type { ActorSnapshot, Defect, Departure } from './event.ts';
import type { Instant } from './time/index.ts';

export type EntryKind =
  | 'lead'
  | 'triage'
  | 'filing-refusal'
  | 'refusal-notice'
  | 'lead-conclusion'
  | 'designation'
  | 'filing'
  | 'party'
  | 'party-joining'
  | 'party-renaming'
  | 'agent'
  | 'agent-dismissal'
  | 'succession'
  | 'assignment'
  | 'handover'
  | 'takeover'
  | 'urgent-start'
  | 'interview'
  | 'refusal'
  | 'preservation'
  | 'resolution'
  | 'tampering'
  | 'measure-request'
  | 'measure-decision'
  | 'measure'
  | 'measure-exclusion'
  | 'measure-extension'
  | 'custody-move'
  | 'custody-cost'
  | 'disposal'
  | 'measure-lifting'
  | 'thing-return'
  | 'sampling'
  | 'gains-computation'
  | 'interest'
  | 'recusal-request'
  | 'recusal-decision'
  | 'scene-record'
  | 'evidence'
  | 'evidence-verification'
  | 'exclusion'
  | 'entrustment'
  | 'expert-opinion'
  | 'activity'
  | 'obstruction'
  | 'crime-flag'
  | 'criminal-referral'
  | 'crime-exclusion'
  | 'monitoring'
  | 'monitoring-notice'
  | 'investigation-conclusion'
  | 'notice'
  | 'service'
  | 'delivery'
  | 'mail-return'
  | 'statement'
  | 'defence-review'
  | 'hearing-request'
  | 'hearing-waiver'
  | 'hearing-rejection'
  | 'hearing-notice'
  | 'hearing'
  | 'hearing-examination'
  | 'hearing-termination'
  | 'approval'
  | 'approval-withdrawal'
  | 'extension'
  | 'extension-request'
  | 'extension-decision'
  | 'discussion-submission'
  | 'discussion'
  | 'expert-call'
  | 'expert-meeting'
  | 'decision'
  | 'seal'
  | 'spot-report'
  | 'revocation'
  | 'late-reason'
  | 'suspicion-check'
  | 'performance-check'
  | 'publication'
  | 'withdrawal'
  | 'payment'
  | 'landing'
  | 'hand-in'
  | 'deposit'
  | 'deferral'
  | 'remedy'
  | 'remedy-rectification'
  | 'demand'
  | 'enforcement'
  | 'court-application'
  | 'major-judgment'
  | 'review'
  | 'review-acceptance'
  | 'review-return'
  | 'review-conclusion'
  | 'review-extension'
  | 'review-confirmation'
  | 'review-exemption'
  | 'review-withdrawal'
  | 'review-ruling'
  | 'optional-review'
  | 'other-review'
  | 'assessment'
  | 'unproven'
  | 'distinct-conduct'
  | 'fault-claim'
  | 'fault-review'
  | 'education'
  | 'correction-order'
  | 'correction-check'
  | 'spoken-demand'
  | 'suspension'
  | 'resumption'
  | 'termination'
  | 'merger'
  | 'intake'
  | 'link'
  | 'split'
  | 'transfer'
  | 'closing'
  | 'admission'
  | 'binding'
  | 'archiving'
  | 'application'
  | 'application-correction'
  | 'supplement-notice'
  | 'supplement'
  | 'acceptance'
  | 'acceptance-refusal'
  | 'application-receipt'
  | 'examination'
  | 'interest-notice'
  | 'interest-view'
  | 'time-exclusion'
  | 'licensing-extension'
  | 'license'
  | 'license-revocation'
  | 'license-cancellation'
  | 'confirmation-application'
  | 'confirmation-opening'
  | 'party-view'
  | 'adjudication-application'
  | 'answer-notice'
  | 'answer'
  | 'party-evidence'
  | 'inquiry'
  | 'mediation'
  | 'levy-opening'
  | 'valuation'
  | 'levy-payment'
  | 'compensation-payment'
  | 'possession'
  | 'property-return';

export const entryLabels: Readonly<Record<EntryKind, string>> = {
  lead: '案源',
  triage: '案源核查',
  'filing-refusal': '不予立案',
  'refusal-notice': '不予立案的告知',
  'lead-conclusion': '案源办结',
  designation: '指定管辖',
  filing: '立案',
  party: '当事人',
  'party-joining': '追加当事人',
  'party-renaming': '当事人名称的变更',
  agent: '委托代理人',
  'agent-dismissal': '解除委托',
  succession: '当事人的承继',
  assignment: '承办人指派',
  handover: '案卷移交',
  takeover: '案卷接收',
  'urgent-start': '先行启动',
  interview: '询问笔录',
  refusal: '拒不配合',
  preservation: '证据保全',
  resolution: '保全处理',
  tampering: '毁损转移',
  'measure-request': '强制措施的提请',
  'measure-decision': '强制措施决定书',
  measure: '强制措施',
  'measure-exclusion': '不计入期限的期间',
  'measure-extension': '强制措施的延长',
  'custody-move': '财物的移库',
  'custody-cost': '保管和检验的费用',
  disposal: '财物的处理',
  'measure-lifting': '解除强制措施',
  'thing-return': '财物的退还',
  sampling: '抽样取证',
  'gains-computation': '违法所得核算',
  interest: '利害关系',
  'recusal-request': '回避申请',
  'recusal-decision': '回避决定',
  'scene-record': '现场笔录',
  evidence: '证据',
  'evidence-verification': '证据的查证',
  exclusion: '证据的排除',
  entrustment: '委托书',
  'expert-opinion': '专业结论',
  activity: '其他调查活动',
  obstruction: '妨碍执法',
  'crime-flag': '涉嫌犯罪',
  'criminal-referral': '移送司法机关',
  'crime-exclusion': '不构成犯罪的认定',
  monitoring: '监控记录',
  'monitoring-notice': '监控所录事实的告知',
  'investigation-conclusion': '调查终结',
  notice: '事先告知',
  service: '送达',
  delivery: '收件登记',
  'mail-return': '退件登记',
  statement: '陈述申辩',
  'defence-review': '申辩复核',
  'hearing-request': '听证申请',
  'hearing-waiver': '放弃听证',
  'hearing-rejection': '驳回听证申请',
  'hearing-notice': '听证通知',
  hearing: '听证',
  'hearing-examination': '补充质证',
  'hearing-termination': '终止听证',
  approval: '审批',
  'approval-withdrawal': '审批的撤回',
  extension: '延长办案期限',
  'extension-request': '顺延申请',
  'extension-decision': '顺延决定',
  'discussion-submission': '提交集体讨论',
  discussion: '集体讨论',
  'expert-call': '组织专家论证',
  'expert-meeting': '专家论证',
  decision: '决定',
  seal: '盖章',
  'spot-report': '当场处罚备案',
  revocation: '决定的撤销',
  'late-reason': '逾期的原因',
  'suspicion-check': '线索的核查',
  'performance-check': '履行检查',
  publication: '公示',
  withdrawal: '公示的撤回',
  payment: '缴款',
  landing: '抵岸',
  'hand-in': '交回收缴款',
  deposit: '缴存银行',
  deferral: '暂缓或者分期缴纳',
  remedy: '复议或者诉讼',
  'remedy-rectification': '更正告知',
  demand: '催告',
  enforcement: '强制执行',
  'court-application': '申请法院强制执行',
  'major-judgment': '重大与否的判定',
  review: '送审',
  'review-acceptance': '审核受理',
  'review-return': '缺件退回',
  'review-conclusion': '审核意见',
  'review-extension': '审核延期',
  'review-confirmation': '审核结论的确认',
  'review-exemption': '免审批准',
  'review-withdrawal': '送审的撤回',
  'review-ruling': '领导定夺',
  'optional-review': '一般决定审核的发起',
  'other-review': '另行审核的记录',
  assessment: '裁量情节认定',
  unproven: '未能查明事项的签署',
  'distinct-conduct': '另一违法行为的认定',
  'fault-claim': '无过错主张',
  'fault-review': '无过错主张的复核',
  education: '教育记录',
  'correction-order': '责令改正通知书',
  'correction-check': '改正核查',
  'spoken-demand': '催告情况',
  suspension: '中止',
  resumption: '恢复办理',
  termination: '终止',
  merger: '并入另案',
  intake: '并入的案件',
  link: '关联案件',
  split: '分案',
  transfer: '案件移送',
  closing: '结案',
  admission: '承认瑕疵',
  binding: '卷内目录',
  archiving: '归档',
  application: '许可申请',
  'application-correction': '当场更正',
  'supplement-notice': '补正告知',
  supplement: '补正材料',
  acceptance: '受理',
  'acceptance-refusal': '不予受理',
  'application-receipt': '书面凭证',
  examination: '审查',
  'interest-notice': '利害关系人的告知',
  'interest-view': '利害关系人的意见',
  'time-exclusion': '不计入的时间',
  'licensing-extension': '审查期限的延长',
  license: '许可证件',
  'license-revocation': '许可的撤销',
  'license-cancellation': '许可的注销',
  'confirmation-application': '确认申请',
  'confirmation-opening': '依职权启动确认',
  'party-view': '告知和听取意见',
  'adjudication-application': '裁决申请',
  'answer-notice': '答辩通知',
  answer: '答辩',
  'party-evidence': '当事人的证据',
  inquiry: '审理',
  mediation: '调解',
  'levy-opening': '启动征收征用',
  valuation: '评估',
  'levy-payment': '缴费',
  'compensation-payment': '支付补偿',
  possession: '接收财产',
  'property-return': '返还征用的财产',
};

/** One thing in the file: an interview, a notice, a service. It keeps how it was before each correction. */
export interface Entry<D = unknown> {
  readonly id: string;
  readonly kind: EntryKind;
  readonly act: string;
  readonly at: Instant;
  readonly enteredAt: Instant;
  readonly by: ActorSnapshot;
  /** Version of the stream at which it last changed; what rested on an earlier one is stale. */
  readonly version: number;
  readonly data: D;
  readonly record: FieldMap;
  readonly outcome?: FieldMap;
  readonly basedOn?: number;
  readonly defects: readonly Defect[];
  readonly departures?: readonly Departure[];
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly at: Instant;
  readonly by: ActorSnapshot;
  readonly reason: string;
  readonly before: FieldMap;
  readonly after: FieldMap;
}

import type { FieldMap } from './canonical.ts';
import type { ActorSnapshot, Defect, Departure } from './event.ts';
import type { Instant } from './time/index.ts';

export type EntryKind =
  | 'lead'
  | 'filing'
  | 'party'
  | 'assignment'
  | 'interview'
  | 'notice'
  | 'service'
  | 'statement'
  | 'approval'
  | 'extension'
  | 'decision'
  | 'publication'
  | 'major-judgment'
  | 'review'
  | 'review-acceptance'
  | 'review-return'
  | 'review-conclusion'
  | 'review-extension'
  | 'review-confirmation'
  | 'review-exemption'
  | 'other-review';

export const entryLabels: Readonly<Record<EntryKind, string>> = {
  lead: '案源',
  filing: '立案',
  party: '当事人',
  assignment: '承办人指派',
  interview: '询问笔录',
  notice: '事先告知',
  service: '送达',
  statement: '陈述申辩',
  approval: '审批',
  extension: '延长办案期限',
  decision: '决定',
  publication: '公示',
  'major-judgment': '重大与否的判定',
  review: '送审',
  'review-acceptance': '审核受理',
  'review-return': '缺件退回',
  'review-conclusion': '审核意见',
  'review-extension': '审核延期',
  'review-confirmation': '审核结论的确认',
  'review-exemption': '免审批准',
  'other-review': '另行审核的记录',
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

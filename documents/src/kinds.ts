import type { CaseKind, Value } from '@zhaozhang/core';
import onSpotDecision from '../kinds/on-spot-decision.json' with { type: 'json' };
import defenceReview from '../kinds/defence-review.json' with { type: 'json' };
import hearingNotice from '../kinds/hearing-notice.json' with { type: 'json' };
import firstExamination from '../kinds/first-examination.json' with { type: 'json' };
import hearingOffer from '../kinds/hearing-offer.json' with { type: 'json' };
import hearingRecord from '../kinds/hearing-record.json' with { type: 'json' };
import licenseHearingNotice from '../kinds/license-hearing-notice.json' with { type: 'json' };
import measureDecision from '../kinds/measure-decision.json' with { type: 'json' };
import measureExtension from '../kinds/measure-extension.json' with { type: 'json' };
import measureLifting from '../kinds/measure-lifting.json' with { type: 'json' };
import measureList from '../kinds/measure-list.json' with { type: 'json' };
import penaltyDecision from '../kinds/penalty-decision.json' with { type: 'json' };
import courtApplication from '../kinds/court-application.json' with { type: 'json' };
import executionAgreement from '../kinds/execution-agreement.json' with { type: 'json' };
import executionDecision from '../kinds/execution-decision.json' with { type: 'json' };
import performanceDecision from '../kinds/performance-decision.json' with { type: 'json' };
import performanceDemand from '../kinds/performance-demand.json' with { type: 'json' };
import adjudicationDecision from '../kinds/adjudication-decision.json' with { type: 'json' };
import answerNotice from '../kinds/answer-notice.json' with { type: 'json' };
import levyDecision from '../kinds/levy-decision.json' with { type: 'json' };
import confirmationDecision from '../kinds/confirmation-decision.json' with { type: 'json' };
import licenseDecision from '../kinds/license-decision.json' with { type: 'json' };
import supplementNotice from '../kinds/supplement-notice.json' with { type: 'json' };
import applicationReceipt from '../kinds/application-receipt.json' with { type: 'json' };
import correctionOrder from '../kinds/correction-order.json' with { type: 'json' };
import inspectionNotice from '../kinds/inspection-notice.json' with { type: 'json' };
import interviewRecord from '../kinds/interview-record.json' with { type: 'json' };
import inspectionResult from '../kinds/inspection-result.json' with { type: 'json' };
import sceneRecord from '../kinds/scene-record.json' with { type: 'json' };
import caseTransfer from '../kinds/case-transfer.json' with { type: 'json' };
import jurisdictionRequest from '../kinds/jurisdiction-request.json' with { type: 'json' };
import jurisdictionNegotiation from '../kinds/jurisdiction-negotiation.json' with { type: 'json' };
import criminalReferral from '../kinds/criminal-referral.json' with { type: 'json' };
import referralReceipt from '../kinds/referral-receipt.json' with { type: 'json' };
import assistanceRequest from '../kinds/assistance-request.json' with { type: 'json' };
import detentionSuspended from '../kinds/detention-suspend.json' with { type: 'json' };
import detentionUpheld from '../kinds/detention-refuse.json' with { type: 'json' };
import priorNotice from '../kinds/prior-notice.json' with { type: 'json' };
import remedyRectification from '../kinds/remedy-rectification.json' with { type: 'json' };
import proofOfService from '../kinds/proof-of-service.json' with { type: 'json' };

/** A kind of document: which entry it projects and in what order it says what. */
export interface DocumentKind {
  readonly id: string;
  /** Kind of the entry whose fields it shows; it holds none of its own. */
  readonly entry: string;
  /** Only of entries this act has made: where one kind of entry comes of several procedures. */
  readonly act?: string;
  /** Only in files of this kind of enforcement: where one act makes papers of several procedures. */
  readonly of?: string;
  /** Only of entries that hold these values: where one act makes documents of several names. */
  readonly where?: Readonly<Record<string, string>>;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    /** `record:<field>`, `labelled:<field>` with its name before it, `input:<name>`, `told:<name>` of what the act found in
     * the file, `sanctions`, `moment`, `officers` and
     * `partners-present`, `joint` enforcement as it was arranged, `defence` as it was reviewed, the `execution-basis`, or `outcome` of a service. */
    readonly parts: readonly string[];
  }[];
  /** Fields that stay in the file: the office's own checks are not said to the party. */
  readonly unprinted?: readonly string[];
}

/** Every kind, one file each in `kinds/`. */
export const documentKinds: readonly DocumentKind[] = [
  onSpotDecision,
  penaltyDecision,
  priorNotice,
  proofOfService,
  firstExamination,
  hearingOffer,
  licenseHearingNotice,
  hearingNotice,
  hearingRecord,
  defenceReview,
  remedyRectification,
  measureDecision,
  measureList,
  measureExtension,
  measureLifting,
  licenseDecision,
  confirmationDecision,
  levyDecision,
  adjudicationDecision,
  answerNotice,
  supplementNotice,
  applicationReceipt,
  performanceDemand,
  performanceDecision,
  executionDecision,
  executionAgreement,
  courtApplication,
  inspectionNotice,
  sceneRecord,
  interviewRecord,
  inspectionResult,
  correctionOrder,
  caseTransfer,
  jurisdictionRequest,
  jurisdictionNegotiation,
  criminalReferral,
  referralReceipt,
  assistanceRequest,
  detentionSuspended,
  detentionUpheld,
];

/** What an entry holds under a name, or under one within another, written `outer.inner`. */
export function heldIn(data: unknown, name: string): Value | undefined {
  return name
    .split('.')
    .reduce<unknown>((held, part) => (held as Readonly<Record<string, unknown>> | undefined)?.[part], data) as
    | Value
    | undefined;
}

/**
 * The kind of document an entry is: one that names its values, its act or the kind of its file before one that does not.
 * Whether it is a document at all does not hang on its file.
 */
export function documentKindOf(
  entry: {
    readonly kind: string;
    readonly act: string;
    readonly data: unknown;
  },
  file?: CaseKind,
): DocumentKind | undefined {
  const fitting = documentKinds.filter(
    ({ entry: kind, act, of, where }) =>
      kind === entry.kind &&
      (of === undefined || of === file) &&
      (act === undefined || act === entry.act) &&
      Object.entries(where ?? {}).every(([name, value]) => heldIn(entry.data, name) === value),
  );
  return (
    fitting.find(({ where }) => where !== undefined) ??
    fitting.find(({ act, of }) => act !== undefined || of !== undefined) ??
    fitting[0]
  );
}

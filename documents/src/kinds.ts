import onSpotDecision from '../kinds/on-spot-decision.json' with { type: 'json' };
import defenceReview from '../kinds/defence-review.json' with { type: 'json' };
import hearingNotice from '../kinds/hearing-notice.json' with { type: 'json' };
import measureDecision from '../kinds/measure-decision.json' with { type: 'json' };
import measureExtension from '../kinds/measure-extension.json' with { type: 'json' };
import measureLifting from '../kinds/measure-lifting.json' with { type: 'json' };
import measureList from '../kinds/measure-list.json' with { type: 'json' };
import penaltyDecision from '../kinds/penalty-decision.json' with { type: 'json' };
import adjudicationDecision from '../kinds/adjudication-decision.json' with { type: 'json' };
import answerNotice from '../kinds/answer-notice.json' with { type: 'json' };
import levyDecision from '../kinds/levy-decision.json' with { type: 'json' };
import confirmationDecision from '../kinds/confirmation-decision.json' with { type: 'json' };
import licenseDecision from '../kinds/license-decision.json' with { type: 'json' };
import supplementNotice from '../kinds/supplement-notice.json' with { type: 'json' };
import applicationReceipt from '../kinds/application-receipt.json' with { type: 'json' };
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
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    /** `record:<field>`, `labelled:<field>` with its name before it, `input:<name>`, `sanctions`, `moment`, `officers`
     * present, `defence` as it was reviewed, or `outcome` of a service. */
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
  hearingNotice,
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
];

/** The kind of document an entry is: one that names its act before one that does not. */
export function documentKindOf(entry: {
  readonly kind: string;
  readonly act: string;
}): DocumentKind | undefined {
  const fitting = documentKinds.filter((kind) => kind.entry === entry.kind);
  return fitting.find((kind) => kind.act === entry.act) ?? fitting.find((kind) => kind.act === undefined);
}

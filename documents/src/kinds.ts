import defenceReview from '../kinds/defence-review.json' with { type: 'json' };
import hearingNotice from '../kinds/hearing-notice.json' with { type: 'json' };
import penaltyDecision from '../kinds/penalty-decision.json' with { type: 'json' };
import priorNotice from '../kinds/prior-notice.json' with { type: 'json' };
import proofOfService from '../kinds/proof-of-service.json' with { type: 'json' };

/** A kind of document: which entry it projects and in what order it says what. */
export interface DocumentKind {
  readonly id: string;
  /** Kind of the entry whose fields it shows; it holds none of its own. */
  readonly entry: string;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    /** `record:<field>`, `labelled:<field>` with its name before it, `input:<name>`, `sanctions`, `defence` as
     * it was reviewed, or `outcome` of a service. */
    readonly parts: readonly string[];
  }[];
  /** Fields that stay in the file: the office's own checks are not said to the party. */
  readonly unprinted?: readonly string[];
}

/** Every kind, one file each in `kinds/`. */
export const documentKinds: readonly DocumentKind[] = [
  penaltyDecision,
  priorNotice,
  proofOfService,
  hearingNotice,
  defenceReview,
];

export function documentKindOf(entry: string): DocumentKind | undefined {
  return documentKinds.find((kind) => kind.entry === entry);
}

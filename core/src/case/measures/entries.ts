import type { Day } from '../../time/index.ts';

/** One line of the list of a measure: what was sealed or impounded, and why just that. */
export interface MeasuredThing {
  readonly name: string;
  readonly quantity: number;
  readonly condition?: string | undefined;
  readonly place?: string | undefined;
  /** What it has to do with the violation. */
  readonly relation?: string | undefined;
  /** A necessity of the life of a person or of those the person supports. */
  readonly necessity?: boolean | undefined;
  /** Sealed by another organ of the state already. */
  readonly sealedElsewhere?: boolean | undefined;
}

/** Money of one account that was frozen, in fen. */
export interface FrozenFund {
  readonly institution: string;
  readonly account: string;
  readonly amount: number;
  readonly frozenElsewhere?: boolean | undefined;
}

/** What the entries of compulsory measures hold. */
export interface MeasureEntries {
  /** `measure` is the one that was taken before anybody could be asked. */
  'measure-request': {
    kind: string;
    party: string;
    purpose: string;
    bases: readonly string[];
    measure?: string | undefined;
  };
  /** `until` is the last day the document gives; `count` how many things it names. */
  'measure-decision': {
    kind: string;
    party: string;
    purpose: string;
    bases: readonly string[];
    until?: Day | undefined;
    count?: number | undefined;
    request?: string | undefined;
    number: string;
  };
  measure: {
    kind: string;
    party: string;
    decision?: string | undefined;
    urgent: boolean;
    officers: readonly string[];
    shown?: readonly string[] | undefined;
    things: readonly MeasuredThing[];
    funds?: readonly FrozenFund[] | undefined;
    endedAt: string;
  };
  'measure-exclusion': { measure: string; entrustment: string; from: Day; until: Day };
  'measure-extension': { measure: string; days: number };
  /** Things are named `measure/line`; `keeping` and `purpose` are codes of `keeper-kind` and `custody-purpose`. */
  'custody-move': {
    things: readonly string[];
    place: string;
    keeper: string;
    keeping: string;
    purpose: string;
    signers: readonly string[];
  };
  'custody-cost': { measure: string; cost: string; amount: number; bearer: string };
  disposal: {
    things: readonly string[];
    outcome: string;
    price?: number | undefined;
    appraised?: number | undefined;
  };
  'measure-lifting': { measure: string; ground: string; number: string };
  'thing-return': {
    things: readonly {
      readonly thing: string;
      readonly quantity: number;
      readonly condition?: string | undefined;
      readonly money?: number | undefined;
    }[];
    recipient: string;
  };
}

import type { Day } from '../../time/index.ts';
import type { Instalment } from '../state.ts';

/** What was carried back after the decision that was enforced fell, or the enforcement itself was wrong. */
export interface RestoredItem {
  readonly what: string;
  /** Code of `restoration-way`. */
  readonly way: string;
  /** Fen; of money only. */
  readonly amount?: number | undefined;
  readonly voucher?: string | undefined;
}

/** What a decision to enforce says beside what every decision says. Codes of `execution-method`. */
export interface ExecutionDecision {
  readonly method: string;
  readonly amount?: number | undefined;
  readonly performer?: string | undefined;
  readonly related?: boolean | undefined;
  readonly budget?: number | undefined;
  readonly harm?: string | undefined;
  readonly supply?: string | undefined;
  readonly premises?: string | undefined;
}

/** Entries of the kind of enforcement that makes somebody perform a decision. */
export interface ExecutionEntries {
  /** The decision that is to be performed, made here or by another agency. Codes of `execution-obligation`, `execution-route`. */
  'execution-basis': {
    number: string;
    organ: string;
    paper: string;
    matter: string;
    obligation: string;
    content: string;
    /** Fen. */
    amount?: number | undefined;
    /** Thousandths a day that the decision told the party are added while money is overdue. */
    permille?: number | undefined;
    decidedOn: Day;
    servedOn?: Day | undefined;
    performBy: Day;
    route: string;
    /** Number of the file here in which it was decided. */
    file?: string | undefined;
  };
  'demolition-notice': { until: Day };
  'execution-plan': { startsAt: string };
  'execution-record': {
    officers: readonly string[];
    endedAt: string;
    result: string;
    cost?: number | undefined;
    shown?: readonly string[] | undefined;
  };
  /** `waived` is what of the surcharge need not be paid. */
  'execution-agreement': { party: string; plan: readonly Instalment[]; waived?: number | undefined };
  'execution-resumption': { reason: string };
  surcharge: { amount: number };
  overturning: { manner: string };
  restoration: { items: readonly RestoredItem[] };
  /** Code of `court-answer`. */
  'court-answer': { answer: string; paper?: string | undefined };
  'court-review': { court: string };
  /** Cleared away at once, without a decision before it. Codes of `clearance-place`, `clearance-object`. */
  clearance: {
    number: string;
    matter: string;
    place: string;
    object: string;
    present: boolean;
    officers: readonly string[];
    endedAt: string;
    shown?: readonly string[] | undefined;
  };
  'clearance-notice': { means: string };
}

import type { FactorAnswer } from '../../authority/discretion-factors.ts';

/** What is found of the factors of a benchmark, each on the evidence that proves it, and the level that follows. */
export interface WeighingEntries {
  'factor-weighing': {
    party: string;
    /** Id of the edition, and of the level of it that the answers led to when they were given. */
    benchmark: string;
    level: string;
    answers: readonly (FactorAnswer & { readonly evidence: readonly string[] })[];
  };
}

/** What passes between this agency and others while a case is looked into: a suspicion of a crime, and help. */
export interface ReferralEntries {
  'crime-flag': { offence: string };
  /** Of things held by a measure, whether each goes along; absent where none was held. */
  'criminal-referral': {
    recipient: string;
    /** Absent from what was referred before there was a list. */
    evidence?: readonly string[] | undefined;
    things?:
      | readonly { readonly thing: string; readonly goes: boolean; readonly reason?: string | undefined }[]
      | undefined;
  };
  /** Pieces of evidence and things that went along, by their ids, and who signed for them. */
  'referral-receipt': { received: readonly string[]; receivedBy: string };
  /** `result` is a code of `judicial-result`. */
  'judicial-result': { result: string };
  'assistance-request': { organ: string; matter: string };
  /** `answer` is a code of `assistance-answer`; what came of it lies in the file as evidence. */
  'assistance-reply': { request: string; answer: string };
  'crime-exclusion': Readonly<Record<string, never>>;
}

import type { Instant } from '../time/index.ts';

/** Things a rule can be about. Facts, starts and ends are read of that same thing. */
export const pers = [
  'case',
  'party',
  'participant',
  'notice',
  'defence-point',
  'interview',
  'hearing',
  'recusal-request',
  'extension-request',
  'monitoring',
  'decision',
  'instalment',
  'collection',
  'assignment',
  'preservation',
  'measure',
  'service',
  'review',
  'suspicion',
  'entry',
  'act',
  'period',
  'change',
  'basis',
  'entrustment',
  'former-fine',
  'other-filing',
  'detention-request',
  'assistance-request',
  'preparation',
  'monitoring-break',
] as const;
export type Per = (typeof pers)[number];

export interface Subject {
  readonly per: Per;
  readonly id: string;
  readonly label: string;
  /** When it happened, of a thing that did: the day by which the law judges it. */
  readonly at?: Instant;
}

/** The case as a whole, and what is being done now: there is one of each. */
export const wholeCase: Subject = { per: 'case', id: 'case', label: '本案' };
export const wholeAct: Subject = { per: 'act', id: 'act', label: '本次' };

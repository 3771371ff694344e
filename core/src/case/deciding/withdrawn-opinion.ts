import type { EntryKind } from '../../entry.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Opinions in the order they are given; the last is the approval itself. */
export const approvalSteps = ['handler', 'unit', 'check', 'head'] as const;

/**
 * Whose opinion: of the one who handles the matter, of the unit, of the second person who checks what is to be made
 * public, or the approval itself, which is the head's.
 */
export type ApprovalStep = (typeof approvalSteps)[number];

/**
 * The withdrawal that took an opinion back: of the opinion itself, or of one that came before it on the same matter.
 * What somebody agreed to on the strength of an opinion that is no longer there has to be agreed to again. An opinion
 * signed on paper before the withdrawal and entered after it is taken back with it.
 */
export function opinionWithdrawal(
  state: CaseState,
  opinion: EntryOf<'approval'>,
): EntryOf<'approval-withdrawal'> | undefined {
  const place = approvalSteps.indexOf(stepOf(opinion.data));
  return entriesOf(state, 'approval-withdrawal').find(
    (entry) =>
      entry.data.matter === opinion.data.matter &&
      approvalSteps.indexOf(stepOf(entry.data)) <= place &&
      (entry.at > opinion.at || (entry.at === opinion.at && entry.version > opinion.version)),
  );
}

/** Without a step told, an opinion is the head's. */
export function stepOf({ step }: { readonly step?: string | undefined }): ApprovalStep {
  return approvalSteps.find((one) => one === step) ?? 'head';
}

/**
 * What an approval of each matter opens. Until it stands in the file the opinion can be taken back; a matter that is not
 * named here is confirmed after the fact, and what has been done on it cannot be taken back by a word.
 */
export const opens: Readonly<Record<string, EntryKind>> = {
  filing: 'filing',
  'filing-refusal': 'filing-refusal',
  decision: 'decision',
  'heavier-penalty': 'decision',
  departure: 'decision',
  'optional-review': 'optional-review',
  preservation: 'preservation',
  measure: 'measure',
  inspection: 'inspection-start',
  suspension: 'suspension',
  resumption: 'resumption',
  termination: 'termination',
  merger: 'merger',
  split: 'split',
  publication: 'publication',
};

/** Has the step been taken that the opinion leads to? */
export function isUsed(state: CaseState, opinion: EntryOf<'approval'>): boolean {
  const opened = opens[opinion.data.matter];
  return (
    opened === undefined ||
    state.entries.some((entry) => entry.kind === opened && entry.version > opinion.version)
  );
}

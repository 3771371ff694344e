import type { EntryKind } from '../entry.ts';
import type { CaseState, EntryOf } from './state.ts';
import { entriesOf } from './state.ts';
import type { Instant } from '../time/index.ts';

/** Kinds of entries an approval of the decision rests on; a later change of one makes the approval stale. */
export const basisOfDecision: readonly EntryKind[] = [
  'filing',
  'party',
  'interview',
  'refusal',
  'preservation',
  'sampling',
  'notice',
  'statement',
  'hearing-request',
  'hearing-waiver',
  'hearing',
  'hearing-examination',
  'hearing-termination',
];

/** Kinds of entries a decision may be founded on. */
export const evidenceKinds: readonly EntryKind[] = ['interview', 'refusal', 'preservation', 'sampling'];

/** Kinds of entries an approval of the publication rests on. */
export const basisOfPublication: readonly EntryKind[] = ['party', 'decision'];

export function basisOf(matter: string): readonly EntryKind[] {
  if (matter === 'filing') return ['lead'];
  return matter === 'publication' ? basisOfPublication : basisOfDecision;
}

/** Entries of the given kinds that have changed since the version somebody saw. */
export function changedSince(state: CaseState, kinds: readonly EntryKind[], version: number) {
  return state.entries.filter((entry) => kinds.includes(entry.kind) && entry.version > version);
}

export function decisionOf(state: CaseState): EntryOf<'decision'> | undefined {
  return entriesOf(state, 'decision').at(-1);
}

export function filingOf(state: CaseState): EntryOf<'filing'> | undefined {
  return entriesOf(state, 'filing').at(-1);
}

/** Officers who handle the case, now or at a moment: the latest assignment made by then counts. */
export function handlersOf(state: CaseState, at?: Instant): readonly string[] {
  const made = entriesOf(state, 'assignment').filter((entry) => at === undefined || entry.at <= at);
  return made.at(-1)?.data.officers ?? [];
}

/** Whose opinion: of the one who handles the matter, of the unit, or the approval itself, which is the head's. */
export type ApprovalStep = 'handler' | 'unit' | 'head';

/** The latest opinion of a step on a matter, whatever it says; without a step told, an opinion is the head's. */
export function approvalOf(
  state: CaseState,
  matter: string,
  step: ApprovalStep = 'head',
): EntryOf<'approval'> | undefined {
  return entriesOf(state, 'approval').findLast(
    (entry) => entry.data.matter === matter && (entry.data.step ?? 'head') === step,
  );
}

/** The latest notice given to a party. */
export function noticeTo(state: CaseState, party: string): EntryOf<'notice'> | undefined {
  return entriesOf(state, 'notice').findLast((entry) => entry.data.parties.includes(party));
}

/** The first lawful service of a document on a party: a service with a defect does not start a clock. */
export function serviceOf(
  state: CaseState,
  document: string | undefined,
  party: string,
): EntryOf<'service'> | undefined {
  return entriesOf(state, 'service').find(
    (entry) => entry.data.document === document && entry.data.party === party && entry.defects.length === 0,
  );
}

export function partyName(state: CaseState, id: string): string {
  return entriesOf(state, 'party').find((entry) => entry.id === id)?.data.name ?? id;
}

import type { DomainEvent } from '../event.ts';
import { entriesOf, entryById } from './state.ts';
import type { CaseState } from './state.ts';
import { openingOf } from './kind.ts';
import { handlersOf } from './reading.ts';

/** Why somebody is told of an act. */
export type ToldWhy = 'assigned' | 'taken-off' | 'done';

export interface Told {
  readonly officer: string;
  readonly why: ToldWhy;
}

/**
 * Acts which others do on a case and its handlers wait for: opinions, reviews, decisions and what becomes of them. What
 * is merely due stands on the worklist, which needs nobody to tell it.
 */
export const heardByHandlers: ReadonlySet<string> = new Set([
  'case.approve',
  'case.record-approval',
  'case.withdraw-approval',
  'case.decide-recusal',
  'case.return-materials',
  'case.conclude-review',
  'case.extend-review',
  'case.confirm-review',
  'case.settle-review',
  'case.record-experts',
  'case.record-discussion',
  'case.decide-extension',
  'case.extend-measure',
  'case.refuse-filing',
  'case.file',
  'case.suspend',
  'case.resume',
  'case.terminate',
  'case.merge',
  'case.split',
  'case.cede',
  'case.receive-ceded',
  'case.decide',
  'case.record-court-answer',
  'case.record-overturning',
  'case.publish',
  'case.withdraw-publication',
  'case.revoke-decision',
  'case.rectify-remedies',
  'case.check-suspicion',
  'case.correct-entry',
]);

/**
 * Who of the agency is told that an act has been done, and why. Only that it was done: what it says stands in the file,
 * where reading it is noted.
 */
export function toldOf(
  before: CaseState,
  after: CaseState,
  event: Pick<DomainEvent, 'act' | 'by' | 'input'>,
): readonly Told[] {
  const earlier = handlersOf(before);
  const now = handlersOf(after);
  const told: readonly Told[] = [
    ...now.filter((one) => !earlier.includes(one)).map((officer) => ({ officer, why: 'assigned' as const })),
    ...earlier.filter((one) => !now.includes(one)).map((officer) => ({ officer, why: 'taken-off' as const })),
    ...concerned(after, event, now).map((officer) => ({ officer, why: 'done' as const })),
  ];
  // Nobody is told of what they did themselves, nor twice of one thing: the first reason is the nearest.
  return told.filter(
    (one, at) =>
      one.officer !== event.by.officer && told.findIndex(({ officer }) => officer === one.officer) === at,
  );
}

/** Who took the latest materials in hand: they need not look at them any more. */
function reviewersOf(state: CaseState): readonly string[] {
  const taken = entriesOf(state, 'review-acceptance').at(-1)?.by.officer;
  return taken === undefined ? [] : [taken];
}

/** Before anybody handles it, whoever brought the lead waits to hear what becomes of it. */
function registrarsOf(state: CaseState): readonly string[] {
  const officer = openingOf(state)?.by.officer;
  return officer === undefined ? [] : [officer];
}

function concerned(
  state: CaseState,
  { act, input }: Pick<DomainEvent, 'act' | 'input'>,
  handlers: readonly string[],
): readonly string[] {
  if (heardByHandlers.has(act)) return handlers.length > 0 ? handlers : registrarsOf(state);
  if (act === 'case.withdraw-review') return reviewersOf(state);
  const given = input as { readonly to?: unknown; readonly handover?: unknown };
  if (act === 'case.hand-over' && typeof given.to === 'string') return [given.to];
  if (act !== 'case.take-over' || typeof given.handover !== 'string') return [];
  const handover = entryById(state, given.handover);
  return handover?.kind === 'handover' ? [handover.data.from] : [];
}

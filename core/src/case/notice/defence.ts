import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import type { ReviewedPoint } from './points.ts';
import { entryTitle } from '../title.ts';

/** What the file says of statements and defences, point by point, and of their review. */

/** One point of one statement. A statement taken down as a whole is a point of its own. */
export interface PlacedPoint {
  readonly id: string;
  readonly label: string;
  readonly statement: EntryOf<'statement'>;
  readonly ordinal: number;
  readonly text: string;
}

/** Points of one statement; none where the party only said that it has nothing to say. */
export function pointsOf(state: CaseState, statement: EntryOf<'statement'>): readonly PlacedPoint[] {
  const { points, waives } = statement.data;
  const title = entryTitle(state, statement);
  if (points !== undefined && points.length > 0)
    return points.map(({ text }, index) => ({
      id: `${statement.id}.${index + 1}`,
      label: `${title}第 ${index + 1} 项`,
      statement,
      ordinal: index + 1,
      text,
    }));
  if (waives) return [];
  const text = String(statement.record['statement.content'] ?? '');
  return [{ id: `${statement.id}.1`, label: title, statement, ordinal: 1, text }];
}

/** Every point of every statement of the case, oldest first. */
export function defencePointsOf(state: CaseState): readonly PlacedPoint[] {
  return entriesOf(state, 'statement').flatMap((statement) => pointsOf(state, statement));
}

/** The latest review of a point: an earlier one is replaced by it. */
export function reviewOf(
  state: CaseState,
  point: PlacedPoint,
): { readonly review: EntryOf<'defence-review'>; readonly row: ReviewedPoint } | undefined {
  const found = entriesOf(state, 'defence-review').findLast(
    (entry) =>
      entry.data.statement === point.statement.id &&
      entry.data.points.some((row) => row.point === point.ordinal),
  );
  const row = found?.data.points.findLast((one) => one.point === point.ordinal);
  return found === undefined || row === undefined ? undefined : { review: found, row };
}

/** Notices given to a party, oldest first: a later one supersedes those before it. */
export function noticesTo(state: CaseState, party: string): readonly EntryOf<'notice'>[] {
  return entriesOf(state, 'notice').filter((entry) => entry.data.parties.includes(party));
}

/** Something is put forward; a party may say one thing and add that it has no more to say. */
export function saysSomething(statement: EntryOf<'statement'>): boolean {
  return !statement.data.waives || (statement.data.points ?? []).length > 0;
}

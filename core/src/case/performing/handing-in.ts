import type { Instant } from '../../time/index.ts';
import type { Structural } from '../../act.ts';
import { entriesOf, entryById } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * Money that officers took on the spot on its way to the bank (处罚法第七十一条): handed in to the agency, from the shore on where
 * it was taken on the water, then paid in by the agency.
 */

/** Taken by officers themselves, not paid to a bank. */
export function isCollection(entry: AnyEntry): entry is EntryOf<'payment'> {
  return entry.kind === 'payment' && entry.data.ground !== undefined;
}

export function collectionsOf(state: CaseState): readonly EntryOf<'payment'>[] {
  return entriesOf(state, 'payment').filter(isCollection);
}

export function onWater(collection: EntryOf<'payment'>): boolean {
  return collection.record['collection.area'] === 'waterborne';
}

export function landingOf(state: CaseState, collection: string): EntryOf<'landing'> | undefined {
  return entriesOf(state, 'landing').find((entry) => entry.data.collection === collection);
}

export function handInOf(state: CaseState, collection: string): EntryOf<'hand-in'> | undefined {
  return entriesOf(state, 'hand-in').find((entry) => entry.data.collection === collection);
}

export function depositOf(state: CaseState, collection: string): EntryOf<'deposit'> | undefined {
  return entriesOf(state, 'deposit').find((entry) => entry.data.collection === collection);
}

/** Nothing is waiting for that step: it is taken once for each collection. */
export function nothingWaiting(
  state: CaseState,
  waits: (collection: EntryOf<'payment'>) => boolean,
  because: string,
): readonly Structural[] {
  return collectionsOf(state).some(waits) ? [] : [{ code: 'NOTHING_COLLECTED', because }];
}

/** The collection named cannot take that step, or took it before what it comes after. */
export function outOfTurn(
  state: CaseState,
  { collection: id, at }: { readonly collection: string; readonly at: Instant },
  step: {
    readonly waits: (collection: EntryOf<'payment'>) => boolean;
    readonly after: (collection: EntryOf<'payment'>) => { readonly at: Instant } | undefined;
    readonly because: string;
    readonly early: string;
  },
): readonly Structural[] {
  const collection = entryById(state, id);
  if (collection === undefined || !isCollection(collection) || !step.waits(collection))
    return [
      {
        code: 'LINK_BROKEN',
        because: step.because,
        field: 'input.collection',
        remedy: { says: '从列出的当场收缴中选择' },
      },
    ];
  const before = step.after(collection);
  return tooEarly(at, before?.at, step.early);
}

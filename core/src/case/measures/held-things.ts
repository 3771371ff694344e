import type { Structural } from '../../act.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf, entryById } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';
import type { MeasuredThing } from './entries.ts';
import { tooEarly } from '../too-early.ts';

/** What became of a thing for good; a sale is not its end, for the money takes its place. */
export type Fate = 'confiscation' | 'destruction' | 'transferred' | 'returned';

/** 财物台账 (行政强制法第二十六条): one thing of a measure, where it is, who keeps it, and what became of it. */
export interface HeldThing {
  /** `measure/line`, lines counted from one. */
  readonly id: string;
  readonly measure: EntryOf<'measure'>;
  readonly line: MeasuredThing;
  readonly place: string | undefined;
  readonly keeper: string | undefined;
  readonly moves: readonly EntryOf<'custody-move'>[];
  /** Sold before anything was decided about it, for what could not be kept. */
  readonly sale: EntryOf<'disposal'> | undefined;
  readonly fate: { readonly kind: Fate; readonly entry: AnyEntry } | undefined;
}

/** How a thing is called on screen: 台式电脑 2 件. */
export function thingTitle({ line }: Pick<HeldThing, 'line'>): string {
  return `${line.name} ${line.quantity} 件`;
}

/** Every thing of every measure, in the order they were taken. */
export function heldThings(state: CaseState): readonly HeldThing[] {
  return entriesOf(state, 'measure').flatMap((measure) => thingsOf(state, measure));
}

export function thingsOf(state: CaseState, measure: EntryOf<'measure'>): readonly HeldThing[] {
  return measure.data.things.map((line, index) => {
    const id = `${measure.id}/${index + 1}`;
    const moves = entriesOf(state, 'custody-move').filter((entry) => entry.data.things.includes(id));
    const last = moves.at(-1);
    return {
      id,
      measure,
      line,
      place: last?.data.place ?? line.place,
      keeper: last?.data.keeper,
      moves,
      sale: entriesOf(state, 'disposal').find(
        (entry) => entry.data.outcome === 'sale' && entry.data.things.includes(id),
      ),
      fate: fateOf(state, id),
    };
  });
}

function fateOf(state: CaseState, id: string): HeldThing['fate'] {
  const returned = entriesOf(state, 'thing-return').find((entry) =>
    entry.data.things.some(({ thing }) => thing === id),
  );
  if (returned !== undefined) return { kind: 'returned', entry: returned };
  const disposed = entriesOf(state, 'disposal').find(
    (entry) => entry.data.outcome !== 'sale' && entry.data.things.includes(id),
  );
  if (disposed !== undefined)
    return {
      kind: disposed.data.outcome === 'destruction' ? 'destruction' : 'confiscation',
      entry: disposed,
    };
  const referred = entriesOf(state, 'criminal-referral').find((entry) =>
    entry.data.things?.some(({ thing, goes }) => goes && thing === id),
  );
  return referred === undefined ? undefined : { kind: 'transferred', entry: referred };
}

/** Things nobody has done anything final about. */
export function thingsInHand(state: CaseState): readonly HeldThing[] {
  return heldThings(state).filter((one) => one.fate === undefined);
}

export function liftingOf(state: CaseState, measure: string): EntryOf<'measure-lifting'> | undefined {
  return entriesOf(state, 'measure-lifting').find((entry) => entry.data.measure === measure);
}

/** When nothing was held by a measure any more: it was lifted, or each of its things had come to its end. */
export function measureOver(state: CaseState, measure: EntryOf<'measure'>): Instant | undefined {
  const lifted = liftingOf(state, measure.id)?.at;
  if (lifted !== undefined) return lifted;
  const ends = thingsOf(state, measure).map(({ fate }) => fate?.entry.at);
  const known = ends.filter((end) => end !== undefined);
  return known.length > 0 && known.length === ends.length ? known.sort().at(-1) : undefined;
}

/** Measures that still hold something, oldest first. */
export function measuresStanding(state: CaseState): readonly EntryOf<'measure'>[] {
  return entriesOf(state, 'measure').filter((entry) => measureOver(state, entry) === undefined);
}

export const nothingTaken: Structural = {
  code: 'MEASURE_MISSING',
  because: '本案没有采取过强制措施',
  remedy: { says: '采取过而还没有记录的先记录', act: 'case.take-measure' },
};

export const nothingHeld: Structural = {
  code: 'NOTHING_HELD',
  because: '本案没有仍在查封、扣押之中的财物',
};

/** What follows a measure must name one of the file, and cannot have come before it. */
export function measureFaults(
  state: CaseState,
  act: { readonly input: { readonly measure: string }; readonly occurredAt: Instant },
): readonly Structural[] {
  const entry = entryById(state, act.input.measure);
  if (entry?.kind !== 'measure')
    return [
      {
        code: 'LINK_BROKEN',
        because: '所选的不是本案采取的强制措施',
        field: 'input.measure',
        remedy: { says: '从本案采取的强制措施中选择' },
      },
    ];
  return tooEarly(act.occurredAt, entry.at, '时刻早于采取强制措施的时刻');
}

/** A thing can be named only while it is held, and once. */
export function thingFaults(state: CaseState, things: readonly string[], at: Instant): readonly Structural[] {
  const held = new Map(thingsInHand(state).map((one) => [one.id, one]));
  const named = things.map((id) => held.get(id));
  if (named.some((one) => one === undefined) || new Set(things).size < things.length)
    return [
      {
        code: 'LINK_BROKEN',
        because: '所选的财物不在查封、扣押之中，或者选了两次',
        field: 'input.things',
        remedy: { says: '从仍在查封、扣押之中的财物中选择，每件选一次' },
      },
    ];
  return named.some((one) => one !== undefined && at < one.measure.at)
    ? [
        {
          code: 'STEP_ORDER',
          because: '时刻早于采取强制措施的时刻',
          field: 'occurredAt',
          remedy: { says: '核对时刻' },
        },
      ]
    : [];
}

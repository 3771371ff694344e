import { isDeepStrictEqual } from 'node:util';
import { obligationsUnder } from '@zhaozhang/core';
import type { AgencyState, CaseState, Law } from '@zhaozhang/core';
import { calendarDifference, changedSpans, dayOf, wholeSpan } from '@zhaozhang/core/time';
import type { DaySpan } from '@zhaozhang/core/time';
import type { Recomputation, StateUnderLaw, Store } from '@zhaozhang/store';
import { actsUnderWay } from '../acts/perform.ts';
import type { LawBook } from '../acts/law-book.ts';
import { dutiesOf, dutyRows } from '../acts/derived.ts';
import type { DutyRows } from '../acts/derived.ts';
import { agencyStateOf, current } from '../acts/stored-states.ts';
import type { LegalClock } from '../start/clock.ts';

/**
 * Applies a changed law to the duties of open cases: of a changed calendar to those it can touch, of changed rules to
 * all, since what a rule not yet known would have asked of a case is told only by asking.
 */
export interface Recomputer {
  /** Looks at every agency: what an interruption left, and what a newer edition of the calendar's files brought. */
  start(): Promise<void>;
  /** Looks at one agency after its law has changed. Settles when its duties are those of its present law. */
  look(agency: string): Promise<void>;
  /** Is anything being computed for that agency now? */
  busy(agency: string): boolean;
  /**
   * Looks if the law an agency acts by is no longer the one its duties were last looked at under: a binding entered for
   * a day to come begins without anybody doing anything.
   */
  follow(agency: string, digest: string): void;
  stop(): Promise<void>;
}

/** Cases looked at together: few of them are written, so that an act never waits long behind a batch. */
const batchSize = 50;
const retryAfter = 5_000;

export interface Recomputing {
  readonly store: Store;
  readonly lawBook: LawBook;
  readonly clock: Pick<LegalClock, 'now'>;
}

/**
 * The database says up to which law each agency's duties are computed (the latest finished row) and how far an
 * unfinished change has come. The work is therefore known anew after any interruption, and doing it twice changes
 * nothing: a batch is taken only at the cursor it was computed for.
 */
export function recomputer(world: Recomputing, onError: (error: unknown) => void): Recomputer {
  const running = new Map<string, Promise<void>>();
  const retries = new Set<NodeJS.Timeout>();
  /** The law last looked at or begun to be, by agency. */
  const followed = new Map<string, string>();
  let stopped = false;

  const look = (agency: string): Promise<void> => {
    const before = running.get(agency) ?? Promise.resolve();
    const mine = before
      .then(() => (stopped ? undefined : apply(world, agency, () => stopped)))
      .catch((error: unknown) => {
        onError(error);
        if (stopped) return;
        const retry = setTimeout(() => {
          retries.delete(retry);
          void look(agency);
        }, retryAfter);
        retries.add(retry.unref());
      })
      .finally(() => {
        if (running.get(agency) === mine) running.delete(agency);
      });
    running.set(agency, mine);
    return mine;
  };

  return {
    look,
    busy: (agency) => running.has(agency),
    follow: (agency, digest) => {
      if (stopped || followed.get(agency) === digest) return;
      followed.set(agency, digest);
      void look(agency);
    },
    start: async () => {
      try {
        for (const agency of await world.store.agencies()) await look(agency);
      } catch (error) {
        if (!stopped) onError(error);
      }
    },
    stop: async () => {
      stopped = true;
      for (const retry of retries) clearTimeout(retry);
      await Promise.allSettled(running.values());
    },
  };
}

async function apply(world: Recomputing, agency: string, stopped: () => boolean): Promise<void> {
  // Acts still being done by the old law have to be in before one looks for what they leave behind.
  await actsUnderWay();
  const state = await agencyStateOf(world.store, agency);
  const { digest, law } = await world.lawBook.forAgency(state, dayOf(world.clock.now()));
  const known = await world.store.recomputing.list(agency);
  const open = known.filter((one) => one.finishedAt === undefined);
  const [latest] = open;
  if (latest !== undefined && open.length === 1 && latest.to === digest)
    return carryOn(world, agency, latest, lawsOf(law, await world.lawBook.byDigest(latest.from)), stopped);
  const applied =
    known.find((one) => one.finishedAt !== undefined)?.to ?? (await firstLaw(world, state, digest));
  if (open.length === 0 && applied === digest) {
    if (known.length === 0) await note(world, agency, { n: 1, from: digest, to: digest });
    return undefined;
  }
  // An unfinished change has brought some cases to a law in between: they too have to come from there.
  const laws = [applied, ...open.flatMap((one) => [one.from, one.to])];
  const span = await spanBetween(world, laws, law);
  const next = { n: (known[0]?.n ?? 0) + 1, from: applied, to: digest };
  if (span === undefined) return note(world, agency, next);
  const begun = { ...next, firstDay: span.first, lastDay: span.last, cursor: '' };
  // Where a change was left unfinished, what is stored may have been computed by a third law.
  const before = open.length > 0 ? undefined : await world.lawBook.byDigest(applied);
  return carryOn(world, agency, begun, lawsOf(law, before), stopped);
}

/**
 * The law by which an agency's duties were computed when nothing has ever been noted: the one its first calendar was
 * entered under, or today's where it has entered none.
 */
async function firstLaw(world: Recomputing, agency: AgencyState, digest: string): Promise<string> {
  const [entered] = agency.calendars ?? [];
  if (entered === undefined) return digest;
  const events = await world.store.events(agency.id, agency.stream);
  return events.find((event) => event.actId === entered.act)?.bundle ?? digest;
}

/**
 * From the first day to the last on which one of the laws answers otherwise than the present one; the whole of time where
 * its rules are others.
 */
async function spanBetween(
  world: Recomputing,
  digests: readonly string[],
  present: Law,
): Promise<DaySpan | undefined> {
  const spans: DaySpan[] = [];
  for (const digest of new Set(digests)) {
    const law = await world.lawBook.byDigest(digest);
    const changed =
      law === undefined || !owesAlike(law, present)
        ? wholeSpan
        : calendarDifference(law.calendar, present.calendar).span;
    if (changed !== undefined) spans.push(changed);
  }
  const first = spans.map((one) => one.first).sort()[0];
  const last = spans
    .map((one) => one.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Do both say the same of what is owed? Gates and fields may differ: no duty is read from them. */
function owesAlike(a: Law, b: Law): boolean {
  return (['duties', 'tables', 'params', 'settlements'] as const).every((part) =>
    isDeepStrictEqual(a[part], b[part]),
  );
}

/** A change of law that touches no day: there is nothing to compute, only to be remembered. */
async function note(
  world: Recomputing,
  agency: string,
  what: Pick<Recomputation, 'n' | 'from' | 'to'>,
): Promise<void> {
  await world.store.recomputing.take({
    ...{ ...what, agency, after: '', cursor: '', finished: true, streams: [] },
  });
}

type Begun = Pick<Recomputation, 'n' | 'from' | 'to' | 'firstDay' | 'lastDay' | 'cursor'> & {
  /** Absent when it is only begun. */
  readonly total?: number;
};

/** The present law, and the one before the change where what is stored can rest on no third. */
interface Laws {
  readonly law: Law;
  readonly before: Law | undefined;
  /** Computes by the present law what rests on days these say otherwise of; nothing where their rules differ. */
  comparedWith(earlier: readonly Law[]): ReturnType<typeof obligationsUnder> | undefined;
}

async function carryOn(
  world: Recomputing,
  agency: string,
  begun: Begun,
  laws: Laws,
  stopped: () => boolean,
): Promise<void> {
  const { n, from, to, firstDay, lastDay } = begun;
  const days = { first: firstDay ?? wholeSpan.first, last: lastDay ?? wholeSpan.last };
  const streams = await world.store.recomputing.spanning(agency, days, begun.cursor);
  const total = begun.total ?? streams.filter((stream) => stream.startsWith('case/')).length;
  const batchAt = async (at: number) => {
    const rows = await world.store.recomputing.states(agency, streams.slice(at, at + batchSize));
    const found = await Promise.all(rows.map((row) => computed(world, agency, row, laws)));
    return {
      cases: rows.filter(({ kind }) => kind === 'case').length,
      streams: found.filter((one) => one !== undefined),
    };
  };
  let { cursor } = begun;
  let batch: Awaited<ReturnType<typeof batchAt>> | undefined;
  let misses = 0;
  for (let at = 0; misses < 100; ) {
    if (stopped()) return;
    batch ??= await batchAt(at);
    const next = streams.slice(at, at + batchSize).at(-1) ?? cursor;
    const finished = at + batchSize >= streams.length;
    // The next is read and computed while the database takes this one: each has a core of its own to work on.
    const [taken, following] = await Promise.all([
      world.store.recomputing.take({
        ...{ agency, n, from, to, total, firstDay, lastDay, after: cursor, cursor: next, finished },
        ...batch,
      }),
      finished ? undefined : batchAt(at + batchSize),
    ]);
    // An act came in between: the batch is computed again from what the case is now.
    if (taken.outcome === 'conflict') [misses, batch] = [misses + 1, undefined];
    else if (finished) return;
    else [cursor, at, misses, batch] = [next, at + batchSize, 0, following];
  }
  throw new Error('重算没有进展：案卷一直在变化');
}

/**
 * What a stream owes by the present law; nothing where it owes the same by every law what is stored may have been
 * computed by: that of its last event, and the one before this change. Where those differ by their calendar alone, one
 * computation tells: it is the same if no answer rested on a changed day. Where rules differ, it is computed by those too,
 * which takes a fraction of the time in which what is stored could be read and compared.
 */
async function computed(world: Recomputing, agency: string, row: StateUnderLaw, laws: Laws) {
  const state = (await current(world.store, agency, row)) as CaseState | AgencyState;
  const rewritten = (owed: DutyRows) => ({ stream: row.stream, version: state.version, ...owed });
  // The agency's own duties follow the law as far as it is known, as they do when it acts.
  if (row.kind === 'agency')
    return rewritten(dutiesOf(state, (await world.lawBook.foreseen(state as AgencyState)).law));
  const earlier = await lawsBefore(world, row, laws);
  if (earlier === undefined) return rewritten(dutiesOf(state, laws.law));
  const under = laws.comparedWith(earlier);
  if (under !== undefined) {
    const owed = under(state);
    return owed.touched ? rewritten(dutyRows(owed)) : undefined;
  }
  const owed = dutiesOf(state, laws.law);
  return earlier.every((one) => isDeepStrictEqual(dutiesOf(state, one), owed)) ? undefined : rewritten(owed);
}

/** All laws but the present one that a case's stored duties may rest on; nothing where one of them is not known. */
async function lawsBefore(
  { lawBook }: Recomputing,
  { bundle }: StateUnderLaw,
  { law, before }: Laws,
): Promise<readonly Law[] | undefined> {
  if (before === undefined || bundle === undefined) return undefined;
  const digests = new Set([before.digest, bundle]);
  digests.delete(law.digest);
  const found: Law[] = [];
  for (const digest of digests) {
    const one = digest === before.digest ? before : await lawBook.byDigest(digest);
    if (one === undefined) return undefined;
    found.push(one);
  }
  return found;
}

/** Few laws stand behind the cases of an agency: what the present one changes of them is worked out once for each. */
function lawsOf(law: Law, before: Law | undefined): Laws {
  const known = new Map<string, ReturnType<Laws['comparedWith']>>();
  return {
    ...{ law, before },
    comparedWith: (earlier) => {
      const key = earlier.map(({ digest }) => digest).join(' ');
      if (!known.has(key)) known.set(key, comparison(law, earlier));
      return known.get(key);
    },
  };
}

function comparison(law: Law, earlier: readonly Law[]): ReturnType<Laws['comparedWith']> {
  if (!earlier.every((one) => owesAlike(one, law))) return undefined;
  const changed = earlier.flatMap((one) => changedSpans(calendarDifference(one.calendar, law.calendar)));
  return obligationsUnder(law, changed);
}

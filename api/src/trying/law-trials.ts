import { setImmediate } from 'node:timers/promises';
import { canonical, lawTrial, ruleDifference, sameBinding } from '@zhaozhang/core';
import type { AgencyState, CaseState, CaseTrial, Law, LawBinding, LawTrial } from '@zhaozhang/core';
import { dayOf, startOfDay, wholeSpan } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { Store } from '@zhaozhang/store';
import { ulid } from 'ulid';
import type { LawBook } from '../acts/law-book.ts';
import { current } from '../acts/stored-states.ts';
import type { LegalClock } from '../start/clock.ts';

/** One open case that the packs would change. */
export interface TriedCase {
  readonly state: CaseState;
  readonly found: CaseTrial;
}

/** A dry run: what packs would change in the open cases if they bound the agency from a day on. */
export interface RunningTrial extends LawBinding {
  readonly id: string;
  readonly agency: string;
  /** The records of the agency that say by which law it acts now: a dry run made on others is none of these. */
  readonly basis: string;
  readonly before: Law;
  readonly after: Law;
  /** How many rules the packs bring and end on that day. */
  readonly rules: { readonly added: number; readonly dropped: number };
  state: 'running' | 'done' | 'failed';
  /** Streams to look at and looked at; closed cases among them. */
  total: number;
  looked: number;
  cases: number;
  changed: number;
  moved: number;
  /** The first of those that would change; the rest is only counted. */
  readonly first: TriedCase[];
}

export interface LawTrials {
  /**
   * Begins a dry run; an earlier one of the same agency that is still going ends.
   * @throws PackUnknown for a pack that is not installed
   */
  begin(agency: AgencyState, binding: LawBinding): Promise<RunningTrial>;
  find(agency: string, id: string): RunningTrial | undefined;
  /** The finished dry run of just this binding, made on the records as they stand; undefined where there is none. */
  finished(agency: AgencyState, input: unknown): LawTrial | undefined;
  stop(): Promise<void>;
}

const batchSize = 50;
const mostShown = 100;
/** Kept per agency, newest last: whoever proposes has just looked at one of them. */
const mostKept = 4;

/** Dry runs live as long as the server: one that is lost is made again, and what came of it stands in the proposal. */
export function lawTrials(
  world: { readonly store: Store; readonly lawBook: LawBook; readonly clock: Pick<LegalClock, 'now'> },
  onError: (error: unknown) => void,
): LawTrials {
  const kept = new Map<string, RunningTrial[]>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  const goesOn = (trial: RunningTrial): boolean =>
    !stopped && kept.get(trial.agency)?.at(-1) === trial && trial.state === 'running';

  return {
    begin: async (agency, { packs, from }) => {
      const now = world.clock.now();
      const today = dayOf(now);
      const asOf = from > today ? startOfDay(from) : now;
      const { law: before } = await world.lawBook.forAgency(agency, dayOf(asOf));
      const after = world.lawBook.supposing(agency, { packs, from }, dayOf(asOf));
      const { added, dropped } = ruleDifference(before, after, from);
      const trial: RunningTrial = {
        ...{ id: ulid(), agency: agency.id, basis: basisOf(agency), packs, from, before, after },
        rules: { added: added.length, dropped: dropped.length },
        ...{ state: 'running', total: 0, looked: 0, cases: 0, changed: 0, moved: 0, first: [] },
      };
      kept.set(agency.id, [...(kept.get(agency.id) ?? []), trial].slice(-mostKept));
      const run = walk(world.store, trial, agency, asOf, goesOn).catch((error: unknown) => {
        trial.state = 'failed';
        if (!stopped) onError(error);
      });
      running.add(run);
      void run.finally(() => running.delete(run));
      return trial;
    },
    find: (agency, id) => kept.get(agency)?.find((one) => one.id === id),
    finished: (agency, input) => {
      const named = bindingIn(input);
      if (named === undefined) return undefined;
      const basis = basisOf(agency);
      const found = kept
        .get(agency.id)
        ?.findLast((one) => one.state === 'done' && one.basis === basis && sameBinding(one, named));
      if (found === undefined) return undefined;
      const { packs, from, cases, changed, moved } = found;
      return { packs, from, counts: { cases, changed, moved } };
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(running);
    },
  };
}

async function walk(
  store: Store,
  trial: RunningTrial,
  agency: AgencyState,
  asOf: Instant,
  goesOn: (trial: RunningTrial) => boolean,
): Promise<void> {
  const ask = lawTrial(trial.before, trial.after, asOf);
  const streams = (await store.recomputing.spanning(agency.id, wholeSpan, '')).filter((one) =>
    one.startsWith('case/'),
  );
  trial.total = streams.length;
  for (let at = 0; at < streams.length; at += batchSize) {
    if (!goesOn(trial)) {
      if (trial.state === 'running') trial.state = 'failed';
      return;
    }
    for (const row of await store.recomputing.states(agency.id, streams.slice(at, at + batchSize))) {
      const state = (await current(store, agency.id, row)) as CaseState;
      const found = ask(state, agency);
      trial.looked += 1;
      if (found === 'over') continue;
      trial.cases += 1;
      if (found === undefined) continue;
      trial.changed += 1;
      trial.moved += found.duties.length;
      if (trial.first.length < mostShown) trial.first.push({ state, found });
      // Acts on cases go before a dry run.
      await setImmediate();
    }
  }
  trial.state = 'done';
}

function basisOf({ bindings, settlements, calendars = [] }: AgencyState): string {
  return canonical({ bindings, settlements: settlements.length, calendars: calendars.length } as never);
}

function bindingIn(input: unknown): LawBinding | undefined {
  const { packs, from } = (input ?? {}) as { packs?: unknown; from?: unknown };
  return Array.isArray(packs) && typeof from === 'string'
    ? ({ packs, from } as unknown as LawBinding)
    : undefined;
}

import type { Day, Instant } from '../time/index.ts';
import { dayOf } from '../time/index.ts';
import type { AgencyName, Renaming } from './names.ts';
import type { AgencyState } from './state.ts';

/**
 * 机关的合并、分立和职权划转: whoever goes on exercising the power goes on with the files. The agency that gives its power
 * away says to whom and from which day (a cession); its successor takes over the registers the files speak of, and then
 * file after file changes hands, with a paper on either side.
 */

/** 划出: a power given to another agency from a day on, all of it or that of some units. */
export interface Cession {
  readonly id: string;
  /** The successor, by its id in this installation, and its name on that day. */
  readonly to: string;
  readonly name: string;
  /** Code of the set `succession-ground`. */
  readonly ground: string;
  readonly document: string;
  readonly from: Day;
  /** Units whose power goes; absent where all of it does. */
  readonly units?: readonly string[] | undefined;
}

/** 承继: an agency whose power, or part of it, this one goes on exercising. */
export interface Predecessor extends AgencyName {
  readonly agency: string;
  readonly renamings?: readonly Renaming[];
  readonly document: string;
  readonly from: Day;
  readonly at: Instant;
  /** Cessions of it that have been taken over. */
  readonly cessions: readonly string[];
}

export function cessionsOf({ cessions = [] }: Pick<AgencyState, 'cessions'>): readonly Cession[] {
  return cessions;
}

/** Cessions whose day has not come. */
export function notBegun(state: Pick<AgencyState, 'cessions'>, today: Day): readonly Cession[] {
  return cessionsOf(state).filter(({ from }) => from > today);
}

export function predecessorsOf({
  predecessors = [],
}: Pick<AgencyState, 'predecessors'>): readonly Predecessor[] {
  return predecessors;
}

/** The predecessor of that id; undefined also while only the other side has said so. */
export function predecessorOf(agency: AgencyState, id: string): Predecessor | undefined {
  return predecessorsOf(agency).find((one) => one.agency === id);
}

/** Cessions of one agency to another that the other has not taken over yet. */
export function untaken(from: AgencyState, to: AgencyState): readonly Cession[] {
  const taken = predecessorOf(to, from.id)?.cessions ?? [];
  return cessionsOf(from).filter((one) => one.to === to.id && !taken.includes(one.id));
}

/** Agencies that have given this one a power it has not taken over yet, each with the first such cession. */
export function offeredTo(
  agency: AgencyState,
  others: readonly AgencyState[],
): readonly { readonly other: AgencyState; readonly cession: Cession }[] {
  return others.flatMap((other) =>
    untaken(other, agency)
      .slice(0, 1)
      .map((cession) => ({ other, cession })),
  );
}

/** The cession by which a unit's power has gone by that moment; of a file nobody belongs to only one of the whole power. */
export function cessionFor(agency: AgencyState, unit: string | undefined, at: Instant): Cession | undefined {
  return cessionsOf(agency).find(
    ({ from, units }) => from <= dayOf(at) && (units === undefined || units.includes(unit ?? '')),
  );
}

/** How the id of an agency is written. */
export const agencyId = /^[a-z][a-z0-9-]{1,39}$/;

/** The agency a field of what was sent names, before anything of it has been checked. */
export function agencyIn(input: unknown, field: string): readonly string[] {
  const named = (input as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof named === 'string' && agencyId.test(named) ? [named] : [];
}

/** At which version the records of other agencies were read: whoever decides the act again reads the same. */
export function versionsRead(others: Readonly<Record<string, AgencyState>> = {}): {
  readonly read: Readonly<Record<string, number>>;
} {
  return { read: Object.fromEntries(Object.values(others).map(({ id, version }) => [id, version])) };
}

import { absenceOn } from './authority/absence.ts';
import { delegationsOf, stands } from './authority/delegation.ts';
import { rolesOn, unitOf } from './authority/state.ts';
import type { AgencyState, Role } from './authority/state.ts';
import type { Obligation } from './obligations.ts';
import type { Law } from './rules/law.ts';
import type { Owed } from './rules/primitive.ts';
import { dayOf } from './time/index.ts';
import type { Day, Instant } from './time/index.ts';

/** Why something owed is put before those above: nobody there can do it, or its day is near or past. */
export type RaisedWhy = 'vacant' | 'absent' | 'late' | 'soon';

/** What of a duty tells whether it rises. */
export type Owing = Pick<
  Obligation,
  'owedBy' | 'assignees' | 'matter' | 'lapses' | 'suspended' | 'from' | 'lawfulDue' | 'met'
>;

/** Something owed and, where it is owed in a case, who handles that case. */
export interface OwedRow<T extends Owing> {
  readonly owed: T;
  readonly handlers: readonly string[];
}

export interface Raised<R> {
  readonly row: R;
  readonly why: RaisedWhy;
  /** On whom it lies today, present or not. */
  readonly bearers: readonly string[];
  /** Those above to whom it rises; nobody where only who keeps the records can still do something. */
  readonly to: readonly string[];
}

/** The parameter that says how many working days before its day a duty is put before those above. */
export const nearness = 'escalation.days';

/** The last day whose duties count as near; undefined where the agency has not said how near that is. */
export function nearBy(law: Law, today: Day): Day | undefined {
  const days = law.params[nearness]?.value;
  return typeof days === 'number' ? law.calendar.nthWorkdayAfter(today, days) : undefined;
}

/**
 * What rises to the next one up: from whoever handles a case to the head of the unit, from there to the head of the
 * agency, from there to another head. It makes nobody competent: who is above sees it in time to name somebody who is.
 */
export function escalations<T extends Owing, R extends OwedRow<T>>(
  rows: readonly R[],
  agency: AgencyState,
  law: Law,
  now: Instant,
): readonly Raised<R>[] {
  const today = dayOf(now);
  const near = nearBy(law, today);
  return rows.flatMap((row) => {
    const { owed } = row;
    // What a party may do, what is done, and what stands still press nobody.
    if (owed.owedBy === 'party' || owed.lapses || owed.suspended || owed.met !== undefined) return [];
    const bearers = bearersOf(row, agency, today);
    const why = whyRaised(owed, bearers, { agency, now, near });
    if (why === undefined) return [];
    const to = above(row, bearers, agency, today);
    // The topmost already have it before them: for them it is no news that its day is near.
    return to.length === 0 && (why === 'soon' || why === 'late') ? [] : [{ row, why, bearers, to }];
  });
}

function whyRaised(
  owed: Owing,
  bearers: readonly string[],
  { agency, now, near }: { agency: AgencyState; now: Instant; near: Day | undefined },
): RaisedWhy | undefined {
  if (owed.from > now) return undefined;
  if (bearers.length === 0) return 'vacant';
  const day = dayOf(now);
  const missing = (officer: string): boolean =>
    absenceOn(agency, officer, day) !== undefined && !isSignedFor(agency, officer, owed.matter, now);
  if (bearers.every(missing)) return 'absent';
  if (now > owed.lawfulDue) return 'late';
  return near !== undefined && dayOf(owed.lawfulDue) <= near ? 'soon' : undefined;
}

/** Does somebody sign for the officer in this matter, who is not away as well? */
function isSignedFor(agency: AgencyState, officer: string, matter: string | undefined, at: Instant): boolean {
  return (
    matter !== undefined &&
    delegationsOf(agency).some(
      (one) =>
        one.delegator === officer &&
        one.matters.includes(matter) &&
        stands(one, at) &&
        absenceOn(agency, one.delegate, dayOf(at)) === undefined,
    )
  );
}

/** On whom it lies: those named, else those who hold the post; of unit heads, the one of the unit that handles it. */
function bearersOf({ owed, handlers }: OwedRow<Owing>, agency: AgencyState, on: Day): readonly string[] {
  if (owed.assignees.length > 0) return owed.assignees;
  const role = roleOf(owed.owedBy);
  return role === undefined ? [] : holders(agency, role, on, unitOf(agency, handlers[0]));
}

function roleOf(owedBy: Owed): Role | undefined {
  return owedBy === 'party' || owedBy === 'handlers' || owedBy === 'former-handlers' || owedBy === 'registrar'
    ? undefined
    : owedBy;
}

/** The first rung above on which somebody is at their post. */
function above(
  { owed, handlers }: OwedRow<Owing>,
  bearers: readonly string[],
  agency: AgencyState,
  on: Day,
): readonly string[] {
  const unit = unitOf(agency, bearers[0] ?? handlers[0]);
  const ladder: readonly Role[] =
    owed.owedBy === 'unit-head' || owed.owedBy === 'agency-head'
      ? ['agency-head']
      : ['unit-head', 'agency-head'];
  for (const rung of ladder) {
    const there = holders(agency, rung, on, unit).filter(
      (officer) => !bearers.includes(officer) && absenceOn(agency, officer, on) === undefined,
    );
    if (there.length > 0) return there;
  }
  return [];
}

/** Who holds a post that day; a unit's own head where the unit has one, for another unit's has no say in it. */
function holders(agency: AgencyState, role: Role, on: Day, unit: string | undefined): readonly string[] {
  const all = Object.keys(agency.officers).filter((officer) => rolesOn(agency, officer, on).includes(role));
  if (role !== 'unit-head' || unit === undefined) return all;
  const own = all.filter((officer) =>
    agency.appointments.some((post) => post.officer === officer && post.role === role && post.unit === unit),
  );
  return own.length === 0 ? all : own;
}

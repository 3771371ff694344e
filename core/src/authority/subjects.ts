import type { Scene } from '../rules/fact.ts';
import { governsOn } from '../rules/edition.ts';
import { paramValue } from '../rules/param.ts';
import type { Duty } from '../rules/primitive.ts';
import type { Per, Subject } from '../rules/subject.ts';
import { addDays, cycles, endOfDay, periodOf } from '../time/index.ts';
import type { Cycle, Day, Period } from '../time/index.ts';
import { beginsAt } from './entrustment.ts';
import { own } from './inherited.ts';
import { basesOf, basisTitle } from './legal-basis.ts';
import { preparationSubjects } from './preparations.ts';
import type { AgencyState } from './state.ts';
import { breakTitle } from './windows.ts';

/** Things of the agency itself that a rule can be about. */
export const agencyPers: readonly Per[] = [
  'period',
  'change',
  'basis',
  'entrustment',
  'preparation',
  'monitoring-break',
];

export function agencySubjects(per: Per, scene: Scene): readonly Subject[] {
  const agency = scene.refs?.agency;
  if (agency === undefined) return [];
  if (per === 'preparation') return preparationSubjects(agency, scene.law);
  if (per === 'basis')
    return own(basesOf(agency)).map((basis) => ({ per, id: basis.id, label: basisTitle(basis) }));
  if (per === 'entrustment')
    return (agency.entrustments ?? []).map((one) => ({
      per,
      id: one.id,
      label: one.document,
      at: beginsAt(one),
    }));
  if (per === 'monitoring-break')
    return (agency.breaks ?? []).map((one) => ({ per, id: one.id, label: breakTitle(one), at: one.from }));
  if (per === 'change') return agency.changes.map(({ id, what, at }) => ({ per, id, label: what, at }));
  return [...periodicDuties(scene.law.duties)].flatMap(([list, duties]) =>
    periodsOf(agency, list, duties, scene).map((period) => ({
      per,
      id: `${list}/${period.id}`,
      label: period.label,
      at: endOfDay(period.last),
    })),
  );
}

/** Duties by the list that comes round, in the order of the law. */
function periodicDuties(duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> {
  const found = new Map<string, Duty[]>();
  for (const duty of duties)
    if (typeof duty.start === 'object' && 'every' in duty.start)
      found.set(duty.start.of, [...(found.get(duty.start.of) ?? []), duty]);
  return found;
}

/**
 * The periods something was done for, and the first for which it was not: duties look at no clock, so nothing could
 * tell how many periods have gone by since. Doing one brings up the next. The rule in force on the last day of a
 * period says how long it is, the first of several; so a list goes on when one pack follows another.
 */
function periodsOf(
  agency: AgencyState,
  list: string,
  duties: readonly Duty[],
  scene: Scene,
): readonly Period[] {
  const bound = agency.bindings.map((binding) => binding.from).sort()[0];
  if (bound === undefined) return [];
  const done = new Set(agency.batches.filter((batch) => batch.list === list).map((batch) => batch.period));
  const periods: Period[] = [];
  let on: Day | undefined = later(bound, beginnings(duties).sort()[0]);
  while (on !== undefined) {
    const period = periodAt(on, duties, scene);
    if (period === undefined) {
      // A period that ends when no rule governs is nobody's duty; it goes on where the next one begins to govern.
      const since: Day = on;
      on = beginnings(duties)
        .filter((day) => day > since)
        .sort()[0];
      continue;
    }
    periods.push(period);
    if (!done.has(period.id)) return periods;
    on = addDays(period.last, 1);
  }
  return periods;
}

function periodAt(on: Day, duties: readonly Duty[], scene: Scene): Period | undefined {
  for (const duty of duties) {
    const cycle = cycleOf(duty, { ...scene, on });
    const period = cycle === undefined ? undefined : periodOf(on, cycle);
    if (period !== undefined && governsOn(duty.inForce, period.last)) return period;
  }
  return undefined;
}

/** Days on which one of the rules begins to govern, for the first time or again. */
function beginnings(duties: readonly Duty[]): Day[] {
  return duties.flatMap(({ inForce }) => [
    inForce.from as Day,
    ...(inForce.except ?? []).map((gap) => addDays(gap.until as Day, 1)),
  ]);
}

function later(a: Day, b: Day | undefined): Day {
  return b === undefined || a > b ? a : b;
}

function cycleOf({ start }: Duty, scene: Scene): Cycle | undefined {
  if (typeof start !== 'object' || !('every' in start)) return undefined;
  const cycle = typeof start.every === 'string' ? start.every : paramValue(start.every.param, scene);
  return cycles.find((one) => one === cycle);
}

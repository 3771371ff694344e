import type { Scene } from '../rules/fact.ts';
import { governsOn } from '../rules/edition.ts';
import { paramValue } from '../rules/param.ts';
import type { Duty } from '../rules/primitive.ts';
import type { Per, Subject } from '../rules/subject.ts';
import { cycles, endOfDay, periodAfter, periodOf } from '../time/index.ts';
import type { Cycle, Day, Period } from '../time/index.ts';
import type { AgencyState } from './state.ts';

/** Things of the agency itself that a rule can be about. */
export const agencyPers: readonly Per[] = ['period', 'change'];

export function agencySubjects(per: Per, scene: Scene): readonly Subject[] {
  const agency = scene.refs?.agency;
  if (agency === undefined) return [];
  if (per === 'change') return agency.changes.map(({ id, what, at }) => ({ per, id, label: what, at }));
  return periodicDuties(scene.law.duties).flatMap(({ list, duty }) =>
    periodsOf(agency, list, duty, scene).map((period) => ({
      per,
      id: `${list}/${period.id}`,
      label: period.label,
      at: endOfDay(period.last),
    })),
  );
}

interface Periodic {
  readonly list: string;
  readonly duty: Duty;
}

/** One duty for each list that comes round; of several rules about one list the first says how often. */
function periodicDuties(duties: readonly Duty[]): readonly Periodic[] {
  const found = new Map<string, Duty>();
  for (const duty of duties)
    if (typeof duty.start === 'object' && 'every' in duty.start && !found.has(duty.start.of))
      found.set(duty.start.of, duty);
  return [...found].map(([list, duty]) => ({ list, duty }));
}

/**
 * The periods something was done for, and the first for which it was not: duties look at no clock, so nothing could
 * tell how many periods have gone by since. Doing one brings up the next.
 */
function periodsOf(agency: AgencyState, list: string, duty: Duty, scene: Scene): readonly Period[] {
  const cycle = cycleOf(duty, scene);
  const bound = agency.bindings.map((binding) => binding.from).sort()[0];
  if (cycle === undefined || bound === undefined) return [];
  const begin = bound > duty.inForce.from ? bound : (duty.inForce.from as Day);
  const done = new Set(agency.batches.filter((batch) => batch.list === list).map((batch) => batch.period));
  const periods: Period[] = [];
  for (let period = periodOf(begin, cycle); ; period = periodAfter(period, cycle)) {
    // A period that ends when the rule no longer governs is nobody's duty, nor is any after it.
    if (!governsOn(duty.inForce, period.last)) return periods;
    periods.push(period);
    if (!done.has(period.id)) return periods;
  }
}

function cycleOf({ start }: Duty, scene: Scene): Cycle | undefined {
  if (typeof start !== 'object' || !('every' in start)) return undefined;
  const cycle = typeof start.every === 'string' ? start.every : paramValue(start.every.param, scene);
  return cycles.find((one) => one === cycle);
}

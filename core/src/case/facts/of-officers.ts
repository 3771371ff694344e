import type { EnforcementOfficer } from '../../authority/state.ts';
import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { fact } from './word.ts';

/** Words about the officers named in what is being filled in. */
export const ofOfficers: readonly FactDefinition[] = [
  fact(
    'act.assessedOfficers',
    'act',
    'int',
    '其中考试考核当日均已合格或者另有规定的人数',
    'agency.register-officer',
    (scene) => ({
      known: true,
      value: namedOfficers(scene).filter((one) => one.excepted === true || hasPassed(one, dayOf(scene.asOf)))
        .length,
    }),
    true,
  ),
];

function hasPassed(officer: EnforcementOfficer, on: Day): boolean {
  const { examinedOn, assessedOn } = officer;
  return examinedOn !== undefined && assessedOn !== undefined && examinedOn <= on && assessedOn <= on;
}

function namedOfficers(scene: Scene): readonly EnforcementOfficer[] {
  const { officers } = (scene.act?.input ?? {}) as { officers?: readonly string[] };
  const register = scene.refs?.agency.officers ?? {};
  return [...new Set(officers ?? [])].flatMap((id) =>
    Object.hasOwn(register, id) && register[id] !== undefined ? [register[id]] : [],
  );
}

import type { Value } from '../canonical.ts';
import { dayOf } from '../time/index.ts';
import { governsOn } from './edition.ts';
import type { Scene } from './fact.ts';

/** The value a parameter had on the day at hand; undefined where none is set. */
export function paramValue(id: string, scene: Scene): Value | undefined {
  const param = scene.law.params[id];
  if (param?.editions === undefined) return param?.value;
  const day = scene.on ?? dayOf(scene.asOf);
  return (param.editions.findLast(({ inForce }) => governsOn(inForce, day)) ?? param.base ?? param).value;
}

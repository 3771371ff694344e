import type { Structural } from '../../act.ts';

/**
 * What belongs before a decision is too late once there is one: the one in force, or the one made whatever became of it,
 * as the act that asks has to know.
 */
export function alreadyDecided(decision: object | undefined): readonly Structural[] {
  return decision === undefined ? [] : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
}

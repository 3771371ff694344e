import { actDefinitions } from '@zhaozhang/core';
import type { PlainText } from '@zhaozhang/core';
import type { Library } from '../library.ts';

/** May a rule name it: an act there is, or one that is planned? */
export function isNamed(library: Library, act: string): boolean {
  return actDefinitions.has(act) || library.plannedActs.has(act);
}

/** Does the rule wait for acts that are not there yet? Nobody can be refused by it before. */
export function isPlanned(rule: PlainText): boolean {
  return 'acts' in rule && rule.acts.every((act) => !actDefinitions.has(act));
}

import type { Day } from '../time/index.ts';

/** Does the edition a rule stands in govern that day? Each gate and clock asks for itself, never the case as a whole. */
export function governs(
  rule: { readonly inForce: { readonly from: string; readonly until?: string } },
  day: Day,
): boolean {
  return rule.inForce.from <= day && (rule.inForce.until === undefined || day <= rule.inForce.until);
}

import type { RefusalView } from '@zhaozhang/api/contract';

/**
 * Faults of shape are found before any rule is asked; what already stood against the act before anything was typed is
 * said beside them, so that nobody mends the form first and then meets a refusal.
 */
export function withStanding(
  found: readonly RefusalView[],
  standing: readonly RefusalView[],
): readonly RefusalView[] {
  if (found.length === 0 || found.some((one) => one.field === undefined)) return found;
  return [...standing, ...found.filter((one) => !standing.some((other) => other.sentence === one.sentence))];
}

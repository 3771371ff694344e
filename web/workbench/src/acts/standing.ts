import type { RefusalView } from '@zhaozhang/api/contract';

/**
 * Faults of shape are found before any rule is asked; what already stood against the act before anything was typed is
 * said beside them, so that nobody mends the form first and then meets a refusal.
 */
export function withStanding(
  found: readonly RefusalView[],
  standing: readonly RefusalView[],
): readonly RefusalView[] {
  const told = found.map((one) => withWords(one, standing));
  if (told.length === 0 || told.some((one) => one.field === undefined)) return told;
  return [...standing, ...told.filter((one) => !standing.some((other) => other.sentence === one.sentence))];
}

/** Rules that contradict each other are put into words by the server; what is found here takes them from there. */
function withWords(one: RefusalView, standing: readonly RefusalView[]): RefusalView {
  if (one.code !== 'LAW_CONFLICT' || one.conflict !== undefined) return one;
  return standing.find((other) => other.sentence === one.sentence) ?? one;
}

import type { RefusalView } from '@zhaozhang/api/contract';
import type { Fault } from '../fields/to-wire.ts';

/** The known path a refusal's field belongs to: itself, or the nearest field that contains it. */
export function nearestPath(field: string | undefined, known: readonly string[]): string | undefined {
  if (field === undefined) return undefined;
  return known
    .filter((path) => field === path || field.startsWith(`${path}.`))
    .sort((a, b) => b.length - a.length)[0];
}

/** The message of each field. Of several only the first: the others follow once it is mended. */
export function messagesOf(
  refusals: readonly RefusalView[],
  faults: readonly Fault[],
  known: readonly string[],
): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const fault of faults) if (!messages.has(fault.path)) messages.set(fault.path, fault.says);
  for (const refusal of refusals) {
    const path = nearestPath(refusal.field, known);
    if (path !== undefined && !messages.has(path)) messages.set(path, messageOf(refusal));
  }
  return messages;
}

function messageOf(refusal: RefusalView): string {
  const says = refusal.remedy?.says;
  return says === undefined ? refusal.because : `${refusal.because}。${says}。`;
}

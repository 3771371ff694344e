import { nearestPath } from '../acts/messages.ts';
import type { Fault } from '../fields/to-wire.ts';
import type { CommonForm } from './merge.ts';
import { isFailing, type Item } from './plan.ts';

/**
 * What is wrong with a field typed for all is said once, at that field, with the number of cases it stands against:
 * eight hundred lines saying the same would hide the three that say something else.
 */
export function commonMessages(
  items: readonly Item[],
  faults: readonly Fault[],
  common: CommonForm,
): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const { path, says } of faults) if (!messages.has(path)) messages.set(path, says);
  const known = [
    ...common.input.map(({ name }) => `input.${name}`),
    ...common.record.map(({ name }) => `record.${name}`),
    'occurredAt',
  ];
  const counted = new Map<string, { says: string; cases: number }>();
  for (const item of items.filter(isFailing))
    for (const refusal of item.told?.refusals ?? []) {
      const path = nearestPath(refusal.field, known);
      if (path === undefined) continue;
      const { says = '' } = refusal.remedy ?? {};
      const before = counted.get(path);
      counted.set(path, {
        says: before?.says ?? `${refusal.because}。${says === '' ? '' : `${says}。`}`,
        cases: (before?.cases ?? 0) + 1,
      });
    }
  for (const [path, { says, cases }] of counted)
    if (!messages.has(path)) messages.set(path, `${says}（${cases} 件）`);
  return messages;
}

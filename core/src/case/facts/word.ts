import type { Entry } from '../../entry.ts';
import type { FactDefinition, Reading } from '../../rules/fact.ts';
import type { Per } from '../../rules/subject.ts';

/** Known not to be so: the file itself says it. */
export const no: Reading = { known: true, value: false };

/** Happened, at the moment of the entry. */
export function happened(entry: Entry | undefined): Reading {
  return entry === undefined ? no : { known: true, value: true, since: entry.at };
}

/** Happened to each of them, at the moment of the last; none at all is not all. */
export function lastOf(entries: readonly (Entry | undefined)[]): Reading {
  if (entries.length === 0 || entries.some((entry) => entry === undefined)) return no;
  return happened(
    entries
      .filter((entry) => entry !== undefined)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1),
  );
}

/** A word a rule may use: id, of what thing, type, Chinese label, the act that settles it, how it is read. */
export function fact(
  id: string,
  per: Per,
  type: FactDefinition['type'],
  label: string,
  settledBy: string | undefined,
  read: FactDefinition['read'],
  ofInput = false,
): FactDefinition {
  return {
    id,
    per,
    type,
    label,
    read,
    ...(settledBy === undefined ? {} : { settledBy }),
    ...(ofInput ? { ofInput } : {}),
  };
}

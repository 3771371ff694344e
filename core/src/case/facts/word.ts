import type { Entry } from '../../entry.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import type { Per } from '../../rules/subject.ts';
import type { Instant } from '../../time/index.ts';

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

/** Came about at each of these moments; `since` is the last. */
export function atEach(moments: readonly Instant[]): Reading {
  const sorted = [...moments].sort();
  const last = sorted.at(-1);
  return last === undefined ? no : { known: true, value: true, since: last, moments: sorted };
}

/** Not written at all, or written with nothing in it. */
export function isBlank(text: unknown): boolean {
  return text === undefined || (typeof text === 'string' && text.trim() === '');
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

/** A word about what is being filled in; unknown of a form that nobody has begun. */
export function ofForm(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (scene: Scene) => Reading,
): FactDefinition {
  return fact(
    id,
    'act',
    type,
    label,
    undefined,
    (scene) => (scene.act === undefined ? unknownReading : read(scene)),
    true,
  );
}

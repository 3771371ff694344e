import type { EntryView } from '@zhaozhang/api/contract';

/** Which entries of the timeline are wanted; empty means all. */
export interface TimelineFilter {
  readonly kind: string;
  readonly by: string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Kinds and people that occur in the file. */
export function choicesOf(entries: readonly EntryView[]): {
  kinds: readonly Choice[];
  people: readonly Choice[];
} {
  const kinds = new Map(entries.map((entry) => [entry.kind, entry.kindLabel]));
  const people = new Set(entries.map((entry) => entry.by));
  return {
    kinds: [...kinds].map(([value, label]) => ({ value, label })),
    people: [...people].map((name) => ({ value: name, label: name })),
  };
}

/** The wanted entries, newest first by legal time; entries of one moment keep the order of their making, reversed. */
export function kept(entries: readonly EntryView[], filter: TimelineFilter): readonly EntryView[] {
  return entries
    .filter((entry) => filter.kind === '' || entry.kind === filter.kind)
    .filter((entry) => filter.by === '' || entry.by === filter.by)
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (a.entry.at === b.entry.at ? b.index - a.index : a.entry.at < b.entry.at ? 1 : -1))
    .map(({ entry }) => entry);
}

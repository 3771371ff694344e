import type { CalendarYear } from './calendar-year.ts';
import type { Day } from './day.ts';

/** Day of the latest notice a year rests on; undefined while none is out. */
export function latestNotice(year: CalendarYear): Day | undefined {
  return year.notices
    .map((notice) => notice.issued)
    .sort()
    .at(-1);
}

/**
 * The years of the files with those entered by hand in their place. The later notice governs, whoever entered it; of one
 * day the entry by hand does: it may have put a file right. So a newer edition of the files is not held up by an entry
 * it has overtaken, nor does it undo one that it does not know of yet.
 */
export function arrangedYears(
  files: readonly CalendarYear[],
  entered: readonly CalendarYear[],
): readonly CalendarYear[] {
  const years = new Map(files.map((year) => [year.year, year]));
  for (const year of entered) {
    const before = years.get(year.year);
    const known = before === undefined ? undefined : latestNotice(before);
    if (known === undefined || known <= (latestNotice(year) ?? '')) years.set(year.year, year);
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

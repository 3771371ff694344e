import type { NamedDay } from './calendar-year.ts';
import { type Day, parseDay } from './day.ts';

/** 全国年节及纪念日放假办法 as data: which days are free for all citizens, by edition. */
export interface Statute {
  title: string;
  /** Editions in order of the first year each governs. */
  editions: {
    since: number;
    order: string;
    issued: Day;
    article: string;
    /** Days that fall on the same date every year. */
    fixed: { monthDay: string; name: string }[];
  }[];
  /** Days that follow the lunar calendar or a solar term, written out year by year. */
  movable: NamedDay[];
}

/** What an unknown statute gives: nothing but weekends. */
export const NO_STATUTE: Statute = { title: '', editions: [], movable: [] };

/** The statutory days of a year that has no arrangement yet. */
export function statutoryDays(statute: Statute, year: number): NamedDay[] {
  const edition = statute.editions.findLast((e) => e.since <= year);
  const prefix = String(year).padStart(4, '0');
  const fixed = (edition?.fixed ?? []).flatMap(({ monthDay, name }) => {
    const day = parseDay(`${prefix}-${monthDay}`);
    return day === undefined ? [] : [{ day, name }];
  });
  return [...fixed, ...statute.movable.filter((m) => m.day.startsWith(`${prefix}-`))];
}

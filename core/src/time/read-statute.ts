import { fieldReader, named } from './raw-fields.ts';
import type { Statute } from './statute.ts';

/** A leap year, so that a day fixed on 29 February could be written too. */
const ANY_LEAP_YEAR = 2000;

/**
 * Reads the parsed `law/calendar/CN/statute.yaml`.
 * @throws RangeError naming the field, also when editions are not in order of their first year.
 */
export function readStatute(raw: unknown): Statute {
  const read = fieldReader('放假办法文件');
  const top = read.record(raw, '', ['title', 'editions', 'movable']);
  const editions = read.list(top.editions, 'editions').map((value, i) => {
    const at = `editions[${i}]`;
    const edition = read.record(value, at, ['since', 'order', 'issued', 'article', 'fixed']);
    const fixed = read.list(edition.fixed, `${at}.fixed`).flatMap((item, j) => {
      const where = `${at}.fixed[${j}]`;
      const entry = read.record(item, where, ['name', 'on']);
      const name = read.text(entry.name, `${where}.name`);
      const days = read.days(entry.on, `${where}.on`, ANY_LEAP_YEAR);
      return days.map((d) => ({ monthDay: d.slice(5), name }));
    });
    return {
      since: read.year(edition.since, `${at}.since`),
      order: read.text(edition.order, `${at}.order`),
      issued: read.day(edition.issued, `${at}.issued`),
      article: read.text(edition.article, `${at}.article`),
      fixed,
    };
  });
  editions.forEach((edition, i) => {
    const before = editions[i - 1];
    if (before && before.since >= edition.since) read.refuse(`editions[${i}].since`, '须晚于上一版的起始年');
  });
  const movable = read.list(top.movable ?? [], 'movable').flatMap((value, i) => {
    const at = `movable[${i}]`;
    const entry = read.record(value, at, ['year', 'days']);
    const year = read.year(entry.year, `${at}.year`);
    return read.list(entry.days, `${at}.days`).flatMap((item, j) => {
      const where = `${at}.days[${j}]`;
      const one = read.record(item, where, ['name', 'on']);
      return named(read.days(one.on, `${where}.on`, year), read.text(one.name, `${where}.name`));
    });
  });
  return { title: read.text(top.title, 'title'), editions, movable };
}

import { dayOf, formatDay, parseDay, parseInstant } from '@zhaozhang/core/time';

/** `2026-03-12` as `3 月 12 日 周四`; what is not a day is returned as it stands. */
export function dayText(text: string): string {
  const parsed = parseDay(text.slice(0, 10));
  return parsed === undefined ? text : formatDay(parsed);
}

/** `2026-03-12` as `2026 年 3 月 12 日`. */
export function fullDayText(text: string): string {
  const parsed = parseDay(text.slice(0, 10));
  return parsed === undefined ? text : formatDay(parsed, { withYear: true });
}

/** A moment as `3 月 12 日 周四 09:10`; the year only where it is another than that of `now`. */
export function momentText(text: string, now?: string): string {
  const parsed = parseInstant(text);
  if (parsed === undefined) return text;
  const year = now === undefined || now.slice(0, 4) === parsed.slice(0, 4) ? '' : `${parsed.slice(0, 4)} 年 `;
  return `${year}${formatDay(dayOf(parsed))} ${parsed.slice(11, 16)}`;
}

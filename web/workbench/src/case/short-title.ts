import { dayText } from '@zhaozhang/kit';

/** The title of an entry where its day stands beside it already: without the day it begins with. */
export function shortTitle(title: string, at: string): string {
  // Titles name the day without its weekday.
  const day = dayText(at).replace(/ 周.$/, '');
  if (!title.startsWith(day)) return title;
  return title.slice(day.length).replace(/^的/, '') || title;
}

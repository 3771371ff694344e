import type { Day } from '../time/index.ts';

/** A stretch of days of something the agency keeps: a post, a power, an article. Without a last day it goes on. */
interface Term {
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Both the first and the last day count. */
export function inForceOn({ from, until }: Term, on: Day): boolean {
  return from <= on && (until === undefined || on <= until);
}

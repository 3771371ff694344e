import type { Duty } from '@zhaozhang/core';

type Within = Duty['within'];

/** The unit a span is most easily confused with. */
export const otherUnit: Readonly<Record<Within['unit'], Within['unit']>> = {
  minute: 'hour',
  hour: 'minute',
  day: 'workday',
  workday: 'day',
  month: 'year',
  year: 'month',
};

/**
 * The other ways a last day on a day off may behave. A span of working days never ends on one, and hours and minutes
 * end at their very moment: there every way comes to the same, so that none is a mutant.
 */
export function otherRolls(span: Pick<Within, 'unit' | 'roll' | 'lateBy'>): readonly Within['roll'][] {
  if (span.unit === 'workday' || span.unit === 'hour' || span.unit === 'minute') return [];
  // Late by another unit, the day it is late is that one's: rolled or not makes no difference.
  if (span.lateBy !== undefined) return span.roll === 'party' ? ['agency'] : ['party'];
  return (['party', 'agency', 'restraint'] as const).filter((roll) => roll !== span.roll);
}

/**
 * The same where nothing but the lawful end is read: there a party's limit and the agency's come to the same day, and
 * only never rolling differs.
 */
export function otherEnds(span: Pick<Within, 'unit' | 'roll'>): readonly Within['roll'][] {
  return otherRolls(span)
    .filter((roll) => (roll === 'restraint') !== (span.roll === 'restraint'))
    .slice(0, 1);
}

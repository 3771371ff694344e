import type { Law } from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import type { StandardText } from './example-text.ts';

/**
 * When the agency of the standard case is set up: no act is decided while a bound edition is not yet in force, so
 * not before the youngest of them.
 */
export function setUpMoment(standard: StandardText, law: Law): Instant {
  const begins = law.packs.map((pack) => `${pack.from}T00:00`);
  return instant([standard.setup.at, ...begins].sort().at(-1) ?? standard.setup.at);
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { epochOf, instantFromEpoch } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';

/** The clock that rules see. In production it is the system's; in a demonstration it stands elsewhere and runs on. */
export interface LegalClock {
  now(): Instant;
  readonly demonstration: boolean;
  /** Moves the clock of a demonstration forward; it never goes back, for what is entered must not precede what is there. */
  moveTo(moment: Instant): void;
}

export const systemClock: LegalClock = {
  demonstration: false,
  now: () => instantFromEpoch(Date.now()),
  moveTo: () => {
    throw new RangeError('生产环境的时钟不能调整');
  },
};

/**
 * A demonstration's clock. Its distance from the system clock is kept in a file, so that a restart neither jumps back
 * to the beginning nor loses the days passed meanwhile.
 */
export function demonstrationClock(file: string, anchor: Instant): LegalClock {
  let distance = readDistance(file) ?? keep(file, epochOf(anchor) - Date.now());
  const now = (): Instant => instantFromEpoch(Date.now() + distance);
  return {
    demonstration: true,
    now,
    moveTo: (moment) => {
      if (moment > now()) distance = keep(file, epochOf(moment) - Date.now());
    },
  };
}

function readDistance(file: string): number | undefined {
  try {
    const { distance } = JSON.parse(readFileSync(file, 'utf8')) as { distance?: unknown };
    return typeof distance === 'number' && Number.isFinite(distance) ? distance : undefined;
  } catch {
    return undefined;
  }
}

function keep(file: string, distance: number): number {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ distance }));
  // Renamed whole: a crash while writing leaves the old distance, never half a number.
  renameSync(`${file}.new`, file);
  return distance;
}

import type { StreamPlace } from '@zhaozhang/store';
import { checkEvents } from './check-events.ts';
import type { EventsDone } from './check-events.ts';
import { checkLog } from './check-log.ts';
import { checkStreams } from './check-streams.ts';
import type { Discrepancy } from './discrepancy.ts';
import { nothingYet } from './verified.ts';
import type { Counts, Findings, Verified } from './verified.ts';

export interface VerifyReport extends Readonly<Counts> {
  readonly discrepancies: readonly Discrepancy[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** How far an unfinished verification had come, with what it had found. */
export interface SoFar {
  readonly events: EventsDone;
  /** Absent while the events are gone through. */
  readonly streams?: StreamPlace | undefined;
  readonly counts: Readonly<Counts>;
  readonly discrepancies: readonly Discrepancy[];
  readonly notes: readonly string[];
}

export interface VerifyOptions {
  /** Whether every act is decided again; it takes most of the time. */
  readonly lawful?: boolean;
  /** Checkpoints of the log kept elsewhere. */
  readonly against?: readonly string[];
  /** Where one goes on from. */
  readonly from?: SoFar | undefined;
  /** Told again and again how far it has come. */
  onProgress?(soFar: () => SoFar): void | Promise<void>;
}

/**
 * Goes through everything that was ever recorded. First the acts in order: content, leaf, and deciding again on what was
 * read and by the law that was named. Then each stream: everything that is derived from its events, and what they name.
 * Last the log itself. Memory does not grow with the number of files, and it can go on where it was interrupted.
 */
export async function verifyInstallation(
  verified: Verified,
  { lawful = true, against = [], from, onProgress = () => undefined }: VerifyOptions = {},
): Promise<VerifyReport> {
  const findings: Findings = {
    counts: { ...nothingYet, ...from?.counts },
    discrepancies: [...(from?.discrepancies ?? [])],
    notes: new Set(from?.notes ?? []),
  };
  let events = from?.events ?? { position: 0, acts: [] };
  let streams = from?.streams;
  const soFar = (): SoFar => ({
    ...{ events, streams },
    counts: { ...findings.counts },
    discrepancies: [...findings.discrepancies],
    notes: [...findings.notes],
  });
  if (streams === undefined) {
    for await (const done of checkEvents(verified, findings, events, lawful)) {
      events = done;
      await onProgress(soFar);
    }
    streams = { agency: '', stream: '' };
  }
  for await (const place of checkStreams(verified, findings, streams)) {
    streams = place;
    await onProgress(soFar);
  }
  await checkLog(verified, findings, against);
  return {
    ...findings.counts,
    discrepancies: findings.discrepancies,
    notes: [...findings.notes],
  };
}

import { openCheckpoint } from '../verify/checkpoint.ts';
import { auditLog } from './audit.ts';
import type { AuditReport } from './audit-report.ts';
import { readCheckpoint } from './checkpoint-files.ts';
import { LogDamaged } from './errors.ts';
import { readEntries, readEntry } from './log-reading.ts';

/** A log as whoever only reads it sees it: without the secret, and beside the process that writes it. */
export interface LogReader {
  /** Entries the newest checkpoint vouches for; grows while the log is written. */
  size(): Promise<number>;
  /** @throws LogDamaged when the entry no longer matches its hash, LogRefused beyond the end */
  entry(index: number): Promise<Uint8Array>;
  /** Entries [from, to), fewer where the log is shorter. @throws LogDamaged when one no longer matches its hash */
  entries(from: number, to: number): AsyncIterable<Uint8Array>;
  /** Reads everything again; `against` are checkpoints of this log kept elsewhere. */
  audit(against?: readonly string[]): Promise<AuditReport>;
}

/**
 * Reads a log's directory and changes nothing in it. Unlike opening, it never tidies: what looks like the rest of a
 * crash may be a batch its writer is at this moment writing.
 */
export function readLog(directory: string, vkey: string): LogReader {
  const size = async (): Promise<number> => {
    const text = await readCheckpoint(directory, 'checkpoint');
    if (text === undefined) return 0;
    try {
      return (await openCheckpoint(text, vkey)).size;
    } catch (error) {
      throw new LogDamaged('checkpoint', error instanceof Error ? error.message : String(error));
    }
  };
  return {
    size,
    entry: async (index) => readEntry(directory, index, await size()),
    async *entries(from, to) {
      const end = await size();
      if (from < end) yield* readEntries(directory, from, Math.min(to, end), end);
    },
    audit: (against = []) => auditLog(directory, vkey, { against }),
  };
}

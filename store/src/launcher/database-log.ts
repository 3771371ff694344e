import { chownSync, closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import type { RunAs } from './run-as.ts';

const MOST_BYTES = 16 * 1024 * 1024;

/** The file PostgreSQL's own messages go to: emptied at each start, and again whenever it passes 16 MiB. */
export interface DatabaseLog {
  readonly path: string;
  /** Opens the file for a child process to append to; the caller closes it after the child was started. */
  open(): number;
  /** The last lines, for an error message: PostgreSQL is told to leave statements and values out of them. */
  tail(): string;
  /** Empties the file if it has grown too large. Appending writers continue at its new end. */
  bound(): void;
}

/** Starts the log at `path` anew. */
export function databaseLog(path: string, user: RunAs | undefined): DatabaseLog {
  closeSync(openSync(path, 'w', 0o600));
  if (user) chownSync(path, user.uid, user.gid);
  return {
    path,
    open: () => openSync(path, 'a', 0o600),
    tail: () => readFileSync(path, 'utf8').trim().split('\n').slice(-8).join('\n'),
    bound: () => {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) truncateSync(path);
    },
  };
}

/** Closes a file descriptor opened by {@link DatabaseLog.open}. */
export function closeLog(file: number): void {
  closeSync(file);
}

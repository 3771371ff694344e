import type { BlobReader, LogReader } from '@zhaozhang/evidence';
import type { Ledger } from '@zhaozhang/store';
import type { AgencyKey } from '../acts/agency-key.ts';
import type { LawBook } from '../acts/law-book.ts';
import type { Discrepancy } from './discrepancy.ts';

/** What a verification reads: everything an installation consists of, and nothing it could change. */
export interface Verified {
  readonly ledger: Ledger;
  readonly lawBook: LawBook;
  readonly log: LogReader;
  readonly blobs: BlobReader;
  /** Undefined where the key is not there: destroyed, or kept elsewhere. */
  keyOf(agency: string): AgencyKey | undefined;
}

/** What has been gone through. */
export interface Counts {
  events: number;
  acts: number;
  streams: number;
  logged: number;
  waiting: number;
  duties: number;
  blobs: number;
  sealed: number;
}

export const nothingYet: Readonly<Counts> = {
  ...{ events: 0, acts: 0, streams: 0, logged: 0, waiting: 0, duties: 0, blobs: 0, sealed: 0 },
};

/** Where findings and counts are put down while a verification goes on. */
export interface Findings {
  readonly counts: Counts;
  readonly discrepancies: Discrepancy[];
  /** What could not be compared, and why: no fault by itself. */
  readonly notes: Set<string>;
}

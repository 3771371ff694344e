/** What part of the log a finding is about. */
export type FindingKind = 'entry' | 'tile' | 'checkpoint';

/** Something wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** File, from the log's directory. */
  readonly where: string;
  /** Entry concerned, from 0, when it is one. */
  readonly index?: number;
  /** One Chinese sentence. */
  readonly message: string;
}

/** Result of reading a whole log again. */
export interface AuditReport {
  readonly sound: boolean;
  /** Entries the checkpoint claims; 0 when it cannot be read. */
  readonly size: number;
  /** Entries read. */
  readonly read: number;
  /** Empty exactly when sound. */
  readonly findings: readonly Finding[];
}

/** Told after each bundle: entries read, entries in all. */
export type OnProgress = (done: number, total: number) => void;

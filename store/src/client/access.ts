import type { ActorRecord } from './act-payload.ts';
import type { Connections } from './pool.ts';

/** A reading: who, what for, when by the legal clock. */
export interface Reading {
  readonly agency: string;
  readonly actor: ActorRecord;
  readonly purpose: string;
  /** The act id of the event, should it come to one; made by the database unless given. */
  readonly id?: string | undefined;
  readonly occurredAt: string;
  readonly bundle?: string | undefined;
}

/** Sealed data as it lies in the store. */
export interface SealedRow {
  readonly subject: string;
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
}

/**
 * Notes that `subject` (a record, a file, a person) is read, in the stream `access/<subject>`.
 * @returns whether an event was left: one per actor, subject, purpose and 15 minutes.
 */
export async function noteAccess(
  app: Connections,
  reading: Reading & { readonly subject: string },
): Promise<boolean> {
  const [row] = await app.as(reading.agency)<{ answer: { noted: boolean } }>(
    'select zz.access_note($1) as answer',
    [asked(reading)],
  );
  return row?.answer.noted === true;
}

/** Hands out sealed data and notes the reading in the same transaction; `undefined` when there is none. */
export async function openSealed(
  app: Connections,
  reading: Reading & { readonly ref: string },
): Promise<SealedRow | undefined> {
  const [row] = await app.as(reading.agency)<SealedRow>(
    'select s.subject, s.key_id as "keyId", s.ciphertext from zz.sealed_open($1) s',
    [asked(reading)],
  );
  return row;
}

function asked(reading: Reading): string {
  return JSON.stringify({ ...reading, actorKey: reading.actor.account });
}

import { join } from 'node:path';
import { type Log, openLog } from '../log/log.ts';
import { type Signer, signerOf } from '../log/signer.ts';
import { SIGNATURE_TYPE } from '../verify/verifier-key.ts';
import { scratch } from './child.ts';

/** Origin of the logs made in tests. */
export const ORIGIN = 'log.example/zhaozhang';

/** A signer of a fixed secret: tests that fail can be run again with the same signatures. */
export function trialSigner(seed: number, name = ORIGIN): Signer {
  return signerOf(new Uint8Array(32).fill(seed), name);
}

/** A witness of a fixed secret. */
export function trialWitness(seed: number, name = `witness${seed}.example`): Signer {
  return signerOf(new Uint8Array(32).fill(100 + seed), name, SIGNATURE_TYPE.cosignature);
}

/** The i-th entry of a trial log. */
export function trialEntry(i: number): Uint8Array {
  return new Uint8Array(Buffer.from(`entry ${i}`));
}

/** Entries [from, to). */
export function trialEntries(from: number, to: number): Uint8Array[] {
  return Array.from({ length: to - from }, (_, i) => trialEntry(from + i));
}

/** A log in a directory of its own. */
export interface TrialLog {
  readonly log: Log;
  readonly directory: string;
  readonly signer: Signer;
  /** Opens the same directory again. */
  reopen(signer?: Signer): Promise<Log>;
  remove(): Promise<void>;
}

/** A new log with so many entries, appended in the given batches. */
export async function trialLog(...batches: readonly number[]): Promise<TrialLog> {
  const place = await scratch();
  const directory = join(place.path, 'log');
  const signer = trialSigner(1);
  const log = await openLog(directory, { origin: ORIGIN, signer });
  for (const count of batches) await log.append(trialEntries(log.size(), log.size() + count));
  const reopen = (other = signer): Promise<Log> => openLog(directory, { origin: ORIGIN, signer: other });
  return { log, directory, signer, reopen, remove: place.remove };
}

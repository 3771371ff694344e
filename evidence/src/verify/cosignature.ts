import { concat } from './bytes.ts';
import { ed25519Verifies } from './ed25519.ts';
import type { Note, SignatureLine } from './note.ts';
import { utf8 } from './platform.ts';
import { Unverified } from './unverified.ts';
import { isBy, parseVerifierKey, SIGNATURE_TYPE } from './verifier-key.ts';

/** A witness's statement: by this time, this was the largest consistent tree it had seen of the log. */
export interface Cosignature {
  readonly name: string;
  /** Seconds since 1970-01-01T00:00:00Z, by the witness's clock. */
  readonly time: number;
}

/** Who must have cosigned: at least so many of these witnesses (verifier keys of cosignature type). */
export interface WitnessPolicy {
  readonly witnesses: readonly string[];
  readonly atLeast: number;
}

/** The bytes a witness signs (C2SP tlog-cosignature, Ed25519). */
export function cosignedMessage(body: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${body}`);
}

/** Writes time and signature as a cosignature carries them: eight bytes big-endian, then 64. */
export function timestamped(time: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return concat(bytes, signature);
}

/**
 * Splits a cosignature into time and Ed25519 signature.
 * @throws Unverified when malformed, or when the time is beyond what a number holds exactly
 */
export function parseCosignature(line: SignatureLine): {
  readonly time: number;
  readonly signature: Uint8Array;
} {
  const { signature } = line;
  if (signature.length !== 72) throw new Unverified(`见证人「${line.name}」的签名长度不正确`);
  const time = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unverified(`见证人「${line.name}」的签名时间不正确`);
  return { time: Number(time), signature: signature.slice(8) };
}

/**
 * The cosignatures on a note by the given witnesses, each counted once with its latest time; lines of
 * strangers are passed over.
 * @throws Unverified when a known witness's line does not verify: it was altered on the way
 */
export async function openCosignatures(
  note: Note,
  witnesses: readonly string[],
): Promise<readonly Cosignature[]> {
  const found: Cosignature[] = [];
  // A key given twice is one witness: otherwise a careless policy would let one party make a quorum.
  for (const vkey of new Set(witnesses)) {
    const key = await parseVerifierKey(vkey, SIGNATURE_TYPE.cosignature);
    const times: number[] = [];
    for (const line of note.signatures.filter((candidate) => isBy(key, candidate))) {
      const { time, signature } = parseCosignature(line);
      if (!(await ed25519Verifies(key.publicKey, signature, cosignedMessage(note.body, time)))) {
        throw new Unverified(`见证人「${key.name}」的签名无效`);
      }
      times.push(time);
    }
    if (times.length > 0) found.push({ name: key.name, time: Math.max(...times) });
  }
  return found;
}

/**
 * The cosignatures, if they satisfy the policy.
 * @throws Unverified when too few
 */
export async function requireWitnesses(note: Note, policy: WitnessPolicy): Promise<readonly Cosignature[]> {
  const found = await openCosignatures(note, policy.witnesses);
  if (found.length < policy.atLeast) {
    throw new Unverified(`见证人签名不足：需要 ${policy.atLeast} 个，现有 ${found.length} 个`);
  }
  return found;
}

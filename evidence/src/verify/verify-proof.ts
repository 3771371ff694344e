import { sameBytes } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type Cosignature, requireWitnesses, type WitnessPolicy } from './cosignature.ts';
import { leafHash } from './digest.ts';
import { rootOfInclusion } from './inclusion.ts';
import { parseProof } from './proof-text.ts';
import { type Refused, refusing, Unverified } from './unverified.ts';

/** The entry is in the log. */
export interface Included {
  readonly ok: true;
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Number of entries the checkpoint covers. */
  readonly size: number;
  /** Witnesses of the policy that cosigned the checkpoint; empty without a policy. */
  readonly witnessed: readonly Cosignature[];
}

/**
 * Verifies a receipt offline: that exactly these bytes are an entry of the log of that key.
 * @param proofText content of a `.tlog-proof` file
 * @param leafBytes the entry as it was logged
 * @param vkey the log's verifier key, obtained apart from the receipt
 * @param policy witnesses that must have cosigned; without one, only the log's own word is checked
 */
export function verifyProof(
  proofText: string,
  leafBytes: Uint8Array,
  vkey: string,
  policy: WitnessPolicy = { witnesses: [], atLeast: 0 },
): Promise<Included | Refused> {
  return refusing(async () => {
    const proof = parseProof(proofText);
    // The signature comes first: index and size mean nothing until somebody answers for them.
    const checkpoint = await openCheckpoint(proof.checkpoint, vkey);
    const leaf = await leafHash(leafBytes);
    const root = await rootOfInclusion(leaf, proof.index, checkpoint.size, proof.hashes);
    if (!sameBytes(root, checkpoint.root))
      throw new Unverified('条目与凭证不符：内容已被改动，或不在此日志中');
    const witnessed = await requireWitnesses(checkpoint.note, policy);
    return { ok: true as const, index: proof.index, size: checkpoint.size, witnessed };
  });
}

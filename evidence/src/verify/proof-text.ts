import { fromBase64, toBase64 } from './base64.ts';
import { parseCount } from './count.ts';
import { Unverified } from './unverified.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';

/** What a `.tlog-proof` file holds (C2SP tlog-proof): enough to verify one entry offline. */
export interface ProofText {
  /** Place of the entry, from 0. */
  readonly index: number;
  /** From the leaf's sibling up to the child of the root. */
  readonly hashes: readonly Uint8Array[];
  /** The checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Free context; nothing vouches for it. */
  readonly extra?: Uint8Array;
}

/** Writes a proof. */
export function formatProof(proof: ProofText): string {
  const lines = [HEADER];
  if (proof.extra !== undefined) lines.push(`extra ${toBase64(proof.extra)}`);
  lines.push(`index ${proof.index}`, ...proof.hashes.map(toBase64));
  return `${lines.join('\n')}\n\n${proof.checkpoint}`;
}

/**
 * Reads a proof.
 * @throws Unverified when malformed
 */
export function parseProof(text: string): ProofText {
  const split = text.indexOf('\n\n');
  if (split < 0) throw new Unverified('凭证不完整');
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== HEADER) throw new Unverified('不是 tlog-proof 格式的凭证');
  const extra = lines[0]?.startsWith('extra ')
    ? fromBase64((lines.shift() ?? '').slice(6))
    : new Uint8Array();
  if (extra === undefined) throw new Unverified('凭证的附加数据不正确');
  const index = parseCount(/^index (.+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  if (index === undefined) throw new Unverified('凭证的条目序号不正确');
  const hashes = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== 32) throw new Unverified('凭证的散列不正确');
    return hash;
  });
  const checkpoint = text.slice(split + 2);
  return extra.length > 0 ? { index, hashes, checkpoint, extra } : { index, hashes, checkpoint };
}

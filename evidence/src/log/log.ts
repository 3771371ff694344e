import { sameBytes } from '../verify/bytes.ts';
import { openCheckpoint } from '../verify/checkpoint.ts';
import { auditLog } from './audit.ts';
import type { AuditReport, OnProgress } from './audit-report.ts';
import { readBack, writeBatch } from './batch.ts';
import { LARGEST_LEAF } from './bundle-bytes.ts';
import { writeCheckpoint } from './checkpoint-files.ts';
import { addCosignature } from './cosign.ts';
import { LogRefused, SignerUnusable } from './errors.ts';
import { announce } from './intent.ts';
import {
  proveConsistency,
  proveInclusion,
  readEntries,
  readEntry,
  receiptFor,
  rootAt,
} from './log-reading.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openCosigned, openOwn, openState } from './open-state.ts';
import { discardBatch, finishBatch } from './recover.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import type { Signer } from './signer.ts';

/** How a receipt is made. */
export interface ProofOptions {
  /** Signed checkpoint of this log to prove under; by default the witnesses' if it reaches, else the current. */
  readonly checkpoint?: string;
  /** Free context put in the receipt; nothing vouches for it. */
  readonly extra?: Uint8Array;
}

/**
 * A transparency log in a directory: entries in order, never changed, each provable against a signed
 * checkpoint. One writer per directory; reading does not wait for writing.
 */
export interface Log {
  /** Number of signed entries. */
  size(): number;
  /**
   * Appends a batch, all or nothing: when this resolves the entries are on disk and signed. When it rejects
   * they are not in the log and may be sent again. After {@link LogRefused} with 须重新打开 the outcome is not
   * known: open again and ask `size()`.
   */
  append(leaves: readonly Uint8Array[]): Promise<{ readonly first: number; readonly size: number }>;
  /** The current checkpoint, signed by the log and by witnesses of this very one if any. */
  checkpoint(): string;
  /** The largest checkpoint that a witness has cosigned. */
  cosigned(): string | undefined;
  /** Adds a witness's line to a checkpoint of this log and keeps it; gives the cosigned text. */
  addCosignature(checkpoint: string, line: string, witness: string): Promise<string>;
  /** One entry, checked against its hash. */
  entry(index: number): Promise<Uint8Array>;
  /** Entries [from, to); `to` is the size by default. */
  entries(from: number, to?: number): AsyncIterable<Uint8Array>;
  /** Inclusion proof in the tree of `size` entries, by default all. */
  inclusionProof(index: number, size?: number): Promise<Uint8Array[]>;
  /** Consistency proof between two sizes; `to` is the size by default. */
  consistencyProof(from: number, to?: number): Promise<Uint8Array[]>;
  /** A receipt (text of a `.tlog-proof` file) for an entry. */
  proof(index: number, options?: ProofOptions): Promise<string>;
  /** Reads everything again and names what is wrong. */
  audit(onProgress?: OnProgress): Promise<AuditReport>;
}

/**
 * Opens a log, or begins one in a new directory. What an interrupted batch left is removed: the state is
 * exactly what the checkpoint says, so a caller that goes on from `size()` neither loses nor repeats an entry.
 * @throws LogDamaged when the files do not match the checkpoint, or it is not this key's
 */
export async function openLog(
  directory: string,
  { origin, signer }: { readonly origin: string; readonly signer: Signer },
): Promise<Log> {
  if (signer.name !== origin)
    throw new SignerUnusable(`签名密钥属于「${signer.name}」，不是日志「${origin}」`);
  let current = await openState(directory, signer);
  let cosigned = await openCosigned(directory, signer, current.head);
  /** Set when it is not known whether a checkpoint reached the disk: only a new opening can tell. */
  let uncertain = false;
  const inTurn = oneAtATime();
  const requireCertain = (): void => {
    if (uncertain) throw new LogRefused('上次写入的结果不明，须重新打开日志');
  };

  const commit = async (text: string): Promise<void> => {
    try {
      await writeCheckpoint(directory, 'checkpoint', text);
    } catch (error) {
      uncertain = true;
      throw error;
    }
    current = await openOwn(text, 'checkpoint', signer);
  };

  const appendBatch = async (leaves: readonly Uint8Array[]) => {
    requireCertain();
    const { head } = current;
    const intent = { from: head.size, to: head.size + leaves.length };
    if (leaves.length === 0) return { first: head.size, size: head.size };
    let root: Uint8Array;
    try {
      await announce(directory, intent);
      await writeBatch(directory, head.size, leaves);
      root = await readBack(directory, head, intent.to);
    } catch (error) {
      await discardBatch(directory, intent).catch(() => {
        uncertain = true;
      });
      throw error;
    }
    await commit(signCheckpoint({ origin, size: intent.to, root }, signer));
    // The entries are signed; failing to tidy must not report them as lost. Opening tidies again.
    await finishBatch(directory, intent).catch(() => undefined);
    return { first: intent.from, size: intent.to };
  };

  const keepCosignature = async (text: string, line: string, witness: string): Promise<string> => {
    requireCertain();
    const head = await openCheckpoint(text, signer.verifierKey);
    const ours = head.size <= current.head.size && (await rootAt(directory, head.size, current.head.size));
    if (ours === false || !sameBytes(ours, head.root)) throw new LogRefused('检查点与现有日志不一致');
    // Witnesses answer one by one: the next line joins those already kept for the same text.
    const kept = [cosigned, current].find((other) => other?.head.note.body === head.note.body);
    // Signed afresh, not taken as sent: lines of strangers on it are not ours to keep.
    const base = kept?.text ?? signCheckpoint({ origin, size: head.size, root: head.root }, signer);
    const merged = await addCosignature(base, line, witness);
    const opened = await openOwn(merged, 'checkpoint.cosigned', signer);
    if (cosigned === undefined || head.size >= cosigned.head.size) {
      await writeCheckpoint(directory, 'checkpoint.cosigned', merged);
      cosigned = opened;
    }
    if (current.head.note.body === head.note.body) await commit(merged);
    return merged;
  };

  const size = (): number => current.head.size;
  return {
    size,
    append: (leaves) => {
      const large = leaves.find((leaf) => leaf.length > LARGEST_LEAF);
      if (large !== undefined) {
        return Promise.reject(new LogRefused(`日志条目过大：${large.length} 字节，上限 ${LARGEST_LEAF}`));
      }
      // Copied now: the caller may reuse its buffers while the batch waits its turn. Not `slice`, which on a
      // Buffer gives the same memory.
      const copies = leaves.map((leaf) => new Uint8Array(leaf));
      return inTurn(() => appendBatch(copies));
    },
    checkpoint: () => current.text,
    cosigned: () => cosigned?.text,
    addCosignature: (text, line, witness) => inTurn(() => keepCosignature(text, line, witness)),
    entry: (index) => readEntry(directory, index, size()),
    entries: (from, to = size()) => readEntries(directory, from, to, size()),
    inclusionProof: (index, of = size()) => proveInclusion(directory, index, of, size()),
    consistencyProof: (from, to = size()) => proveConsistency(directory, from, to, size()),
    proof: async (index, options = {}) => {
      const best = cosigned !== undefined && index < cosigned.head.size ? cosigned : current;
      const text = options.checkpoint;
      const chosen =
        text === undefined ? best : { text, head: await openCheckpoint(text, signer.verifierKey) };
      return receiptFor(directory, index, size(), chosen, options.extra);
    },
    audit: (onProgress) =>
      auditLog(directory, signer.verifierKey, onProgress === undefined ? {} : { onProgress }),
  };
}

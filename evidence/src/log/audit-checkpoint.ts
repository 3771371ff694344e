import { sameBytes } from '../verify/bytes.ts';
import { openCheckpoint, parseTreeHead, type TreeHead } from '../verify/checkpoint.ts';
import { parseNote } from '../verify/note.ts';
import { Unverified } from '../verify/unverified.ts';
import type { Finding } from './audit-report.ts';
import { readCheckpoint } from './checkpoint-files.ts';
import { LogDamaged } from './errors.ts';
import { readIntent } from './intent.ts';
import { findSurplus } from './surplus.ts';
import { treeReader } from './tree-reader.ts';

/** The checkpoint as claimed, if it can be read at all, and what is wrong with it. */
export interface CheckpointAudit {
  readonly head: TreeHead | undefined;
  readonly findings: readonly Finding[];
}

const wrong = (where: string, message: string): Finding => ({ kind: 'checkpoint', where, message });

/** What an unsigned text claims, so that its entries can still be read and compared. */
function claimed(text: string): TreeHead | undefined {
  try {
    return parseTreeHead(parseNote(text).body);
  } catch (error) {
    if (error instanceof Unverified) return undefined;
    throw error;
  }
}

async function unexplainedSurplus(directory: string, size: number): Promise<string | undefined> {
  const intent = await readIntent(directory);
  return intent?.from === size ? undefined : findSurplus(directory, size);
}

/** Audits form, signature and currency of the checkpoint. */
export async function auditCheckpoint(directory: string, vkey: string): Promise<CheckpointAudit> {
  for (;;) {
    const text = await readCheckpoint(directory, 'checkpoint');
    if (text === undefined) return { head: undefined, findings: [wrong('checkpoint', '检查点缺失')] };
    try {
      const head = await openCheckpoint(text, vkey);
      const surplus = await unexplainedSurplus(directory, head.size);
      // The log may have grown between the two looks; only a checkpoint that stands still can be behind.
      if (surplus !== undefined && (await readCheckpoint(directory, 'checkpoint')) !== text) continue;
      const message = `检查点为 ${head.size} 条，而 ${surplus} 已超出：检查点疑被回退`;
      return { head, findings: surplus === undefined ? [] : [wrong('checkpoint', message)] };
    } catch (error) {
      if (error instanceof LogDamaged)
        return { head: claimed(text), findings: [wrong(error.where, error.message)] };
      if (!(error instanceof Unverified)) throw error;
      return { head: claimed(text), findings: [wrong('checkpoint', error.message)] };
    }
  }
}

/** Audits an earlier checkpoint of the log, kept outside or cosigned, against the log as it is now. */
export async function auditAgainst(
  directory: string,
  vkey: string,
  now: TreeHead,
  earlier: { readonly where: string; readonly text: string },
): Promise<Finding | undefined> {
  try {
    const { size, root } = await openCheckpoint(earlier.text, vkey);
    if (size > now.size) return wrong(earlier.where, `曾签署 ${size} 条，现只有 ${now.size} 条：日志被回退`);
    const same = sameBytes(await treeReader(directory, now.size).range(0, size), root);
    return same ? undefined : wrong(earlier.where, `前 ${size} 条与当时签署的不一致：历史被改写`);
  } catch (error) {
    if (error instanceof Unverified || error instanceof LogDamaged)
      return wrong(earlier.where, error.message);
    throw error;
  }
}

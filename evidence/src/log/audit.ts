import { auditAgainst, auditCheckpoint } from './audit-checkpoint.ts';
import { auditPartials } from './audit-partials.ts';
import type { AuditReport, Finding, OnProgress } from './audit-report.ts';
import { auditTiles } from './audit-tiles.ts';
import { readCheckpoint } from './checkpoint-files.ts';

/** What an audit may take with it. */
export interface AuditOptions {
  readonly onProgress?: OnProgress;
  /**
   * Checkpoints of this log kept elsewhere (by a witness, on a receipt). Only they can show a history
   * rewritten by whoever holds the signing key.
   */
  readonly against?: readonly string[];
}

/**
 * Reads a whole log again: checkpoint, signature, every entry, every tile; changes nothing and needs no
 * secret, so anyone with a copy of the directory can run it, also while the log grows.
 * @param vkey the log's verifier key, obtained apart from the directory
 */
export async function auditLog(
  directory: string,
  vkey: string,
  options: AuditOptions = {},
): Promise<AuditReport> {
  const { head, findings } = await auditCheckpoint(directory, vkey);
  if (head === undefined) return { sound: false, size: 0, read: 0, findings };
  const tiles = await auditTiles(directory, head, options.onProgress ?? (() => undefined));
  const found: Finding[] = [...findings, ...tiles.findings, ...(await auditPartials(directory, head.size))];
  const cosigned = await readCheckpoint(directory, 'checkpoint.cosigned');
  const kept = (options.against ?? []).map((text, i) => ({ where: `外部检查点 ${i + 1}`, text }));
  if (cosigned !== undefined) kept.push({ where: 'checkpoint.cosigned', text: cosigned });
  for (const earlier of kept) {
    const finding = await auditAgainst(directory, vkey, head, earlier);
    if (finding !== undefined) found.push(finding);
  }
  return { sound: found.length === 0, size: head.size, read: tiles.read, findings: found };
}

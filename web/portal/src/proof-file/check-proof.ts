import { hex, sha256, utf8, verifyProof } from '@zhaozhang/evidence/verify';
import type { OneProof, ProofData } from './proof-data.ts';

/** One thing that was checked, and how it came out. */
export interface Checked {
  readonly says: string;
  readonly ok: boolean;
}

/**
 * Checks what a file carries: each record against the digest in its entry of the log, each entry against the log.
 * @param key the log's key as it was learned elsewhere; the file's own by default
 */
export async function checkProof(data: ProofData, key = data.key): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const proof of data.proofs) checked.push(...(await checkOne(proof, key.trim())));
  return checked;
}

async function checkOne({ leaf, receipt, record }: OneProof, key: string): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  if (record !== undefined) {
    const digest = hex(await sha256(utf8(record.salt + record.data)));
    checked.push(
      (JSON.parse(leaf) as { data?: unknown }).data === digest
        ? { ok: true, says: '记录原文与日志条目中的指纹一致' }
        : { ok: false, says: '记录原文与日志条目中的指纹不一致，原文被改动过' },
    );
  }
  const verdict = await verifyProof(receipt, utf8(leaf), key);
  checked.push(
    verdict.ok
      ? {
          ok: true,
          says: `这是存证日志的第 ${verdict.index + 1} 条，日志当时共 ${verdict.size} 条，检查点的签名有效`,
        }
      : { ok: false, says: verdict.reason },
  );
  return checked;
}

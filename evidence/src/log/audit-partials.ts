import { readIfPresent } from '../durable/read-if-present.ts';
import { sameBytes } from '../verify/bytes.ts';
import type { Finding } from './audit-report.ts';
import { edgeTile, type Level, levelsAt, tileFile, tilePath } from './layout.ts';
import { partialWidths } from './surplus.ts';

/**
 * Audits the narrower forms of the rightmost tiles, kept for those who hold earlier checkpoints: each must
 * be the beginning of the form in force, which has been audited before.
 */
export async function auditPartials(directory: string, size: number): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const levels: Level[] = ['entries'];
  for (let level = 0; level < levelsAt(size); level += 1) levels.push(level);
  for (const level of levels) {
    const edge = edgeTile(level, size);
    const inForce = edge.width === 0 ? undefined : await readIfPresent(tileFile(directory, edge));
    if (inForce === undefined) continue;
    for (const width of await partialWidths(directory, level, edge.n)) {
      const tile = { ...edge, width };
      const bytes = width < edge.width ? await readIfPresent(tileFile(directory, tile)) : undefined;
      if (bytes === undefined || sameBytes(bytes, inForce.subarray(0, bytes.length))) continue;
      findings.push({ kind: 'tile', where: tilePath(tile), message: '较早的局部瓦片与现行瓦片的开头不符' });
    }
  }
  return findings;
}

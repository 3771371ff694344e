import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from './log.ts';
import { loadOrCreateSigner } from './signer.ts';

/** Appends batches until killed; prints each acknowledged batch as `first size`. Entry i is the text of i. */
const [directory = '', origin = '', width = '1'] = process.argv.slice(2);
const signer = await loadOrCreateSigner(join(directory, '..', 'key'), origin);
const log = await openLog(directory, { origin, signer });
for (let round = 0; ; round += 1) {
  const count = 1 + ((round * 37) % Number(width));
  const start = log.size();
  const leaves = Array.from({ length: count }, (_, i) => Buffer.from(`entry ${start + i}`));
  const { first, size } = await log.append(leaves);
  writeSync(1, `${first} ${size}\n`);
}

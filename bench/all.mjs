// Every measurement at its usual size, one after the other: side by side they would measure each other.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
/** The calendar and batches are run apart: what they tell changes seldom. */
const PARTS = ['acts', 'lists', 'history', 'log', 'obligations'];

for (const part of PARTS) {
  console.log(`\n== ${part}`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [path.join(here, `${part}.mjs`)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  console.log(`用时 ${((performance.now() - began) / 60_000).toFixed(1)} 分钟`);
}

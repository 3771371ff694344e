import { availableParallelism } from 'node:os';
import { runChild } from './steps/child.mjs';
import { Halt, run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { requireNode } from './steps/node-version.mjs';
import { inRoot, root } from './steps/root.mjs';

/**
 * The random walks of the tests, many more of them: a quarter of an hour on two cores. `npm run soak -- 5000` walks so many.
 * Every core walks its share, each with draws of its own.
 */
await run(async () => {
  requireNode();
  const walks = Number(process.argv[2] ?? 100_000);
  if (!Number.isInteger(walks) || walks < 1) throw new Halt('写明走多少遍,例如 npm run soak -- 5000');
  await install('full');
  const shares = Math.min(availableParallelism(), walks);
  const share = Math.ceil(walks / shares);
  const codes = await Promise.all(Array.from({ length: shares }, (_, at) => walk(share, at * walks)));
  return codes.find((code) => code !== 0) ?? 0;
});

/** @returns the exit code of the tests that walked `walks` times, with draws that begin at `from` */
function walk(walks, from) {
  return runChild(
    process.execPath,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', 'unit', '--testTimeout', String(6 * 3_600_000), 'law/src/walks'],
    ],
    {
      cwd: root,
      env: { ...process.env, ZHAOZHANG_WALKS: String(walks), ZHAOZHANG_WALKS_FROM: String(from) },
    },
  );
}

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './steps/build.mjs';
import { runChild } from './steps/child.mjs';
import { Halt, run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { requireNode } from './steps/node-version.mjs';
import { inRoot, root } from './steps/root.mjs';

/**
 * What the tests do a little of, many times over: the random walks (a quarter of an hour on two cores), then server and
 * database killed at random under load. `npm run soak -- --walks 5000 --crashes 10`; 0 leaves one out.
 */
await run(async () => {
  requireNode();
  const { walks, crashes } = asked();
  await install('full');
  if (walks > 0) {
    // Every core walks its share, each with draws of its own.
    const shares = Math.min(availableParallelism(), walks);
    const share = Math.ceil(walks / shares);
    const codes = await Promise.all(Array.from({ length: shares }, (_, at) => walk(share, at * walks)));
    const failed = codes.find((code) => code !== 0);
    if (failed !== undefined) return failed;
  }
  if (crashes === 0) return 0;
  await build();
  return vitest('house', 'api/src/start/crash.test.ts', { ZHAOZHANG_CRASHES: String(crashes) });
});

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        walks: { type: 'string', default: '100000' },
        crashes: { type: 'string', default: '50' },
      },
    });
    const [walks, crashes] = [Number(values.walks), Number(values.crashes)];
    if (![walks, crashes].every((many) => Number.isInteger(many) && many >= 0)) throw new Error();
    return { walks, crashes };
  } catch {
    throw new Halt('写明走多少遍、终止多少次,例如 npm run soak -- --walks 5000 --crashes 10');
  }
}

/** @returns the exit code of the tests that walked `walks` times, with draws that begin at `from` */
function walk(walks, from) {
  return vitest('unit', 'law/src/walks', {
    ZHAOZHANG_WALKS: String(walks),
    ZHAOZHANG_WALKS_FROM: String(from),
  });
}

function vitest(project, files, env) {
  return runChild(
    process.execPath,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', project, '--testTimeout', String(6 * 3_600_000), files],
    ],
    { cwd: root, env: { ...process.env, ...env } },
  );
}

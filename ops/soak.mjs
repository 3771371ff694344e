import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Halt, run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { requireNode } from './steps/node-version.mjs';

/** The random walks of the tests, many more of them: hours, not seconds. `npm run soak -- 5000` walks so many. */
await run(async () => {
  requireNode();
  const walks = Number(process.argv[2] ?? 100_000);
  if (!Number.isInteger(walks) || walks < 1) throw new Halt('写明走多少遍,例如 npm run soak -- 5000');
  await install('full');
  const vitest = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--project', 'unit', '--testTimeout', String(6 * 3_600_000), 'law/src/walks'],
    { stdio: 'inherit', env: { ...process.env, ZHAOZHANG_WALKS: String(walks) } },
  );
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
});

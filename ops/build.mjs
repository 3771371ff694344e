import { build } from './steps/build.mjs';
import { run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { keepWorkedOut } from './steps/keep-worked-out.mjs';
import { requireNode } from './steps/node-version.mjs';

await run(async () => {
  requireNode();
  await install('production');
  await build({ force: process.argv.includes('--force') });
  await keepWorkedOut();
});

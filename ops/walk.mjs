import { parseArgs } from 'node:util';
import { ensureBuilt } from './steps/ensure-built.mjs';
import { runChild } from './steps/child.mjs';
import { Halt, run } from './steps/halt.mjs';
import { install } from './steps/install.mjs';
import { requireNode } from './steps/node-version.mjs';
import { inRoot, root } from './steps/root.mjs';

/**
 * Every kind of enforcement from its opening to the archive in the browser, through the real forms: minutes each, so it
 * is no part of `npm test`. `npm run walk -- --story license-granted` for one; given several times, for several.
 */
await run(async () => {
  requireNode();
  const stories = asked();
  await install('full');
  await ensureBuilt();
  return runChild(
    process.execPath,
    [
      inRoot('node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--project', 'walk', '--reporter', 'dot', '--disable-console-intercept'],
    ],
    { cwd: root, env: { ...process.env, ZHAOZHANG_WALK: stories.join(',') } },
  );
});

function asked() {
  try {
    const { values } = parseArgs({ options: { story: { type: 'string', multiple: true, default: [] } } });
    return values.story;
  } catch {
    throw new Halt('写明走哪几个故事,例如 npm run walk -- --story license-granted;不写的,每种执法走一个');
  }
}

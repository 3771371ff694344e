import { runChild } from './child.mjs';
import { Halt } from './halt.mjs';
import { isFresh } from './freshness.mjs';
import { inRoot, root } from './root.mjs';

/**
 * Builds when the sources changed. In a child: esbuild and vite would otherwise stay in the memory of the
 * server for as long as it runs.
 */
export async function ensureBuilt() {
  if (isFresh()) return;
  const code = await runChild(process.execPath, [inRoot('ops', 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Halt('构建失败,原因见上方。', code);
}

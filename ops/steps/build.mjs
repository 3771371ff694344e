import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { bundleProofCheck } from './bundle-proof-check.mjs';
import { bundleServer } from './bundle-server.mjs';
import { bundleWorkbench } from './bundle-workbench.mjs';
import { copyData } from './copy-data.mjs';
import { isFresh, sourceDigest } from './freshness.mjs';
import { keepSaid } from './keep-said.mjs';
import { Halt, say } from './halt.mjs';
import { withLock } from './lock.mjs';
import { inRoot } from './root.mjs';

/** What a build that was killed left behind. Safe: the lock is ours, so nobody is building. */
function sweep() {
  for (const name of readdirSync(inRoot('.cache'))) {
    if (/^dist-(new|old)-\d+$/.test(name)) rmSync(inRoot('.cache', name), { recursive: true, force: true });
  }
}

/**
 * Puts the finished build in place. Two renames, because a folder cannot be exchanged portably: if we crash
 * between them there is no dist/ and the next start builds again; there is never a mixed one.
 */
function install(fresh) {
  const old = inRoot('.cache', `dist-old-${process.pid}`);
  if (existsSync(inRoot('dist'))) renameSync(inRoot('dist'), old);
  renameSync(fresh, inRoot('dist'));
  rmSync(old, { recursive: true, force: true });
}

/**
 * dist/: server.mjs, verify.mjs, backup.mjs, restore.mjs, rebuild.mjs, law.mjs (each with its source map), migrations/, law/, scenarios/,
 * workbench/, proof-check.js, .build.json. Made beside and moved in whole.
 */
export async function build({ force = false } = {}) {
  await withLock(
    inRoot('.cache', 'build.lock'),
    async () => {
      const digest = sourceDigest();
      if (!force && isFresh(digest)) return;
      if (!existsSync(inRoot('api', 'src', 'main.ts'))) {
        throw new Halt('缺少 api/src/main.ts,无法构建服务。请取回完整的源码后重试。');
      }
      const began = performance.now();
      sweep();
      const fresh = inRoot('.cache', `dist-new-${process.pid}`);
      mkdirSync(fresh);
      try {
        copyData(fresh);
        await Promise.all([bundleServer(fresh), bundleWorkbench(fresh), bundleProofCheck(fresh)]);
        await keepSaid(fresh);
        // Sources edited meanwhile: the marker names what we read first, so the next start builds again.
        writeFileSync(`${fresh}/.build.json`, JSON.stringify({ digest }));
        install(fresh);
      } finally {
        rmSync(fresh, { recursive: true, force: true });
      }
      say(`已构建(${((performance.now() - began) / 1000).toFixed(1)} 秒)`);
    },
    (pid) => say(`进程 ${pid} 正在构建,等它完成……`),
  );
}

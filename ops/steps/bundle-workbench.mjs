import { existsSync } from 'node:fs';
import path from 'node:path';
import { Halt, say } from './halt.mjs';
import { inRoot } from './root.mjs';

/** Builds the officers' app. Its own vite.config.ts decides everything but the place. */
export async function bundleWorkbench(target) {
  if (!existsSync(inRoot('web', 'workbench', 'index.html'))) {
    say('web/workbench/index.html 不存在,未构建执法人员工作台');
    return;
  }
  const { build } = await import('vite');
  try {
    await build({
      root: inRoot('web', 'workbench'),
      // Reads the settings without writing beside them: the sources may belong to another user.
      configLoader: 'runner',
      logLevel: 'warn',
      build: { outDir: path.join(target, 'workbench'), emptyOutDir: true },
    });
  } catch (error) {
    console.error(error.message);
    throw new Halt('工作台未能打包,原因见上方。');
  }
}

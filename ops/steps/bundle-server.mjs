import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Halt } from './halt.mjs';
import { inRoot, root } from './root.mjs';

/** Programs: [name in dist/, source]. Only the server is indispensable; build() has checked it. */
const PROGRAMS = [
  ['server', 'api/src/main.ts'],
  ['verify', 'api/src/verify-main.ts'],
  ['backup', 'api/src/backup-main.ts'],
  ['restore', 'api/src/restore-main.ts'],
  ['rebuild', 'api/src/rebuild-main.ts'],
  ['law', 'law/src/tool-main.ts'],
];

const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Our own rooms are inlined through their package faces; npm packages stay outside and are found in the
 * root's node_modules. A package npm had to nest inside a room would be found in another version there, or
 * not at all, so the build refuses instead of letting the server fail later.
 */
const roomsInPackagesOut = {
  name: 'rooms-in-packages-out',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: specifier, importer, kind }) => {
      if (kind === 'entry-point' || specifier.startsWith('@zhaozhang/') || path.isAbsolute(specifier))
        return undefined;
      if (specifier.startsWith('node:')) return { path: specifier, external: true };
      const [room] = path.relative(root, importer).split(`${path.sep}src${path.sep}`);
      if (existsSync(inRoot(room, 'node_modules', packageName(specifier)))) {
        return {
          errors: [
            { text: `${specifier} 装在 ${room}/node_modules 里:请让各工作区使用同一版本,使它提升到根目录` },
          ],
        };
      }
      return { path: specifier, external: true };
    });
  },
};

/**
 * Bundles the programs that exist into `target`. esbuild is told the final place and writes nothing itself:
 * source maps name the sources relative to it, and a stack trace must lead to the right file.
 */
export async function bundleServer(target) {
  const { build } = await import('esbuild');
  const programs = PROGRAMS.filter(([, source]) => existsSync(inRoot(source)));
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(programs),
      outdir: inRoot('dist'),
      write: false,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      charset: 'utf8',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'warning',
      plugins: [roomsInPackagesOut],
    });
    for (const { path: file, contents } of outputFiles) {
      writeFileSync(path.join(target, path.basename(file)), contents);
    }
  } catch (error) {
    if (Array.isArray(error.errors)) throw new Halt('服务端代码未能打包,原因见上方。'); // esbuild has printed them
    throw error;
  }
}

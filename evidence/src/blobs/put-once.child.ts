import { writeSync } from 'node:fs';
import { dieAt } from '../trial/die-at.ts';
import { pseudoRandomStream } from '../trial/pseudo-random.ts';
import { openBlobStore } from './blob-store.ts';

/** Stores one blob, dying at the given file operation. */
const [directory = '', step = '0'] = process.argv.slice(2);
const store = await openBlobStore(directory);
dieAt(Number(step));
const { sha256 } = await store.put(pseudoRandomStream(42, 100_000, 10_000), { maxBytes: 100_000 });
writeSync(1, `${sha256}\n`);

import { writeSync } from 'node:fs';
import { pseudoRandomStream } from '../trial/pseudo-random.ts';
import { openBlobStore } from './blob-store.ts';

/** Stores blobs until killed, two at a time, naming each on standard output once it is acknowledged. */
const [directory = '', round = '0'] = process.argv.slice(2);
const store = await openBlobStore(directory);
const stream = async (lane: number): Promise<never> => {
  for (let i = 0; ; i += 1) {
    const seed = Number(round) * 1_000_000 + lane * 100_000 + i;
    const { sha256 } = await store.put(pseudoRandomStream(seed, 40_000 + (seed % 7) * 30_000, 8_192), {
      maxBytes: 1_000_000,
    });
    writeSync(1, `${sha256}\n`);
  }
};
await Promise.all([stream(1), stream(2)]);

import { writeSync } from 'node:fs';
import { pseudoRandomStream } from '../trial/pseudo-random.ts';
import { openBlobStore } from './blob-store.ts';

/** Stores and reads back a large stream and prints by how many bytes the process grew at most. */
const [directory = '', total = '0'] = process.argv.slice(2);
const store = await openBlobStore(directory);
const before = process.memoryUsage.rss();
let peak = before;
const watch = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};

async function* watched(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of source) {
    watch();
    yield chunk;
  }
}

const size = Number(total);
const { sha256, bytes } = await store.put(watched(pseudoRandomStream(1, size, 1_048_576)), {
  maxBytes: size,
});
let read = 0;
for await (const chunk of watched(store.read(sha256))) read += chunk.length;
watch();
writeSync(1, `${JSON.stringify({ bytes, read, growth: peak - before })}\n`);

import type { LogReader } from '@zhaozhang/evidence';

const blockSize = 256;

/** Reads leaves of the log one by one, a block at a time: events come in nearly the order in which they were logged. */
export function leafReader(log: LogReader): (index: number) => Promise<Uint8Array> {
  let block = -1;
  let leaves: readonly Uint8Array[] = [];
  return async (index) => {
    const wanted = Math.floor(index / blockSize);
    if (wanted !== block) {
      leaves = await blockOf(log, wanted);
      block = wanted;
    }
    // Not in the block as it was read: the log has grown since, or the block is damaged and one entry tells where.
    return leaves[index % blockSize] ?? log.entry(index);
  };
}

async function blockOf(log: LogReader, number: number): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  try {
    for await (const leaf of log.entries(number * blockSize, (number + 1) * blockSize)) found.push(leaf);
  } catch {
    return [];
  }
  return found;
}

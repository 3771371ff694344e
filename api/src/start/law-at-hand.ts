import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkLibrary,
  faultSentence,
  folderDigest,
  keptLibrary,
  lawParts,
  readLibrary,
} from '@zhaozhang/law';
import type { Library } from '@zhaozhang/law';
import { StartRefused } from './refused.ts';

/** The law an installation works by, and where it was read from. */
export interface LawAtHand {
  readonly library: Library;
  readonly folder: string;
  /** What is wrong with the law that came with the product, when that was not taken; then this is the one before it. */
  readonly refused: readonly string[];
}

/**
 * The law that came with the product, if nothing is wrong with it; else the last one that worked here. A pack with a
 * mistake in it must not stop an office, still less decide anything. What has been found sound is copied beside the data,
 * so that there is something to fall back on; the copy is known by its digest and is not checked again.
 *
 * @throws StartRefused when there is nothing to fall back on, or the product no longer understands what there is.
 */
export async function lawAtHand(
  shipped: string,
  dataDir: string,
  { keep }: { keep: boolean },
): Promise<LawAtHand> {
  const kept = join(dataDir, 'law-kept');
  const digest = folderDigest(shipped);
  const { library, sound } = await readOf(shipped, digest);
  const known = keptDigest(kept) === digest;
  const faults = known || sound ? library.faults : checkLibrary(library);
  if (faults.length === 0) {
    if (keep && !known) putBy(shipped, kept, digest);
    return { library, folder: shipped, refused: [] };
  }
  const refused = faults.map(faultSentence);
  const before = known || keptDigest(kept) === undefined ? undefined : await readLibrary(kept);
  if (before === undefined || checkLibrary(before).length > 0)
    throw new StartRefused(`规则包有误，没有启动：${refused[0] ?? ''}`);
  return { library: before, folder: kept, refused };
}

interface Read {
  readonly library: Library;
  /** Checked when the product was built. */
  readonly sound: boolean;
}

/** What was read last: a process that starts several installations, as tests do, reads the same files. */
let last: { readonly folder: string; readonly digest: string; readonly read: Read } | undefined;

async function readOf(folder: string, digest: string): Promise<Read> {
  if (last?.folder === folder && last.digest === digest) return last.read;
  const built = await keptLibrary(folder, digest);
  const read = { library: built ?? (await readLibrary(folder)), sound: built !== undefined };
  last = { folder, digest, read };
  return read;
}

function keptDigest(kept: string): string | undefined {
  const file = join(kept, 'digest');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Whole or not at all: the copy gets its name when it is complete, and the digest is written into it last. */
function putBy(shipped: string, kept: string, digest: string): void {
  const coming = `${kept}.coming`;
  rmSync(coming, { recursive: true, force: true });
  mkdirSync(coming, { mode: 0o700 });
  for (const part of lawParts)
    if (existsSync(join(shipped, part))) cpSync(join(shipped, part), join(coming, part), { recursive: true });
  writeFileSync(join(coming, 'digest'), digest);
  rmSync(kept, { recursive: true, force: true });
  renameSync(coming, kept);
}

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { syncDirectory } from '@zhaozhang/evidence';
import { StartRefused } from '../start/refused.ts';

/** Bytes by their digest: what has been put once is there for every backup that names it. */
export interface Objects {
  /**
   * Puts a file without holding it in memory, on disk when it resolves. `digest`, if known, spares reading what is there
   * already, and must be what the file holds.
   * @returns its digest, SHA-256 in hexadecimal
   */
  putFile(path: string, digest?: string): Promise<string>;
  /** Puts lines of text, compressed. */
  putLines(lines: readonly string[]): Promise<string>;
  /** The lines, their bytes checked against their name. */
  readLines(digest: string): Promise<readonly string[]>;
  /** Copies an object to a path, checked on the way; on disk when it resolves. */
  copyTo(digest: string, path: string, mode?: number): Promise<void>;
}

/** Opens the objects of a backup; what an interrupted backup left half written is removed. */
export async function openObjects(directory: string): Promise<Objects> {
  const staging = join(directory, 'staging');
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const fileOf = (digest: string): string => join(directory, 'objects', digest.slice(0, 2), digest);

  const install = async (staged: string, digest: string): Promise<void> => {
    const file = fileOf(digest);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rename(staged, file);
    await syncDirectory(dirname(file));
  };
  const receive = async (source: AsyncIterable<Uint8Array>): Promise<{ staged: string; digest: string }> => {
    const staged = join(staging, randomUUID());
    const digest = await write(staged, source, 0o600);
    return { staged, digest };
  };
  const put = async (bytes: Uint8Array): Promise<string> => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (existsSync(fileOf(digest))) return digest;
    const { staged } = await receive(once(bytes));
    await install(staged, digest);
    return digest;
  };
  const read = async (digest: string): Promise<Buffer> => {
    const pieces: Uint8Array[] = [];
    for await (const piece of checked(fileOf(digest), digest)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  return {
    putFile: async (path, known) => {
      if (known !== undefined && existsSync(fileOf(known))) return known;
      const { staged, digest } = await receive(createReadStream(path));
      if (known !== undefined && digest !== known) {
        await rm(staged, { force: true });
        throw new StartRefused(`${path} 的内容与它的摘要不符，没有备份。先用 npm run verify 查明`);
      }
      await install(staged, digest);
      return digest;
    },
    putLines: (lines) => put(gzipSync(Buffer.from(lines.map((line) => `${line}\n`).join('')))),
    readLines: async (digest) => {
      const text = gunzipSync(await read(digest)).toString();
      return text === '' ? [] : text.slice(0, -1).split('\n');
    },
    copyTo: async (digest, path, mode = 0o600) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await write(`${path}.new`, checked(fileOf(digest), digest), mode);
      await rename(`${path}.new`, path);
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A file as it is read, and in the end an error rather than the end of a wrong file. */
async function* checked(path: string, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(piece as Uint8Array);
      yield piece as Uint8Array;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartRefused(`备份缺少对象 ${digest}`);
  }
  if (hash.digest('hex') !== digest) throw new StartRefused(`备份的对象 ${digest} 已损坏：内容与摘要不符`);
}

async function write(path: string, source: AsyncIterable<Uint8Array>, mode: number): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'w', mode);
  try {
    for await (const piece of source) {
      hash.update(piece);
      await handle.write(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

/** Files below a directory, by their path from it. */
export async function filesBelow(directory: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(directory, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

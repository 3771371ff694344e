import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isErrno } from '../durable/is-errno.ts';
import { digestsOf } from './digests.ts';
import { DigestMismatch } from './errors.ts';
import { install } from './install.ts';
import { fileOf, placesIn, requireDigest } from './places.ts';
import { type ByteRange, readBlob } from './read-blob.ts';
import { receive } from './receive.ts';
import { keepSm3, readSm3 } from './second-digest.ts';
import { openStaging } from './staging.ts';

/** Conditions of an upload. */
export interface PutOptions {
  /** Most bytes accepted. */
  readonly maxBytes: number;
  /** SHA-256 the sender computed, hexadecimal. */
  readonly declaredSha256?: string;
}

/** A blob that is on disk and sound. */
export interface Stored {
  /** Identity, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Second digest (GB/T 32905), in the same form. */
  readonly sm3: string;
  readonly bytes: number;
  /** Whether the same bytes were stored before. */
  readonly already: boolean;
}

/** What is stored, for reading. */
export interface BlobReader {
  /**
   * Streams a blob, or part of it; memory stays bounded. Reading the whole checks it on the way and ends in
   * {@link BlobAltered} rather than in the end of a wrong file.
   * @throws BlobMissing, BlobAltered, InvalidDigest
   */
  read(sha256: string, range?: ByteRange): AsyncIterable<Uint8Array>;
  /** Size and second digest, or `undefined` when there is no such blob. */
  stat(sha256: string): Promise<{ readonly bytes: number; readonly sm3: string } | undefined>;
  /** All digests, ascending. */
  list(): AsyncIterable<string>;
  /** Reads a blob again: its bytes against both digests. */
  check(sha256: string): Promise<'sound' | 'missing' | 'altered'>;
}

/** Bytes by what they are: a name can never come to mean other bytes. */
export interface BlobStore extends BlobReader {
  /**
   * Stores a stream; memory stays bounded. When this resolves, bytes and name survive a power failure, so an
   * event may name the blob.
   * @throws BlobTooLarge, DigestMismatch, InvalidDigest (a declared digest of wrong form); nothing is kept
   */
  put(source: AsyncIterable<Uint8Array>, options: PutOptions): Promise<Stored>;
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Opens a store, making the directory if need be; uploads that a crash cut short are removed. */
export async function openBlobStore(directory: string): Promise<BlobStore> {
  const places = placesIn(resolve(directory));
  await mkdir(places.root, { recursive: true });
  const staging = await openStaging(places.staging);

  const put = async (source: AsyncIterable<Uint8Array>, options: PutOptions): Promise<Stored> => {
    const declared = options.declaredSha256?.toLowerCase();
    if (declared !== undefined) requireDigest(declared);
    const staged = join(staging, randomUUID());
    try {
      const { sha256, sm3, bytes } = await receive(source, staged, options.maxBytes);
      if (declared !== undefined && declared !== sha256) throw new DigestMismatch(declared, sha256);
      // The second digest first: whoever finds a blob finds its digest. Alone it claims nothing.
      await keepSm3(places, sha256, sm3, `${staged}.sm3`);
      return { sha256, sm3, bytes, already: await install(places, staged, sha256) };
    } finally {
      await rm(staged, { force: true });
    }
  };

  return { ...readBlobs(directory), put };
}

/** The same without the right to store: whoever only reads leaves nothing in the directory, not even a place for uploads. */
export function readBlobs(directory: string): BlobReader {
  const places = placesIn(resolve(directory));

  const check = async (sha256: string): Promise<'sound' | 'missing' | 'altered'> => {
    const digests = await digestsOf(fileOf(places.blobs, sha256));
    if (digests === undefined) return 'missing';
    const kept = await readSm3(places, sha256);
    return digests.sha256 === sha256 && (kept === undefined || kept === digests.sm3) ? 'sound' : 'altered';
  };

  const statBlob = async (sha256: string) => {
    const file = fileOf(places.blobs, sha256);
    try {
      const { size } = await stat(file);
      const sm3 = (await readSm3(places, sha256)) ?? (await digestsOf(file))?.sm3;
      return sm3 === undefined ? undefined : { bytes: size, sm3 };
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return undefined;
      throw error;
    }
  };

  async function* list(): AsyncGenerator<string, void, undefined> {
    for (const prefix of await namesIn(places.blobs)) {
      for (const name of await namesIn(join(places.blobs, prefix))) {
        if (/^[0-9a-f]{64}$/.test(name) && name.startsWith(prefix)) yield name;
      }
    }
  }

  return {
    read: (sha256, range) => readBlob(fileOf(places.blobs, sha256), sha256, range),
    stat: statBlob,
    list,
    check,
  };
}

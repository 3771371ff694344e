import { join } from 'node:path';
import { InvalidDigest } from './errors.ts';

/**
 * Checks that a text is a SHA-256 in lower-case hexadecimal: the only texts that ever become paths, so that
 * no request can climb out of the store.
 * @throws InvalidDigest
 */
export function requireDigest(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new InvalidDigest();
}

/** Directories of a store. */
export interface Places {
  readonly root: string;
  /** Bytes by SHA-256, in 256 folders by the first two digits. */
  readonly blobs: string;
  /** SM3 digests, laid out like the blobs. */
  readonly sm3: string;
  /** Uploads not yet complete, a folder per process. */
  readonly staging: string;
  /** Blobs found altered when the same bytes came in again: kept for whoever asks what happened. */
  readonly altered: string;
}

/** Lays a store out under a directory. */
export function placesIn(root: string): Places {
  return {
    root,
    blobs: join(root, 'sha256'),
    sm3: join(root, 'sm3'),
    staging: join(root, 'staging'),
    altered: join(root, 'altered'),
  };
}

/** Folder of a digest within `blobs` or `sm3`. @throws InvalidDigest */
export function folderOf(base: string, sha256: string): string {
  requireDigest(sha256);
  return join(base, sha256.slice(0, 2));
}

/** File of a digest within `blobs` or `sm3`. @throws InvalidDigest */
export function fileOf(base: string, sha256: string): string {
  return join(folderOf(base, sha256), sha256);
}

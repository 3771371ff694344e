import { concat } from './bytes.ts';
import { subtle } from './platform.ts';
import { Unverified } from './unverified.ts';

/** SHA-256 by WebCrypto. */
export async function sha256(data: Uint8Array): Promise<Uint8Array> {
  const crypto = subtle();
  if (crypto === undefined)
    throw new Unverified('此环境未提供 WebCrypto，无法核验；请用 https 打开或换用新版浏览器');
  return new Uint8Array(await crypto.digest('SHA-256', data));
}

/** RFC 6962 leaf hash. The prefix keeps an inner node from being passed off as an entry. */
export function leafHash(entry: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(Uint8Array.of(0), entry));
}

/** RFC 6962 hash of an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

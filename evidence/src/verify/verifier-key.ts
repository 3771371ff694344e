import { fromBase64, toBase64 } from './base64.ts';
import { concat, hex, sameBytes } from './bytes.ts';
import { sha256 } from './digest.ts';
import { utf8 } from './platform.ts';
import { Unverified } from './unverified.ts';

/** Signature types of C2SP signed-note: a log's signature, and a witness's timestamped cosignature. */
export const SIGNATURE_TYPE = { log: 0x01, cosignature: 0x04 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** A public key as C2SP signed-note writes it: `name+id+base64(type || key)`. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes by which a signature line names its key; an address, not a proof. */
  readonly id: Uint8Array;
  readonly type: SignatureType;
  /** 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array;
}

/** Whether a text may be the name of a key: not empty, no blank, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}]/u.test(name);
}

/** What the key id is the first four bytes of the SHA-256 of. */
export function keyIdMaterial(name: string, type: SignatureType, publicKey: Uint8Array): Uint8Array {
  return concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey);
}

/** Writes a key in verifier-key form. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${hex(key.id)}+${toBase64(concat(Uint8Array.of(key.type), key.publicKey))}`;
}

/**
 * Reads a verifier key of the given type.
 * @throws Unverified when malformed, of another type, or when its id is not that of its content
 */
export async function parseVerifierKey(text: string, type: SignatureType): Promise<VerifierKey> {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const material = fromBase64(match?.[3] ?? '');
  const name = match?.[1] ?? '';
  if (!isKeyName(name) || material?.length !== 33) throw new Unverified('公钥格式不正确');
  if (material[0] !== type) throw new Unverified('公钥种类不符：日志公钥与见证人公钥不能互用');
  const publicKey = material.slice(1);
  const id = (await sha256(keyIdMaterial(name, type, publicKey))).slice(0, 4);
  if (hex(id) !== match?.[2]) throw new Unverified('公钥的编号与内容不符');
  return { name, id, type, publicKey };
}

/** Whether a signature line was, by its name and id, made with this key. */
export function isBy(key: VerifierKey, line: { readonly name: string; readonly keyId: Uint8Array }): boolean {
  return line.name === key.name && sameBytes(line.keyId, key.id);
}

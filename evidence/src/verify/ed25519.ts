import { subtle } from './platform.ts';
import { Unverified } from './unverified.ts';

type Verifies = (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => Promise<boolean>;

let offered: Verifies | undefined;

/** Offers another way for platforms whose WebCrypto has no Ed25519, as browsers before 2025. */
export function offerEd25519(verifies: Verifies): void {
  offered = verifies;
}

/**
 * Checks an Ed25519 signature by WebCrypto.
 * @throws Unverified where neither the platform nor an offer has Ed25519: unable is not the same as wrong
 */
export async function ed25519Verifies(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const crypto = subtle();
  if (crypto === undefined)
    throw new Unverified('此环境未提供 WebCrypto，无法核验；请用 https 打开或换用新版浏览器');
  let key: object;
  try {
    key = await crypto.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  } catch {
    if (offered !== undefined && publicKey.length === 32)
      return signature.length === 64 && offered(publicKey, signature, message);
    throw new Unverified('此浏览器不支持 Ed25519 签名，或公钥无效；请换用新版浏览器核验');
  }
  return signature.length === 64 && (await crypto.verify('Ed25519', key, signature, message));
}

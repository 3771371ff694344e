/**
 * The part of the platform the verifier needs, named here so that this folder typechecks without the
 * types of a browser or of Node: it is read by both, and by programs that are neither.
 */
interface Subtle {
  digest(algorithm: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: readonly 'verify'[],
  ): Promise<object>;
  verify(algorithm: 'Ed25519', key: object, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

interface Platform {
  readonly crypto?: { readonly subtle?: Subtle };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}

const platform = globalThis as unknown as Platform;
const encoder = new platform.TextEncoder();

/**
 * WebCrypto, or `undefined` where the page was not opened over https or on the local machine: browsers
 * withhold it there.
 */
export function subtle(): Subtle | undefined {
  return platform.crypto?.subtle;
}

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

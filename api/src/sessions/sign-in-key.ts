import { createHmac, hkdfSync } from 'node:crypto';
import { keyFile } from '../acts/agency-key.ts';
import { decryptText, encryptText } from '../acts/authenticated.ts';

/** What signing in keeps secret from whoever has the database only. */
export interface SignInKey {
  readonly id: string;
  /** Bound to what it is for: sealed for one account or purpose, it opens for no other. */
  seal(text: string, what: string): Buffer;
  /** Nothing when it was sealed with another key, for something else, or has been tampered with. */
  open(sealed: Uint8Array, what: string): string | undefined;
  digest(text: string): string;
}

/** The key lies in a file of its own beside those of the agencies, made when first needed. */
export function signInKey(file: string): SignInKey {
  const { id, bytes } = keyFile(file);
  const part = (label: string) => Buffer.from(hkdfSync('sha256', bytes, '', label, 32));
  const sealing = part('sealing');
  const digesting = part('digest');
  return {
    id,
    seal: (text, what) => encryptText(sealing, text, what),
    open: (sealed, what) => {
      try {
        return decryptText(sealing, sealed, what);
      } catch {
        return undefined;
      }
    },
    digest: (text) => createHmac('sha256', digesting).update(text).digest('hex'),
  };
}

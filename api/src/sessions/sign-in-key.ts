import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { keyFile } from '../acts/agency-key.ts';

/** What signing in keeps secret from whoever has the database only. */
export interface SignInKey {
  readonly id: string;
  /** Bound to what it is for: sealed for one account or purpose, it opens for no other. */
  seal(text: string, what: string): Buffer;
  /** Nothing when it was sealed with another key, for something else, or has been tampered with. */
  open(sealed: Uint8Array, what: string): string | undefined;
  digest(text: string): string;
}

const nonceLength = 12;
const tagLength = 16;

/** The key lies in a file of its own beside those of the agencies, made when first needed. */
export function signInKey(file: string): SignInKey {
  const { id, bytes } = keyFile(file);
  const part = (label: string) => Buffer.from(hkdfSync('sha256', bytes, '', label, 32));
  const sealing = part('sealing');
  const digesting = part('digest');
  return {
    id,
    seal: (text, what) => {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(what));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed, what) => {
      const all = Buffer.from(sealed);
      if (all.length < nonceLength + tagLength) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealing, all.subarray(0, nonceLength), {
        authTagLength: tagLength,
      }).setAAD(Buffer.from(what));
      decipher.setAuthTag(all.subarray(nonceLength, nonceLength + tagLength));
      try {
        return Buffer.concat([
          decipher.update(all.subarray(nonceLength + tagLength)),
          decipher.final(),
        ]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    digest: (text) => createHmac('sha256', digesting).update(text).digest('hex'),
  };
}

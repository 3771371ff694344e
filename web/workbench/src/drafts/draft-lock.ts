/** Something encrypted: only whoever signs in to the same account again can read it. */
interface Locked {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** What lies in the browser of a draft: encrypted, or in plain text where the browser offers no cryptography. */
export type Kept = { readonly locked: Locked } | { readonly open: string };

export interface DraftLock {
  /** Nobody else at this machine can read what it keeps, so identity data may be among it. */
  readonly safe: boolean;
  close: (content: unknown) => Promise<Kept>;
  /** Undefined for what was kept under another key or has been damaged. */
  open: (kept: Kept) => Promise<unknown>;
}

/**
 * Drafts lie on a machine that others use too, so they are encrypted with a key that the server alone keeps for the
 * account and hands out with the session. A browser has cryptography only on a safe connection (https, or this very
 * machine); elsewhere drafts stay in plain text and without identity data.
 */
export function draftLock(key: string, subtle: SubtleCrypto | undefined): DraftLock {
  if (subtle === undefined) return openLock;
  const imported = subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  // Whoever asks hears of a failed import; nobody asking must not end the page.
  imported.catch(() => undefined);
  return {
    safe: true,
    close: async (content) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(content));
      return { locked: { iv, bytes: await subtle.encrypt({ name: 'AES-GCM', iv }, await imported, text) } };
    },
    open: async (kept) => {
      if (!('locked' in kept)) return openLock.open(kept);
      const { iv, bytes } = kept.locked;
      try {
        const text = await subtle.decrypt({ name: 'AES-GCM', iv }, await imported, bytes);
        return JSON.parse(new TextDecoder().decode(text)) as unknown;
      } catch {
        return undefined;
      }
    },
  };
}

const openLock: DraftLock = {
  safe: false,
  close: async (content) => ({ open: JSON.stringify(content) }),
  open: async (kept) => {
    try {
      return 'open' in kept ? (JSON.parse(kept.open) as unknown) : undefined;
    } catch {
      return undefined;
    }
  },
};

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

import type { TypedMap } from '../fields/typed.ts';

/** What is kept of a form that has not been sent: enough to go on after a power cut, and to send it only once. */
export interface Draft {
  /** The act's id: the same draft sent twice happens once. */
  readonly id: string;
  /** Version of the file its writer had before their eyes. */
  readonly version: number;
  readonly values: FormValues;
}

export interface FormValues {
  readonly input: TypedMap;
  readonly record: TypedMap;
  /** Local date and time, `2026-03-12T09:10`; only for what has happened. */
  readonly occurredAt?: string | undefined;
  /** The delegation it is done under; absent in one's own name. */
  readonly delegation?: string | undefined;
}

export interface DraftStore {
  load: () => Draft | undefined;
  /** Tells whether it could be kept: the browser may refuse. */
  save: (draft: Draft) => boolean;
  clear: () => void;
}

/** The key of a draft: whose, on which file, of which act. */
export function draftKey(...parts: readonly string[]): string {
  return ['zhaozhang.draft', ...parts.map(encodeURIComponent)].join('/');
}

/** The draft of one account for one form. Whatever cannot be read back is no draft. */
export function draftStore(
  place: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
): DraftStore {
  return {
    load: () => {
      try {
        const draft: unknown = JSON.parse(place.getItem(name) ?? 'null');
        return isDraft(draft) ? draft : undefined;
      } catch {
        return undefined;
      }
    },
    save: (draft) => {
      try {
        place.setItem(name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    clear: () => {
      try {
        place.removeItem(name);
      } catch {
        // A browser that keeps nothing has nothing to remove.
      }
    },
  };
}

function isDraft(draft: unknown): draft is Draft {
  if (typeof draft !== 'object' || draft === null) return false;
  const { id, version, values } = draft as Partial<Record<keyof Draft, unknown>>;
  if (typeof id !== 'string' || typeof version !== 'number' || typeof values !== 'object' || values === null)
    return false;
  return 'input' in values && 'record' in values;
}

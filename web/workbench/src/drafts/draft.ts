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

/** Where a form stands, so that its writer finds it again. */
export interface DraftPlace {
  /** What the form is called. */
  readonly label: string;
  /** The case it is about; absent where there is none yet. */
  readonly of?: string | undefined;
  /** Its address, beginning with `#`. */
  readonly href: string;
}

/** The name of a draft within an account: on which file, of which act. */
export function draftName(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** Whatever does not read as a draft is none: the form then begins anew. */
export function asDraft(content: unknown): Draft | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { id, version, values } = content as Partial<Record<keyof Draft, unknown>>;
  if (typeof id !== 'string' || typeof version !== 'number') return undefined;
  if (typeof values !== 'object' || values === null) return undefined;
  return 'input' in values && 'record' in values ? (content as Draft) : undefined;
}

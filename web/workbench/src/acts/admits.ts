import type { ActRequest } from '@zhaozhang/api/contract';

/** Defects the writer admits, by the code of the refusal, each with the reason. */
export type Admits = ReadonlyMap<string, string>;

/** What is sent of them; a reason too short is sent as it is, and the server says so. */
export function sentAdmits(admits: Admits): NonNullable<ActRequest['admits']> {
  return [...admits].map(([code, reason]) => ({ code, reason: reason.trim() }));
}

import type { ActRequest, RefusalView } from '@zhaozhang/api/contract';
import type { Fault } from '../fields/to-wire.ts';

/** Defects the writer admits, by the code of the refusal, each with the reason. */
export type Admits = ReadonlyMap<string, string>;

/** What is sent of them. */
export function sentAdmits(admits: Admits): NonNullable<ActRequest['admits']> {
  return [...admits].map(([code, reason]) => ({ code, reason: reason.trim() }));
}

/** Is the refusal one of those whose defect is admitted? */
export function isAdmitted(refusal: RefusalView, admits: NonNullable<ActRequest['admits']>): boolean {
  return refusal.admissible && admits.some((one) => one.code === refusal.code);
}

const SHORTEST = 4;

/** A defect without a reason is not admitted but passed over. */
export function faultsOf(admits: Admits): readonly Fault[] {
  const short = [...admits].filter(([, reason]) => reason.trim().length < SHORTEST);
  return short.map(([code]) => ({ path: `admits.${code}`, says: '请写明原因或者理由，不少于四个字' }));
}

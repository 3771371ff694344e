import { entriesOf } from '../state.ts';
import type { CaseState, EntryData, EntryOf } from '../state.ts';

/** One sum obtained by the conduct, and what of it was lawfully returned to those who paid. */
export interface GainsLine {
  readonly item: string;
  /** Fen. */
  readonly obtained: number;
  readonly returned?: number | undefined;
  /** The voucher of the return: without one nothing counts as returned. */
  readonly proof?: string | undefined;
}

/** The method by which all receipts count, costs included, unless the law lays down another (处罚法第二十八条). */
export const allReceipts = 'all-receipts';

/** What is to be confiscated, in fen: obtained less lawfully returned, line by line, and never less than nothing. */
export function gainsDue({ lines, method, costs = 0 }: EntryData['gains-computation']): number {
  const left = lines.reduce((sum, line) => sum + Math.max(0, line.obtained - returnedOf(line)), 0);
  return Math.max(0, left - (method === allReceipts ? 0 : costs));
}

function returnedOf({ returned = 0, proof = '' }: GainsLine): number {
  return proof.trim() === '' ? 0 : returned;
}

/** The computation that stands for a party: the latest one. */
export function gainsOf(state: CaseState, party: string): EntryOf<'gains-computation'> | undefined {
  return entriesOf(state, 'gains-computation').findLast((entry) => entry.data.party === party);
}

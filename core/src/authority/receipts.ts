import { z } from 'zod';
import { onceStream } from '../series/take-once.ts';
import type { Day, Instant } from '../time/index.ts';
import type { AgencyState } from './state.ts';

/** 罚款专用票据 (处罚法第七十条): numbered receipts of the finance authorities, handed in ranges to those who may collect. */

/** A range of numbers handed to one officer, both ends included. */
export interface ReceiptRange {
  readonly id: string;
  /** Code of the set `receipt-issuer`. */
  readonly issuer: string;
  readonly first: string;
  readonly last: string;
  readonly holder: string;
  readonly from: Day;
}

/** A receipt spoilt or lost: it can no longer be given to anybody. */
export interface VoidReceipt {
  readonly number: string;
  readonly reason: string;
  readonly at: Instant;
}

/** As printed: a head that is the same all through the range, then digits. */
export const receiptNumber = z
  .string()
  .regex(/^[A-Z0-9-]{0,20}[0-9]{1,15}$/, '票据号只用大写字母、数字和连字符，末尾是数字');

export function receiptStream(agency: string, number: string): string {
  return onceStream(agency, 'fiscal-receipt', number);
}

export function receiptRanges(agency: AgencyState): readonly ReceiptRange[] {
  return Object.values(agency.receipts ?? {});
}

/** The range a number lies in. */
export function rangeOf(agency: AgencyState, number: string): ReceiptRange | undefined {
  return receiptRanges(agency).find((range) => contains(range, number));
}

/** Has it been declared void by then? */
export function isVoided(agency: AgencyState, number: string, at?: Instant): boolean {
  return (agency.voidReceipts ?? []).some(
    (one) => one.number === number && (at === undefined || one.at <= at),
  );
}

/** Numbers of one length and one head are ordered as their text is. */
export function isRange({ first, last }: Pick<ReceiptRange, 'first' | 'last'>): boolean {
  return first.length === last.length && headOf(first) === headOf(last) && first <= last;
}

export function overlaps(a: ReceiptRange, b: ReceiptRange): boolean {
  return contains(a, b.first) || contains(b, a.first);
}

function contains({ first, last }: ReceiptRange, number: string): boolean {
  return isRange({ first, last: number }) && isRange({ first: number, last });
}

function headOf(number: string): string {
  return number.replace(/[0-9]+$/, '');
}

import type { CaseRow } from '@zhaozhang/api/contract';

/** The numbers a case goes by. What was decided on the spot was never filed, and has only that of its decision. */
export function numbersOf({ number, documentNumber }: Pick<CaseRow, 'number' | 'documentNumber'>): string {
  return [number, documentNumber].filter((one) => one !== undefined).join(' · ') || '尚未立案';
}

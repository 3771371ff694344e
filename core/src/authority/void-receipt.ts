import { z } from 'zod';
import { defineAct } from '../act.ts';
import { isTaken, takeOnce } from '../series/take-once.ts';
import { isVoided, rangeOf, receiptNumber, receiptStream } from './receipts.ts';

/**
 * 作废罚款票据 (处罚法第七十条): a receipt spoilt or lost, and why. Its number is used up with it, so that it cannot be given to
 * anybody at the same moment.
 */
export const voidReceipt = defineAct({
  name: 'agency.void-receipt',
  event: 'agency.receipt-voided',
  label: '作废罚款票据',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    number: receiptNumber.meta({ label: '票据号' }),
    reason: z.string().trim().min(4, '请写明作废的理由').max(200).meta({ label: '作废的理由' }),
  }),
  reads: (act) => [streamOf(act)],
  invariants: (state, act, { refs }) => {
    const { number } = act.input;
    const invalid = (because: string, says: string, remedy?: string) => [
      {
        code: 'RECEIPT_INVALID',
        because,
        field: 'input.number',
        remedy: { says, ...(remedy === undefined ? {} : { act: remedy }) },
      },
    ];
    if (rangeOf(state, number) === undefined)
      return invalid('票据号不在已登记的号段之内', '核对票据号；漏登的先登记', 'agency.register-receipts');
    if (isVoided(state, number)) return invalid('这张票据已经作废', '核对票据号');
    return isTaken(refs.series, streamOf(act)) === true
      ? invalid('这张票据已经用于收缴罚款，不能作废', '核对票据号；登记有误的在案卷中更正')
      : [];
  },
  consequences: (_state, act, context) => ({
    others: [takeOnce(act, context, streamOf(act), act.input.number).taken],
  }),
  apply: (state, event) => ({
    ...state,
    voidReceipts: [...(state.voidReceipts ?? []), { ...event.input, at: event.at }],
  }),
});

function streamOf(act: { readonly agency: string; readonly input: unknown }): string {
  const { number } = (act.input ?? {}) as { readonly number?: unknown };
  return receiptStream(act.agency, String(number));
}

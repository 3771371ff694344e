import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { day, localId, ownId } from './inputs.ts';
import { isRange, overlaps, receiptNumber, receiptRanges } from './receipts.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记罚款票据 (处罚法第七十条): a range of receipts of the finance authorities and the officer who holds it. Entered again with
 * the same numbers it has passed to another officer; the numbers of a range never change, for some may have been used.
 */
export const registerReceipts = defineAct({
  name: 'agency.register-receipts',
  event: 'agency.receipts-registered',
  label: '登记罚款票据',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '批次编号' }),
    issuer: code('receipt-issuer', '制发机关'),
    first: receiptNumber.meta({ label: '起始票据号' }),
    last: receiptNumber.meta({ label: '终止票据号' }),
    holder: localId.meta({ label: '领用人', ref: 'officer' }),
    from: day.meta({ label: '领用日期' }),
  }),
  invariants: (state, act) => {
    const { id, first, last, holder } = act.input;
    if (!Object.hasOwn(state.officers, holder))
      return [
        {
          code: 'OFFICER_UNKNOWN',
          because: '领用人不在机关名录中',
          field: 'input.holder',
          remedy: { says: '先登记该人员', act: 'agency.register-officer' },
        },
      ];
    if (!isRange(act.input)) return wrongInput('起止票据号不成一段', 'last', '核对起止票据号');
    const before = receiptRanges(state).find((range) => range.id === id);
    if (before !== undefined && (before.first !== first || before.last !== last))
      return wrongInput('这一批次已登记为另一号段', 'id', '换一个批次编号；转领的照原号段登记', 'ID_TAKEN');
    return receiptRanges(state).some((range) => range.id !== id && overlaps(range, act.input))
      ? wrongInput('号段与已登记的批次重叠', 'first', '核对起止票据号', 'RECEIPT_RANGE_TAKEN')
      : [];
  },
  apply: (state, event) => ({
    ...state,
    receipts: { ...state.receipts, [event.input.id]: event.input },
  }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, money } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { receiptsOf } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { overturningOf } from './executing.ts';

/** 执行回转 (行政强制法第四十一条): money given back, things returned, the former state restored, or compensation paid. */
export const restoreExecution = defineAct({
  name: 'case.restore-execution',
  event: 'case.execution-restored',
  label: '执行回转',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  kinds: ['execution'],
  creates: 'restoration',
  input: z.strictObject({
    items: z
      .array(
        z.strictObject({
          what: z.string().trim().min(2, '请写明款物').max(200).meta({ label: '已经执行的款物或者状态' }),
          way: code('restoration-way', '怎样回转'),
          amount: z.optional(money('金额')),
          voucher: z.optional(z.string().trim().min(2).max(200).meta({ label: '凭证' })),
        }),
      )
      .min(1, '至少列一项')
      .max(200)
      .meta({ label: '回转清单' }),
  }),
  standing: (state) =>
    overturningOf(state) === undefined
      ? [
          {
            code: 'NOTHING_TO_RESTORE',
            because: '本案没有登记执行依据被撤销、变更或者执行错误',
            remedy: { says: '有变动的先登记', act: 'case.record-overturning' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'restoration', event.input),
  prefill: (state) => {
    const [party] = presentParties(state);
    const sum =
      party === undefined ? 0 : receiptsOf(state, party.id).reduce((total, { amount }) => total + amount, 0);
    return sum === 0 ? {} : { input: { items: [{ what: '已经执行的款项', way: 'refund', amount: sum }] } };
  },
});

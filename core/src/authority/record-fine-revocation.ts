import { z } from 'zod';
import { defineAct } from '../act.ts';
import { fineOf, revokeFine } from '../fines/enter-fine.ts';
import { shelvesOf } from '../fines/shelf.ts';
import { dayOf } from '../time/index.ts';
import { day } from './inputs.ts';
import { partySent } from './party-sent.ts';

/**
 * 登记罚款被撤销 (处罚法第二十九条): by the agency itself, on reconsideration or by a court. What has been revoked was never
 * a fine, so the conduct may be fined.
 */
export const recordFineRevocation = defineAct({
  name: 'agency.record-fine-revocation',
  event: 'agency.fine-revocation-recorded',
  label: '登记罚款被撤销',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    number: z.string().trim().min(1, '请写明文号').max(100).meta({ label: '被撤销的决定书文号' }),
    name: z.string().trim().min(1, '请写明当事人').max(100).meta({ label: '当事人的姓名或者名称' }),
    code: z.optional(z.string().trim().min(1).max(100).meta({ label: '统一社会信用代码' })),
    on: day.meta({ label: '撤销的日期' }),
    document: z.string().trim().min(1, '请写明文书').max(100).meta({ label: '撤销的文书和文号' }),
  }),
  reads: (act) => shelvesOf(act.agency, partySent(act)),
  invariants: (_state, act, context) => {
    const fine = fineOf(context, act.agency, { party: partySent(act), number: act.input.number });
    if (fine === undefined)
      return [
        {
          code: 'FORMER_FINE_UNKNOWN',
          because: '这名当事人名下没有这一文号的罚款',
          field: 'input.number',
          remedy: { says: '核对当事人和文号；没有登记的先登记', act: 'agency.register-former-fine' },
        },
      ];
    return act.input.on < fine.decidedOn || act.input.on > dayOf(act.occurredAt)
      ? [
          {
            code: 'INPUT_INVALID',
            because: '撤销的日期早于罚款或者还没有到',
            field: 'input.on',
            remedy: { says: '核对撤销的日期' },
          },
        ]
      : [];
  },
  consequences: (_state, act, context) => {
    const { number, on, document } = act.input;
    return { others: revokeFine(act, context, { party: partySent(act), number, on, document }) };
  },
  apply: (state) => state,
});

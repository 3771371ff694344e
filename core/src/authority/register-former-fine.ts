import { z } from 'zod';
import { defineAct } from '../act.ts';
import { bases, money } from '../case/inputs.ts';
import { enterFines } from '../fines/enter-fine.ts';
import { shelvesOf } from '../fines/shelf.ts';
import { dayOf } from '../time/index.ts';
import { basisById } from './legal-basis.ts';
import { day } from './inputs.ts';
import { partySent } from './party-sent.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记既往罚款 (处罚法第二十九条): a fine that this system did not see imposed, by another agency or from before it was in
 * use. Those decided here are kept by the decision itself.
 */
export const registerFormerFine = defineAct({
  name: 'agency.register-former-fine',
  event: 'agency.former-fine-registered',
  label: '登记既往罚款',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    number: z.string().trim().min(1, '请写明文号').max(100).meta({ label: '决定书文号' }),
    agency: z.string().trim().min(1, '请写明机关').max(100).meta({ label: '作出罚款的机关' }),
    name: z.string().trim().min(1, '请写明当事人').max(100).meta({ label: '当事人的姓名或者名称' }),
    code: z.optional(z.string().trim().min(1).max(100).meta({ label: '统一社会信用代码' })),
    decidedOn: day.meta({ label: '作出决定的日期' }),
    amount: z.optional(money('罚款金额')),
    cause: z.string().trim().min(1, '请写明案由').max(200).meta({ label: '案由' }),
    bases: z.optional(bases),
    conductOn: z.optional(day.meta({ label: '违法行为发生日（连续的填终了日）' })),
  }),
  reads: (act) => shelvesOf(act.agency, partySent(act)),
  invariants: (state, act) => {
    const { decidedOn, conductOn } = act.input;
    if (decidedOn > dayOf(act.occurredAt))
      return wrongInput('作出决定的日期还没有到', 'decidedOn', '核对作出决定的日期');
    if (conductOn !== undefined && conductOn > decidedOn)
      return wrongInput('违法行为发生在罚款之后', 'conductOn', '核对违法行为发生日和作出决定的日期');
    return (act.input.bases ?? []).every((id) => basisById(state, id) !== undefined)
      ? []
      : [
          {
            code: 'BASIS_UNKNOWN',
            because: '所选依据没有登记',
            field: 'input.bases',
            remedy: { says: '先登记，再从机关登记的依据中选择', act: 'agency.register-basis' },
          },
        ];
  },
  consequences: (_state, act, context) => {
    const { number, agency, decidedOn, amount, cause, conductOn } = act.input;
    return {
      others: enterFines(act, context, [
        {
          number,
          agency,
          party: partySent(act),
          decidedOn,
          ...(amount === undefined ? {} : { amount }),
          cause,
          bases: act.input.bases ?? [],
          ...(conductOn === undefined ? {} : { conductOn }),
          conductBy: conductOn ?? decidedOn,
        },
      ]),
    };
  },
  apply: (state) => state,
});

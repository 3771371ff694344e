import { z } from 'zod';
import { defineAct } from '../act.ts';
import { moment } from '../case/inputs.ts';
import { enterFiling } from '../fines/enter-filing.ts';
import { shelvesOf } from '../fines/shelf.ts';
import { dayOf, parseInstant } from '../time/index.ts';
import { day } from './inputs.ts';
import { partySent } from './party-sent.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记他机关立案 (处罚法第二十五条第一款): where several agencies may punish a conduct it is whose case was opened first, to
 * the minute. No agency reads the files of another, so what another tells of its filing is kept under the party's name.
 */
export const registerOtherFiling = defineAct({
  name: 'agency.register-other-filing',
  event: 'agency.other-filing-registered',
  label: '登记他机关立案',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    agency: z.string().trim().min(2, '请写明机关').max(100).meta({ label: '立案的机关' }),
    number: z.string().trim().min(1, '请写明文号').max(100).meta({ label: '立案文号' }),
    filedAt: moment.meta({ label: '立案的时刻', moment: true }),
    name: z.string().trim().min(1, '请写明当事人').max(100).meta({ label: '当事人的姓名或者名称' }),
    code: z.optional(z.string().trim().min(1).max(100).meta({ label: '统一社会信用代码' })),
    cause: z.string().trim().min(2, '请写明案由').max(200).meta({ label: '案由' }),
    place: z.string().trim().min(2, '请写明违法行为发生地').max(200).meta({ label: '违法行为发生地' }),
    conductFrom: z.optional(day.meta({ label: '违法行为起始日（连续的填写）' })),
    conductOn: z.optional(day.meta({ label: '违法行为发生日（连续的填终了日）' })),
  }),
  reads: (act) => shelvesOf(act.agency, partySent(act)),
  invariants: (_state, act, context) => {
    const { filedAt, conductFrom, conductOn } = act.input;
    const filed = parseInstant(filedAt) ?? context.now;
    if (filed > context.now) return wrongInput('立案的时刻还没有到', 'filedAt', '核对立案的时刻');
    if (conductOn !== undefined && conductOn > dayOf(filed))
      return wrongInput('违法行为发生在立案之后', 'conductOn', '核对违法行为发生日和立案的时刻');
    return conductFrom !== undefined && conductFrom > (conductOn ?? dayOf(filed))
      ? wrongInput('违法行为的起始日晚于终了日', 'conductFrom', '核对违法行为的起止日')
      : [];
  },
  consequences: (_state, act, context) => {
    const { name: _name, code: _code, filedAt, ...told } = act.input;
    return {
      others: enterFiling(act, context, {
        ...told,
        filedAt: parseInstant(filedAt) ?? context.now,
        party: partySent(act),
      }),
    };
  },
  apply: (state) => state,
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { withChange } from './changes.ts';
import { awaitsDivision } from './competence.ts';
import { day, localId } from './inputs.ts';

/**
 * 登记职责划分的确定: what the government answered when it was asked whose a matter is (责任追究办法第八条). It counts from
 * the moment it is registered, not from the day it bears: until then nobody here could know that the matter was theirs.
 */
export const determineDivision = defineAct({
  name: 'agency.determine-division',
  event: 'agency.division-determined',
  label: '登记职责划分的确定',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    competence: localId.meta({ label: '待定责的职权', ref: 'competence-in-question' }),
    share: code('division-of-duties', '政府确定由谁办理'),
    document: z.string().trim().min(2, '请写明确定文件').max(100).meta({ label: '确定文件的名称或者文号' }),
    on: day.meta({ label: '确定文件的日期' }),
  }),
  invariants: (state, act) => {
    const { competence, on } = act.input;
    const found = state.competences?.find((one) => one.id === competence);
    if (found === undefined || !awaitsDivision(found))
      return [
        {
          code: 'NOTHING_PENDING',
          because: '这一职权没有正在报请政府确定的职责划分',
          field: 'input.competence',
          remedy: { says: '核对职权；划分不明的先登记请示', act: 'agency.register-competence' },
        },
      ];
    return on > dayOf(act.occurredAt)
      ? [
          {
            code: 'INPUT_INVALID',
            because: '确定文件的日期还没有到',
            field: 'input.on',
            remedy: { says: '按文件上的日期填写' },
          },
        ]
      : [];
  },
  apply: (state, event) => {
    const { competence, share, document } = event.input;
    const next = {
      ...state,
      competences: (state.competences ?? []).map((one) =>
        one.id === competence ? { ...one, division: { share, document, determinedAt: event.at } } : one,
      ),
    };
    const item = next.competences.find((one) => one.id === competence)?.item ?? '';
    return withChange(next, event, 'function', `${item}的职责划分`);
  },
});

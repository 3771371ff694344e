import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { isUnsettled } from './competence.ts';
import { day, localId } from './inputs.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记职责分工的确定 (过错责任追究办法第八条): the government has said whose a matter is that several departments could claim.
 * Until then nobody opens a case on it.
 */
export const settleDivision = defineAct({
  name: 'agency.settle-division',
  event: 'agency.division-settled',
  label: '登记职责分工的确定',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    competence: localId.meta({ label: '待定责的事项', ref: 'unsettled-item' }),
    document: z.string().trim().min(2, '请写明文号').max(100).meta({ label: '确定文件的文号' }),
    on: day.meta({ label: '确定之日' }),
    division: code('duty-division', '确定的职责分工'),
    text: z.string().trim().min(4, '写明各部门办什么').max(300).meta({ label: '各部门的职责' }),
  }),
  invariants: (state, act) => {
    const { competence, on, division } = act.input;
    const item = (state.competences ?? []).find((one) => one.id === competence);
    if (item === undefined || !isUnsettled(item))
      return wrongInput('这一事项不在待定责', 'competence', '选择待定责的事项', 'STEP_ORDER');
    if (division === 'unclear')
      return wrongInput('确定文件没有定出由谁负责', 'division', '选择确定文件写明的分工；仍不明的继续请示');
    if (on > dayOf(act.occurredAt)) return wrongInput('确定之日还没有到', 'on', '收到确定文件之后再登记');
    return item.asked !== undefined && on < item.asked.on
      ? wrongInput('确定之日早于报送请示之日', 'on', '核对确定文件的日期')
      : [];
  },
  apply: (state, { input: { competence, document, on, division, text } }) => ({
    ...state,
    competences: (state.competences ?? []).map((one) =>
      one.id === competence ? { ...one, division, divisionText: text, settled: { document, on } } : one,
    ),
  }),
  prefill: (state) => {
    const [only, ...more] = (state.competences ?? []).filter(isUnsettled);
    return only === undefined || more.length > 0 ? {} : { input: { competence: only.id } };
  },
});

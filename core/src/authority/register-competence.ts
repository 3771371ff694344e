import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { withChange } from './changes.ts';
import { awaitsDivision, divisionSaid } from './competence.ts';
import { day, localId } from './inputs.ts';

/**
 * 登记职权 (处罚法第十七条): a matter the agency or a unit of it may punish, where and since when. Entered again under the
 * same id it replaces the entry, which is how a power that has passed to another agency gets its last day.
 */
export const registerCompetence = defineAct({
  name: 'agency.register-competence',
  event: 'agency.competence-registered',
  label: '登记职权',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: localId.meta({ label: '职权编号' }),
    item: z.string().trim().min(2, '请写明执法事项').max(100).meta({ label: '执法事项' }),
    region: z.string().trim().min(2, '请写明执法区域').max(60).meta({ label: '执法区域' }),
    unit: z.optional(localId.meta({ label: '行使职权的机构', ref: 'unit' })),
    source: z.optional(code('competence-source', '职权来源')),
    document: z.optional(z.string().trim().min(2).max(100).meta({ label: '来源文件的名称或者文号' })),
    article: z.optional(z.string().trim().min(1).max(100).meta({ label: '来源文件的条款' })),
    kinds: z.optional(
      z.array(code('sanction-kind', '处罚种类')).max(20).meta({ label: '明文授予的专属处罚种类' }),
    ),
    measures: z.optional(
      z.array(code('measure-kind', '强制措施')).max(20).meta({ label: '明文授予的强制措施' }),
    ),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act) => {
    const { id, unit, from, until } = act.input;
    const former = state.competences?.find((one) => one.id === id);
    const share = act.record['competence.division'];
    // What the government was asked is for it to answer: entering the matter again cannot answer in its place.
    if (
      former !== undefined &&
      awaitsDivision(former) &&
      share !== undefined &&
      share !== former.division?.share
    )
      return [
        {
          code: 'APPROVAL_PENDING',
          because: '这一事项的职责划分已经报请政府确定，还没有答复',
          field: 'record.competence.division',
          remedy: { says: '答复之后登记政府确定的文件', act: 'agency.determine-division' },
        },
      ];
    if (unit !== undefined && !Object.hasOwn(state.units, unit))
      return [
        {
          code: 'UNIT_UNKNOWN',
          because: '行使职权的机构尚未登记',
          field: 'input.unit',
          remedy: { says: '先登记该机构', act: 'agency.register-unit' },
        },
      ];
    return until !== undefined && until < from
      ? [
          {
            code: 'INPUT_INVALID',
            because: '终止日早于起始日',
            field: 'input.until',
            remedy: { says: '核对起止日' },
          },
        ]
      : [];
  },
  apply: (state, event) => {
    const former = state.competences?.find((one) => one.id === event.input.id);
    const others = (state.competences ?? []).filter((one) => one !== former);
    const division = divisionSaid(event.record, former);
    const entered = division === undefined ? event.input : { ...event.input, division };
    const next = { ...state, competences: [...others, entered] };
    // What an agency may do is published information: a power that ends or moves makes it out of date.
    return former !== undefined ? withChange(next, event, 'function', `${event.input.item}的职权变动`) : next;
  },
});

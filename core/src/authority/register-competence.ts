import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { withChange } from './changes.ts';
import type { Competence } from './competence.ts';
import { day, freeId, localId, ownId } from './inputs.ts';
import { basisById } from './legal-basis.ts';
import type { FieldMap } from '../canonical.ts';
import { dayOf, parseDay } from '../time/index.ts';

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
    id: ownId.meta({ label: '职权编号' }),
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
    // Absent in events from before they were asked.
    enforcement: z.optional(code('enforcement-kind', '执法类别')),
    object: z.optional(z.string().trim().min(2).max(100).meta({ label: '执法对象' })),
    bases: z.optional(z.array(localId).max(50).meta({ label: '执法依据', ref: 'basis' })),
    others: z.optional(
      z.string().trim().min(2, '请写明部门的名称').max(200).meta({ label: '同施一部法的其他部门' }),
    ),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act) => {
    const { unit, from, until, bases = [] } = act.input;
    if (unit !== undefined && !Object.hasOwn(state.units, unit))
      return [
        {
          code: 'UNIT_UNKNOWN',
          because: '行使职权的机构尚未登记',
          field: 'input.unit',
          remedy: { says: '先登记该机构', act: 'agency.register-unit' },
        },
      ];
    if (bases.some((id) => basisById(state, id) === undefined))
      return [
        {
          code: 'BASIS_UNKNOWN',
          because: '所选的执法依据中有的尚未登记',
          field: 'input.bases',
          remedy: { says: '先登记该依据', act: 'agency.register-basis' },
        },
      ];
    const { asked } = divisionIn(act.record);
    if (asked !== undefined && asked.on > dayOf(act.occurredAt))
      return [
        {
          code: 'INPUT_INVALID',
          because: '请示的报送之日还没有到',
          field: 'record.competence.requested-on',
          remedy: { says: '报送之后再登记' },
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
  prefill: (state, { now }) => ({
    input: {
      id: freeId(
        'item',
        (state.competences ?? []).map(({ id }) => id),
      ),
      from: dayOf(now),
    },
  }),
  apply: (state, event) => {
    const others = (state.competences ?? []).filter((one) => one.id !== event.input.id);
    const division = divisionIn(event.record);
    const settled = (state.competences ?? []).find((one) => one.id === event.input.id)?.settled;
    const entered = {
      ...event.input,
      ...division,
      // What the government has said stands until whose the matter is becomes unclear again.
      ...(settled === undefined || division.division === undefined || division.division === 'unclear'
        ? {}
        : { settled }),
    };
    const next = { ...state, competences: [...others, entered] };
    // What an agency may do is published information: a power that ends or moves makes it out of date.
    return others.length < (state.competences ?? []).length
      ? withChange(next, event, 'function', `${event.input.item}的职权变动`)
      : next;
  },
});

/** What the law alone asks for, whose the matter is among several departments, stands in the record. */
function divisionIn(record: FieldMap): Pick<Competence, 'division' | 'divisionText' | 'asked'> {
  const text = (field: string): string | undefined => {
    const value = record[field];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const division = text('competence.division');
  const divisionText = text('competence.division-text');
  const document = text('competence.request-number');
  const on = parseDay(text('competence.requested-on'));
  return {
    ...(division === undefined ? {} : { division }),
    ...(divisionText === undefined ? {} : { divisionText }),
    ...(document === undefined || on === undefined ? {} : { asked: { document, on } }),
  };
}

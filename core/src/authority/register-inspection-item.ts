import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code, localId } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { day } from './inputs.ts';
import { inspectionItem, inspectionsOf } from './inspections.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记检查事项: one line of the list of what may be inspected. Where it names another it stands in its place, which
 * is how one gets its day of publication or its last day.
 */
export const registerInspectionItem = defineAct({
  name: 'agency.register-inspection-item',
  event: 'agency.inspection-item-registered',
  label: '登记检查事项',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    // Without it a line is added; with it the list has this in its place.
    replaces: z.optional(localId.meta({ label: '所更新的事项（新增的不选）', ref: 'inspection-item' })),
    name: z.string().trim().min(2, '请写明检查事项').max(100).meta({ label: '检查事项' }),
    basis: z
      .string()
      .trim()
      .min(4, '写明法律、法规或者规章的名称和条款')
      .max(200)
      .meta({ label: '检查依据' }),
    rank: code('basis-rank', '依据的位阶'),
    objects: z.string().trim().min(2, '请写明检查对象').max(200).meta({ label: '检查对象' }),
    content: z.string().trim().min(2, '请写明检查内容').max(1000).meta({ label: '检查内容', long: true }),
    way: code('inspection-way', '检查方式'),
    publishedOn: z.optional(day.meta({ label: '公布日期' })),
    publishedIn: z.optional(z.string().trim().min(2).max(200).meta({ label: '公布载体' })),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act) => {
    const { replaces, from, until, publishedOn, publishedIn } = act.input;
    if (replaces !== undefined && inspectionItem(state, replaces) === undefined)
      return wrongInput('所更新的事项没有登记', 'replaces', '从已登记的事项中选择');
    if (until !== undefined && until < from) return wrongInput('终止日早于起始日', 'until', '核对起止日');
    if ((publishedOn === undefined) !== (publishedIn === undefined))
      return wrongInput(
        '公布的日期和载体应当一并写明',
        'publishedOn',
        '写明公布的日期和载体；尚未公布的两栏都不填',
      );
    return publishedOn !== undefined && publishedOn > dayOf(act.occurredAt)
      ? wrongInput('公布日期还没有到', 'publishedOn', '公布之后再登记公布日期')
      : [];
  },
  apply: (state, event) => {
    const before = inspectionsOf(state);
    const { replaces, ...item } = event.input;
    const id = replaces ?? event.actId;
    const others = before.items.filter((one) => one.id !== id);
    return { ...state, inspections: { ...before, items: [...others, { id, ...item }] } };
  },
});

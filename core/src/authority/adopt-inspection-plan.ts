import { z } from 'zod';
import { defineAct } from '../act.ts';
import { dayOf } from '../time/index.ts';
import { localId } from '../case/inputs.ts';
import { day } from './inputs.ts';
import { inspectionItem, inspectionsOf, lineAddress } from './inspections.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 制定年度检查计划: what is inspected this year, of whom, how often and when, and how often one enterprise may be visited.
 * Where it names another it stands in its place; a line from which lots were drawn stays.
 */
export const adoptInspectionPlan = defineAct({
  name: 'agency.adopt-inspection-plan',
  event: 'agency.inspection-plan-adopted',
  label: '制定年度检查计划',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    replaces: z.optional(localId.meta({ label: '所调整的计划（新定的不选）', ref: 'inspection-plan' })),
    year: z.number().int().min(2000).max(2200).meta({ label: '年度' }),
    title: z.string().trim().min(4, '请写明计划的名称').max(200).meta({ label: '计划的名称和文号' }),
    yearlyCap: z.optional(z.number().int().min(1).max(365).meta({ label: '同一企业年度检查次数的上限' })),
    publishedOn: z.optional(day.meta({ label: '公布日期' })),
    publishedIn: z.optional(z.string().trim().min(2).max(200).meta({ label: '公布载体' })),
    lines: z
      .array(
        z.strictObject({
          id: localId.meta({ label: '编号' }),
          item: localId.meta({ label: '检查事项', ref: 'inspection-item' }),
          objects: z.string().trim().min(2, '请写明检查对象').max(200).meta({ label: '检查对象' }),
          share: z.optional(z.number().int().min(1).max(100).meta({ label: '抽查比例（百分之）' })),
          times: z.number().int().min(1).max(12).meta({ label: '年度次数' }),
          from: day.meta({ label: '自' }),
          until: day.meta({ label: '至' }),
          joint: z.optional(z.string().trim().min(2).max(200).meta({ label: '联合检查的机关' })),
        }),
      )
      .min(1, '至少写一项检查')
      .max(100)
      .meta({ label: '计划的各项检查' }),
  }),
  invariants: (state, act) => {
    const { replaces, year, lines, publishedOn, publishedIn } = act.input;
    const id = replaces ?? act.id;
    if (replaces !== undefined && inspectionsOf(state).plans.every((one) => one.id !== replaces))
      return wrongInput('所调整的计划没有登记', 'replaces', '从已登记的计划中选择');
    if (lines.some(({ item }) => inspectionItem(state, item) === undefined))
      return [
        {
          code: 'ITEM_UNKNOWN',
          because: '计划中有的检查事项没有登记',
          field: 'input.lines',
          remedy: { says: '先登记检查事项', act: 'agency.register-inspection-item' },
        },
      ];
    if (new Set(lines.map((line) => line.id)).size < lines.length)
      return wrongInput('两项检查用了同一编号', 'lines', '每项检查各用一个编号');
    if (lines.some(({ from, until }) => until < from || !inYear(from, year) || !inYear(until, year)))
      return wrongInput('检查的起止日不在计划的年度之内', 'lines', '核对各项检查的起止日');
    if ((publishedOn === undefined) !== (publishedIn === undefined))
      return wrongInput(
        '公布的日期和载体应当一并写明',
        'publishedOn',
        '写明公布的日期和载体；尚未公布的两栏都不填',
      );
    if (publishedOn !== undefined && publishedOn > dayOf(act.occurredAt))
      return wrongInput('公布日期还没有到', 'publishedOn', '公布之后再登记公布日期');
    const kept = new Set(lines.map((line) => lineAddress({ id }, line)));
    return inspectionsOf(state).draws.some(({ line }) => line.startsWith(`${id}/`) && !kept.has(line))
      ? wrongInput('去掉的一项检查已经封存过抽查名单', 'lines', '保留已经封存过名单的各项检查')
      : [];
  },
  apply: (state, event) => {
    const before = inspectionsOf(state);
    const { replaces, ...plan } = event.input;
    const id = replaces ?? event.actId;
    const others = before.plans.filter((one) => one.id !== id);
    return { ...state, inspections: { ...before, plans: [...others, { id, ...plan }] } };
  },
});

function inYear(on: string, year: number): boolean {
  return on.startsWith(`${year}-`);
}

import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { Structural } from '../act.ts';
import { dayOf } from '../time/index.ts';
import { day } from './inputs.ts';
import { allNamesOf } from './names.ts';
import { deviates, isOfType, overrideFaults, packValue } from './own-values.ts';
import type { OwnValueKept } from './own-values.ts';

/**
 * 自定取值: a value the packs leave to the agency, or one it sets more strictly than they do. It counts from its day on
 * and reaches back to nothing: what has been sent, begun or decided before stays under what counted then.
 */
export const adoptParameter = defineAct({
  name: 'agency.adopt-parameter',
  event: 'agency.parameter-adopted',
  label: '自定取值',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    param: z.string().min(1).max(100).meta({ label: '参数' }),
    value: z
      .union([z.number().int(), z.boolean(), z.string().max(200), z.array(z.string().max(100))])
      .meta({ label: '取值' }),
    from: day.meta({ label: '自' }),
    approvedBy: z.string().trim().min(2, '请写明批准人').max(60).meta({ label: '批准人' }),
    approvedOn: day.meta({ label: '批准之日' }),
    document: z.optional(z.string().trim().min(2).max(100).meta({ label: '文号' })),
    reason: z.string().trim().min(4, '请写明理由').max(500).meta({ label: '理由', long: true }),
    confirmation: z.optional(
      z
        .strictObject({
          document: z.string().trim().min(2, '请写明确认的文号').max(100).meta({ label: '确认的文号' }),
          on: day.meta({ label: '确认之日' }),
        })
        .meta({ label: '上级机关的确认' }),
    ),
  }),
  invariants: (state, act, { law }): readonly Structural[] => {
    const { param: id, value, from, approvedOn, confirmation } = act.input;
    const param = law.params[id];
    if (param?.form === undefined)
      return [
        {
          code: 'PARAM_UNKNOWN',
          because: '现在适用的规则包里没有这个参数',
          field: 'input.param',
          remedy: { says: '从律例的“参数”页选择' },
        },
      ];
    if (!isOfType(value, param.form.type))
      return [
        {
          code: 'INPUT_INVALID',
          because: `“${param.label}”的取值写法不对`,
          field: 'input.value',
          remedy: { says: typeWords[param.form.type] },
        },
      ];
    const late = [approvedOn, confirmation?.on].some((on) => on !== undefined && on > from);
    return [
      ...(from < dayOf(act.occurredAt)
        ? [
            {
              code: 'NOT_RETROACTIVE',
              because: '起日早于登记之日，自定的取值不管以前的案件',
              field: 'input.from',
              remedy: { says: '起日写登记的当日或者以后' },
            },
          ]
        : []),
      ...(late
        ? [
            {
              code: 'APPROVAL_AFTER_START',
              because: '起日早于批准或者确认之日',
              field: 'input.from',
              remedy: { says: '自批准、确认之后的日子起' },
            },
          ]
        : []),
      ...overrideFaults(param, param.form, value, { names: allNamesOf(state), confirmation }),
    ];
  },
  // How it compared on the day it was set is kept: the packs may say something else later.
  consequences: (_state, act, { law }) => {
    const param = law.params[act.input.param];
    return { outcome: { deviates: param !== undefined && deviates(act.input.value, packValue(param)) } };
  },
  apply: (state, event) => {
    const kept: OwnValueKept = {
      ...event.input,
      id: event.actId,
      deviates: event.outcome?.['deviates'] === true,
    };
    return { ...state, ownValues: [...(state.ownValues ?? []), kept] };
  },
});

const typeWords = {
  int: '写零或者正整数',
  bool: '选是或者否',
  list: '逐项列出',
  text: '写明文字',
} as const;

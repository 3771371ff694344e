import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { Structural } from '../act.ts';
import { inForceOn } from './in-force.ts';
import { day, localId } from './inputs.ts';
import { kindOfItem, preparationSubjects } from './preparations.ts';
import type { PreparationKind } from './preparations.ts';
import { periodReversed } from './term-faults.ts';

/**
 * 登记启用准备: entered before a pack binds, so that no rule of the pack can ask for its fields yet. What each kind must
 * hold is therefore said here; whether it has to be there at all is a gate of the pack on the act that binds.
 */
export const registerPreparation = defineAct({
  name: 'agency.register-preparation',
  event: 'agency.preparation-registered',
  label: '登记启用准备',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    item: z.string().min(3).max(100).meta({ label: '准备的事项' }),
    document: z.optional(z.string().trim().min(2).max(200).meta({ label: '文号或者名称' })),
    scope: z.optional(z.string().trim().min(2).max(300).meta({ label: '适用范围' })),
    post: z.optional(localId.meta({ label: '责任岗位', ref: 'post' })),
    inapplicable: z.optional(z.string().trim().min(4, '请写明理由').max(300).meta({ label: '不适用的理由' })),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act, { law }): readonly Structural[] => {
    const { item, post, from, until } = act.input;
    const kind = kindOfItem(item);
    if (kind === undefined || !preparationSubjects(state, law).some(({ id }) => id === item))
      return [
        {
          code: 'PREPARATION_UNKNOWN',
          because: '没有这项启用准备',
          field: 'input.item',
          remedy: { says: '从律例的“自定”页所列的事项中选择' },
        },
      ];
    const standing = (state.posts ?? []).some((one) => one.id === post && inForceOn(one, from));
    return [
      ...(until === undefined ? [] : periodReversed({ from, until }, '准备')),
      ...lacking(kind, act.input),
      ...(post !== undefined && !standing
        ? [
            {
              code: 'POST_UNKNOWN',
              because: '起日当天没有这个岗位',
              field: 'input.post',
              remedy: { says: '先登记岗位和职责', act: 'agency.register-post' },
            },
          ]
        : []),
    ];
  },
  apply: (state, event) => ({
    ...state,
    preparations: [...(state.preparations ?? []), { ...event.input, id: event.actId }],
  }),
});

/** A policy is known by its number and whom it covers, a step by its post, a chart by its name or why there is none. */
const wanted: Readonly<Record<PreparationKind, readonly (readonly string[])[]>> = {
  policy: [['document'], ['scope']],
  step: [['post']],
  chart: [['document', 'inapplicable']],
};
const words: Readonly<Record<string, string>> = {
  document: '文号或者名称',
  scope: '适用范围',
  post: '责任岗位',
  inapplicable: '不适用的理由',
};

function lacking(kind: PreparationKind, input: Readonly<Record<string, unknown>>): readonly Structural[] {
  return wanted[kind]
    .filter((any) => any.every((one) => input[one] === undefined))
    .map((any) => ({
      code: 'FIELD_MISSING',
      because: `没有写明${any.map((one) => words[one]).join('或者')}`,
      field: `input.${any[0] ?? ''}`,
      remedy: { says: `写明${any.map((one) => words[one]).join('或者')}` },
    }));
}

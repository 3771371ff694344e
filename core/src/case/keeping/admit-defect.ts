import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { isUnanswered } from './admission.ts';
import { localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';

function text(label: string, says: string) {
  return z.string().trim().min(4, says).max(1000).meta({ label, long: true });
}

/**
 * 承认瑕疵: the head answers for something that is missing and cannot be had any more: either what an act still to come
 * would need, or what a record already made lacks. Only what the law calls curable can be admitted; without a
 * statutory element there is no way on, and nobody has a switch for it. What is lacking is asked of all other acts, so
 * `../gaps.ts` says it and not this file.
 */
export const admitDefect = defineAct({
  name: 'case.admit-defect',
  event: 'case.defect-admitted',
  label: '承认瑕疵',
  aggregate: 'case',
  nature: 'constitutive',
  afterClosing: true,
  creates: 'admission',
  input: z.strictObject({
    gap: z.optional(
      z
        .string()
        .regex(/^[a-z][a-z0-9.-]{0,99}$/, '请选择一项')
        .meta({ label: '尚缺的要件', ref: 'gap' }),
    ),
    entry: z.optional(localId.meta({ label: '有瑕疵的记录', ref: 'defective' })),
    missing: text('缺什么', '写明缺什么'),
    unmendable: text('为何不能补正', '写明为何不能补正'),
    substitute: text('替代证据', '写明以什么代替'),
  }),
  invariants: (state, act) => {
    const { gap, entry: id } = act.input;
    if ((gap === undefined) === (id === undefined))
      return [
        {
          code: 'INPUT_INVALID',
          because: '没有指明承认的是哪一项，或者一次承认了两项',
          field: 'input.gap',
          remedy: { says: '尚缺的要件和有瑕疵的记录选择一项，另一项另行承认' },
        },
      ];
    if (gap !== undefined) return [];
    const entry = entryById(state, id ?? '');
    return entry !== undefined && isUnanswered(state, entry)
      ? []
      : [
          {
            code: 'DEFECT_NOT_CURABLE',
            because: '所选的记录没有待承认的瑕疵，或者有不能承认的瑕疵',
            field: 'input.entry',
            remedy: { says: '从列出的记录中选择；录入有误的先更正', act: 'case.correct-entry' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'admission', event.input),
});

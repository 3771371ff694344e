import { z } from 'zod';
import { defineAct } from '../act.ts';
import { isUnanswered } from './admission.ts';
import { gapsOf } from './gaps.ts';
import { localId } from './inputs.ts';
import { entryById, withEntry } from './state.ts';

function text(label: string, says: string) {
  return z.string().trim().min(4, says).max(1000).meta({ label, long: true });
}

/**
 * 承认瑕疵: the head answers for something that is missing and cannot be had any more: either what an act still to come
 * would need, or what a record already made lacks. Only what the law calls curable can be admitted; without a
 * statutory element there is no way on, and nobody has a switch for it.
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
  standing: (state, context) =>
    gapsOf(state, context).length > 0 || state.entries.some((entry) => isUnanswered(state, entry))
      ? []
      : [{ code: 'NOTHING_TO_ADMIT', because: '没有需要承认而可以承认的瑕疵' }],
  invariants: (state, act, context) => {
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
    if (gap !== undefined)
      return gapsOf(state, { ...context, now: act.occurredAt }).some((one) => one.rule === gap)
        ? []
        : [
            {
              code: 'DEFECT_NOT_CURABLE',
              because: '所选的不是本案尚缺而可以承认的要件',
              field: 'input.gap',
              remedy: { says: '法定要件缺失的没有变通，只能补办或者不再办理' },
            },
          ];
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
  // The rule may be worded otherwise in later editions: what was admitted is what was demanded that day.
  consequences: (state, act, context) => {
    const gap = gapsOf(state, { ...context, now: act.occurredAt }).find((one) => one.rule === act.input.gap);
    return gap === undefined ? {} : { outcome: { because: gap.because, clauses: [...gap.clauses] } };
  },
  apply: (state, event) => withEntry(state, event, 'admission', event.input),
  // Only where there is no choice: two things are never admitted in one act.
  prefill: (state, context) => {
    const gaps = gapsOf(state, context).flatMap((one) => (one.rule === undefined ? [] : [{ gap: one.rule }]));
    const entries = state.entries.filter((one) => isUnanswered(state, one)).map(({ id }) => ({ entry: id }));
    const [only, more] = [...gaps, ...entries];
    return only === undefined || more !== undefined ? {} : { input: only };
  },
});

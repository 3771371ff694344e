import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { code, officersPresent } from '../inputs.ts';
import { conditionsFound, turnedAway } from './applying.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 审查 (行政许可法第三十四条): who looked at what, and of each condition whether it is met. */
export const examineApplication = defineAct({
  name: 'case.examine-application',
  event: 'case.application-examined',
  label: '审查',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['license', 'confirmation'],
  creates: 'examination',
  input: z.strictObject({
    officers: officersPresent,
    manner: code('examination-manner', '审查方式').meta({
      label: '审查方式',
      codes: 'examination-manner',
      narrows: true,
    }),
    conditions: z
      .array(
        z.strictObject({
          condition: z.string().trim().min(2, '请写明条件').max(200).meta({ label: '法定的条件' }),
          met: z.boolean().meta({ label: '符合' }),
          finding: z.optional(z.string().trim().max(1000).meta({ label: '审查情况' })),
        }),
      )
      .min(1, '至少审查一项条件')
      .max(100)
      .meta({ label: '逐项审查' }),
  }),
  standing: turnedAway,
  invariants: (_state, act, context) => {
    const { conditions } = act.input;
    return [
      ...officersUnknown(act, context),
      ...(new Set(conditions.map(({ condition }) => condition)).size < conditions.length
        ? [
            {
              code: 'INPUT_INVALID',
              because: '同一条件列了两次',
              field: 'input.conditions',
              remedy: { says: '每项条件审查一次' },
            },
          ]
        : []),
    ];
  },
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'examination', event.input),
  prefill: (state) => ({
    input: {
      officers: [...handlersOf(state)],
      manner: 'documents',
      conditions: [...conditionsFound(state)].map(([condition, { met }]) => ({ condition, met })),
    },
  }),
});

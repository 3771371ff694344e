import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, evidenceItems, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 证据保全、先行登记保存 (处罚法第五十六条): what may be lost is secured, in one or several forms. */
export const preserveEvidence = defineAct({
  name: 'case.preserve-evidence',
  event: 'case.evidence-preserved',
  label: '保全证据',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'preservation',
  input: z.strictObject({
    officers: officersPresent,
    holder: z.string().trim().min(2, '请写明持有人').max(100).meta({ label: '持有人' }),
    ground: code('preservation-ground', '保全的情形'),
    items: evidenceItems,
    forms: z
      .array(
        z.strictObject({
          form: code('preservation-form', '形式'),
          piece: z.optional(z.string().max(200).meta({ label: '对应件的名称或者编号' })),
        }),
      )
      .min(1, '至少选择一种形式')
      .max(20)
      .meta({ label: '保全形式' }),
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'preservation', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state), forms: [{ form: 'registration' }] } }),
});

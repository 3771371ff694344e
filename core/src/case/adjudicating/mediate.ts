import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { code, officersPresent } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { notPending } from './disputing.ts';

/** 调解: tried before anything is decided; an agreement of the parties ends the dispute, and nothing is left to decide. */
export const mediateDispute = defineAct({
  name: 'case.mediate-dispute',
  event: 'case.dispute-mediated',
  label: '调解争议',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['adjudication'],
  creates: 'mediation',
  input: z.strictObject({
    officers: officersPresent,
    outcome: code('mediation-outcome', '调解的结果').meta({
      label: '调解的结果',
      codes: 'mediation-outcome',
      narrows: true,
    }),
    terms: z.optional(
      z.string().trim().min(5).max(5000).meta({ label: '协议的内容（达成协议的填写）', long: true }),
    ),
  }),
  standing: notPending,
  invariants: (_state, act, context) => [
    ...officersUnknown(act, context),
    ...(act.input.outcome === 'agreed' && act.input.terms === undefined
      ? [
          {
            code: 'INPUT_INVALID',
            because: '达成协议而没有写明协议的内容',
            field: 'input.terms',
            remedy: { says: '照调解协议书写明内容' },
          },
        ]
      : []),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'mediation', event.input),
  prefill: (state) => ({ input: { officers: [...handlersOf(state)] } }),
});

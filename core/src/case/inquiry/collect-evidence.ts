import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 收集证据 (处罚法第四十六条): a piece of evidence comes into the file, with where it is from and who obtained it. */
export const collectEvidence = defineAct({
  name: 'case.collect-evidence',
  event: 'case.evidence-collected',
  label: '收集证据',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'evidence',
  input: z.strictObject({
    name: z.string().trim().min(2, '请写明证据名称').max(100).meta({ label: '证据名称' }),
    officers: officersPresent,
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'evidence', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});

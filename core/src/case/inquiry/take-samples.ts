import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { evidenceItems, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 抽样取证 (处罚法第五十六条): some of many are taken to stand for all. */
export const takeSamples = defineAct({
  name: 'case.take-samples',
  event: 'case.samples-taken',
  label: '抽样取证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'sampling',
  input: z.strictObject({
    officers: officersPresent,
    holder: z.string().trim().min(2, '请写明持有人').max(100).meta({ label: '持有人' }),
    items: evidenceItems,
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'sampling', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});

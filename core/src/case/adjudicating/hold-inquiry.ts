import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { localId, officersPresent } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { notPending } from './disputing.ts';

/** 审理: both sides are heard on the evidence of each other, by officers who sit between them. */
export const holdInquiry = defineAct({
  name: 'case.hold-inquiry',
  event: 'case.inquiry-held',
  label: '审理争议',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['adjudication'],
  creates: 'inquiry',
  input: z.strictObject({
    officers: officersPresent,
    parties: z.array(localId).max(50).meta({ label: '到场的当事人', ref: 'party' }),
    record: z
      .string()
      .trim()
      .min(5, '请写明各方的陈述和质证')
      .max(10_000)
      .meta({ label: '各方的陈述和对证据的意见', long: true }),
  }),
  standing: notPending,
  invariants: (state, act, context) => {
    const known = new Set(presentParties(state).map(({ id }) => id));
    return [
      ...officersUnknown(act, context),
      ...(act.input.parties.every((party) => known.has(party))
        ? []
        : [
            {
              code: 'PARTY_UNKNOWN',
              because: '所选当事人不在本案中',
              field: 'input.parties',
              remedy: { says: '从本案当事人中选择' },
            },
          ]),
    ];
  },
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'inquiry', event.input),
  prefill: (state) => ({
    input: {
      officers: [...handlersOf(state)],
      parties: presentParties(state).map(({ id }) => id),
    },
  }),
});

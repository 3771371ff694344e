import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { partyUnknown } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { notPending } from './disputing.ts';

/** 接收当事人的证据: what either side hands in, each piece with what it is to show. The agency takes sides with neither. */
export const receiveEvidence = defineAct({
  name: 'case.receive-evidence',
  event: 'case.evidence-received',
  label: '接收当事人的证据',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['adjudication'],
  creates: 'party-evidence',
  input: z.strictObject({
    party: localId.meta({ label: '提交的当事人', ref: 'party' }),
    pieces: z
      .array(
        z.strictObject({
          name: z.string().trim().min(2, '请写明证据名称').max(100).meta({ label: '证据名称' }),
          shows: z.string().trim().min(2, '请写明证明什么').max(500).meta({ label: '证明的事项' }),
        }),
      )
      .min(1, '至少列一件证据')
      .max(100)
      .meta({ label: '证据' }),
  }),
  standing: notPending,
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'party-evidence', event.input),
});

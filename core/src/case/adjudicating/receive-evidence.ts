import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { kindOf } from '../kind.ts';
import { turnedAway } from '../licensing/applying.ts';
import { notHeard } from '../notice/participants.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { notPending } from './disputing.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 接收当事人的证据: what either side hands in, each piece with what it is to show. The agency takes sides with neither. In a
 * license the sides are the applicant and whoever it touches (行政许可法第四十八条第一款第四项).
 */
export const receiveEvidence = defineAct({
  name: 'case.receive-evidence',
  event: 'case.evidence-received',
  label: '接收当事人的证据',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['adjudication', 'license'],
  creates: 'party-evidence',
  input: z.strictObject({
    party: localId.meta({ label: '提交的人', ref: 'participant' }),
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
  standing: (state) => {
    if (kindOf(state) !== 'license') return notPending(state);
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionOf(state));
  },
  invariants: (state, act) => notHeard(state, [act.input.party], 'input.party'),
  apply: (state, event) => withEntry(state, event, 'party-evidence', event.input),
});

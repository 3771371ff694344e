import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { decisionMade } from '../reading.ts';
import { neverDecided, partyUnknown } from './payment.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 记录催告情况: a party was told once more to perform, by telephone or face to face. It is kept as it happened; to have
 * the party compelled, the law wants the demand in writing.
 */
export const recordDemand = defineAct({
  name: 'case.record-demand',
  event: 'case.demand-recorded',
  label: '记录催告情况',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['penalty', 'execution'],
  creates: 'spoken-demand',
  input: z.strictObject({
    party: localId.meta({ label: '被催告的当事人', ref: 'party' }),
    way: code('demand-way', '催告的方式'),
  }),
  standing: neverDecided,
  invariants: (state, act) => {
    const unknown = partyUnknown(state, act.input.party);
    if (unknown.length > 0) return unknown;
    return tooEarly(act.occurredAt, decisionMade(state)?.at, '催告的时刻早于决定作出的时刻', '核对催告时刻');
  },
  apply: (state, event) => withEntry(state, event, 'spoken-demand', event.input),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { decisionMade } from '../reading.ts';
import { neverDecided } from './payment.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { tooEarly } from '../too-early.ts';

/** 检查履行: an officer has seen whether a party did what the decision demands of it. May be done again. */
export const checkPerformance = defineAct({
  name: 'case.check-performance',
  event: 'case.performance-checked',
  label: '检查履行情况',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  kinds: ['penalty', 'execution'],
  creates: 'performance-check',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    state: code('performance-state', '履行状态'),
  }),
  standing: neverDecided,
  invariants: (state, act) => {
    if (entryById(state, act.input.party)?.kind !== 'party')
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.party',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
    return tooEarly(act.occurredAt, decisionMade(state)?.at, '检查的时刻早于决定作出的时刻', '核对检查时刻');
  },
  apply: (state, event) => withEntry(state, event, 'performance-check', event.input),
  prefill: (state) => {
    const checked = new Set(entriesOf(state, 'performance-check').map((entry) => entry.data.party));
    const next = presentParties(state).find((party) => !checked.has(party.id));
    return next === undefined ? {} : { input: { party: next.id } };
  },
});

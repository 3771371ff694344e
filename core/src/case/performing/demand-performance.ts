import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { notYetDecided } from './payment.ts';
import { withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 催告 (强制法第五十四条): tells a party once more to perform, before anybody is asked to make it. Served like any document. */
export const demandPerformance = defineAct({
  name: 'case.demand-performance',
  event: 'case.performance-demanded',
  label: '制作履行催告书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty', 'execution'],
  creates: 'demand',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择被催告的当事人')
      .max(200)
      .meta({ label: '被催告的当事人', ref: 'party' }),
  }),
  standing: notYetDecided,
  invariants: (state, act) => {
    const known = new Set(presentParties(state).map((party) => party.id));
    return act.input.parties.every((party) => known.has(party))
      ? []
      : [
          {
            code: 'PARTY_UNKNOWN',
            because: '所选当事人不在本案中',
            field: 'input.parties',
            remedy: { says: '从本案当事人中选择' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'demand', event.input),
  prefill: (state) => {
    const [only, ...others] = presentParties(state);
    return only === undefined || others.length > 0 ? {} : { input: { parties: [only.id] } };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { turnedAway } from '../licensing/applying.ts';
import { presentParties } from '../parties/present-parties.ts';
import { partyUnknown } from '../performing/payment.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 告知并听取意见: before something is decided against a party it is told what and why, and may answer. What it says, or that
 * it says nothing, stays in the file.
 */
export const consultParty = defineAct({
  name: 'case.consult-party',
  event: 'case.party-consulted',
  label: '告知并听取意见',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['confirmation', 'levy'],
  creates: 'party-view',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    means: code('notice-means', '告知方式'),
    intended: z
      .string()
      .trim()
      .min(5, '请写明拟作的决定和理由')
      .max(2000)
      .meta({ label: '告知的拟作决定和理由', long: true }),
    views: z.optional(
      z.string().trim().min(2).max(2000).meta({ label: '当事人的意见（没有意见的不填）', long: true }),
    ),
  }),
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionOf(state));
  },
  invariants: (state, act) => partyUnknown(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'party-view', event.input),
  prefill: (state) => {
    const [party, ...others] = presentParties(state);
    return {
      input: {
        means: 'in-person',
        ...(party === undefined || others.length > 0 ? {} : { party: party.id }),
      },
    };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { idsTaken, partiesOpen, withParties } from './bringing-parties.ts';
import { partsOf, partyRows } from './party-rows.ts';
import { withEntry } from '../state.ts';

/**
 * 追加当事人: whoever is found to have taken part is made a party of a case that is already filed. Each has rights and
 * clocks of its own from then on; what was told to the others before was not told to it (处罚法第四十四条、第六十二条).
 */
export const joinParty = defineAct({
  name: 'case.join-party',
  event: 'case.party-joined',
  label: '追加当事人',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'party-joining',
  input: z.strictObject({
    parties: partyRows(20),
    reason: z.string().trim().min(4, '请写明追加的理由').max(500).meta({ label: '追加的理由', long: true }),
  }),
  parts: (act) => partsOf(act.input.parties),
  standing: partiesOpen,
  invariants: (state, act) => idsTaken(state, act, act.input.parties),
  apply: (state, event) =>
    withParties(
      withEntry(state, event, 'party-joining', {
        parties: event.input.parties.map(({ id }) => id),
        reason: event.input.reason,
      }),
      event,
      event.input.parties,
    ),
});

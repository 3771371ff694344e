import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { idsTaken, partiesOpen, withParties } from './bringing-parties.ts';
import { strangers } from './strangers.ts';
import { code, localId } from '../inputs.ts';
import { partsOf, partyRows } from './party-rows.ts';
import { ifOnly } from './if-only.ts';
import { presentParties } from './present-parties.ts';
import { withEntry } from '../state.ts';

/**
 * 承继: an organisation that was merged, divided or ended is succeeded by another, which stands in its place from then on.
 * What was found out stays in the file; what a party has a right to (notice, defence, hearing) the successor has anew, for
 * it was told nothing yet.
 */
export const succeedParty = defineAct({
  name: 'case.succeed-party',
  event: 'case.party-succeeded',
  label: '登记当事人承继',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'succession',
  input: z.strictObject({
    party: localId.meta({ label: '被承继的当事人', ref: 'party' }),
    manner: code('succession-manner', '承继的情形'),
    parties: partyRows(20),
  }),
  parts: (act) => partsOf(act.input.parties),
  standing: partiesOpen,
  invariants: (state, act) => [
    ...strangers(presentParties(state), [act.input.party], 'input.party'),
    ...idsTaken(state, act, act.input.parties),
  ],
  apply: (state, event) =>
    withParties(
      withEntry(state, event, 'succession', {
        party: event.input.party,
        manner: event.input.manner,
        successors: event.input.parties.map(({ id }) => id),
      }),
      event,
      event.input.parties,
    ),
  prefill: (state) => ({ input: ifOnly(presentParties(state)) }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { correctionOf } from './correction-order.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 核查改正情况: an officer has seen whether a party put right what it was ordered to. May be done again, and also in a
 * case that is closed: the day may lie behind the closing.
 */
export const checkCorrection = defineAct({
  name: 'case.check-correction',
  event: 'case.correction-checked',
  label: '核查改正情况',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['penalty', 'inspection'],
  afterClosing: true,
  creates: 'correction-check',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    state: code('correction-state', '改正情况'),
    recorded: z.optional(z.boolean().meta({ label: '进行了视音频记录' })),
  }),
  standing: (state) =>
    nextToCheck(state, true) === undefined
      ? [
          {
            code: 'NOTHING_TO_CHECK',
            because: '没有责令当事人限期改正',
            remedy: { says: '需要改正的，先责令限期改正', act: 'case.order-correction' },
          },
        ]
      : [],
  invariants: (state, act) => {
    const ordered = correctionOf(state, act.input.party);
    if (ordered === undefined)
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '没有责令所选的当事人改正',
          field: 'input.party',
          remedy: { says: '从被责令改正的当事人中选择' },
        },
      ];
    return tooEarly(act.occurredAt, ordered.at, '核查的时刻早于责令改正的时刻', '核对核查时刻');
  },
  apply: (state, event) => withEntry(state, event, 'correction-check', event.input),
  prefill: (state) => {
    const next = nextToCheck(state, false) ?? nextToCheck(state, true);
    return next === undefined ? {} : { input: { party: next } };
  },
});

/** A party that was ordered to put something right; at first one nobody has looked at yet. */
function nextToCheck(state: CaseState, again: boolean): string | undefined {
  const checked = new Set(entriesOf(state, 'correction-check').map((entry) => entry.data.party));
  return presentParties(state).find(
    (party) => correctionOf(state, party.id) !== undefined && (again || !checked.has(party.id)),
  )?.id;
}

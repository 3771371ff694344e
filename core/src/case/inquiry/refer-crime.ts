import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { thingId } from '../measures/asking.ts';
import { thingFaults } from '../measures/held-things.ts';
import { nothingFlagged } from './crime.ts';
import { isEvidence, soundEvidence } from './exclusion.ts';
import { localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';

/**
 * 移送司法机关 (处罚法第二十七条): the case goes where crimes are prosecuted, with a list of the evidence and one of the things.
 * That each piece arrived is another record: it is signed for over there, perhaps not all on one day.
 */
export const referCrime = defineAct({
  name: 'case.refer-crime',
  event: 'case.crime-referred',
  label: '移送司法机关',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'criminal-referral',
  input: z.strictObject({
    recipient: z.string().trim().min(2, '请写明受移送的机关').max(100).meta({ label: '受移送的机关' }),
    // Absent in events from before there was a list.
    evidence: z.optional(z.array(localId).max(500).meta({ label: '移送的证据清单', ref: 'evidence' })),
    things: z.optional(
      z
        .array(
          z.strictObject({
            thing: thingId.meta({ label: '查封扣押的财物', ref: 'thing' }),
            goes: z.boolean().meta({ label: '随案移送' }),
            reason: z.optional(z.string().trim().max(500).meta({ label: '不移送的理由' })),
          }),
        )
        .meta({ label: '查封扣押财物的移送' }),
    ),
  }),
  standing: nothingFlagged,
  invariants: (state, act) => {
    if ((act.input.evidence ?? []).some((id) => !isEvidence(entryById(state, id))))
      return [
        {
          code: 'LINK_BROKEN',
          because: '所列证据不在本案卷中',
          field: 'input.evidence',
          remedy: { says: '从卷内证据中选择' },
        },
      ];
    return thingFaults(
      state,
      (act.input.things ?? []).map(({ thing }) => thing),
      act.occurredAt,
    );
  },
  prefill: (state) => ({ input: { evidence: soundEvidence(state).map(({ id }) => id) } }),
  apply: (state, event) => withEntry(state, event, 'criminal-referral', event.input),
});

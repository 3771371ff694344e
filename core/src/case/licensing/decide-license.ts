import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { code, localId } from '../inputs.ts';
import { heardOf, isShown, soundHearings } from '../notice/hearing.ts';
import { applicationOf, turnedAway } from './applying.ts';
import { unmetConditions, unmetOf } from './unmet.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { remedyTexts } from '../deciding/remedy-text.ts';
import { basisOfDecision, decisionMade } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 作出许可决定 (行政许可法第三十四条、第三十八条): granted, or refused with the reason for each condition that is not met. It
 * is a decision like any other: sealing, service, publication and archive know no difference.
 */
export const decideLicense = defineAct({
  name: 'case.decide-license',
  event: 'case.license-decided',
  label: '作出许可决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['license'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('license-outcome', '决定').meta({
      label: '决定',
      codes: 'license-outcome',
      narrows: true,
    }),
    unmet: unmetConditions.meta({ label: '不予许可的，逐条写明理由' }),
    // Of a decision after a hearing: what it rests on, none of which may come from outside the record of the hearing.
    evidence: z.optional(
      z.array(localId).max(500).meta({ label: '决定所依据的卷内材料（举行过听证的填写）', ref: 'shown' }),
    ),
  }),
  reads: (act) => [seriesStream(act, 'license-decision')],
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionMade(state));
  },
  invariants: (state, act) =>
    (act.input.evidence ?? []).every((id) => isShown(entryById(state, id)))
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列材料不在本案卷中',
            field: 'input.evidence',
            remedy: { says: '从卷内材料中选择' },
          },
        ],
  consequences: (state, act, context) => numberedDecision(state, act, context, 'license-decision'),
  apply: (state, event) =>
    withEntry(state, event, 'decision', {
      outcome: event.input.outcome,
      sanctions: [],
      evidence: event.input.evidence ?? [],
      number: String(event.outcome?.['number'] ?? ''),
      license: { item: applicationOf(state)?.data.item ?? '' },
      unmet: event.input.unmet,
    }),
  prefill: (state, context) => {
    const unmet = unmetOf(state);
    return {
      input: {
        outcome: unmet.length === 0 ? 'granted' : 'refused',
        unmet,
        ...(soundHearings(state).length === 0 ? {} : { evidence: [...heardOf(state)] }),
      },
      record: { ...remedyTexts(context.law) },
    };
  },
});

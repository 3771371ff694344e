import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { remedyTexts } from '../deciding/remedy-text.ts';
import { code } from '../inputs.ts';
import { turnedAway } from '../licensing/applying.ts';
import { unmetConditions, unmetOf } from '../licensing/unmet.ts';
import { basisOfDecision, causeOf, decisionMade, decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 作出确认决定: what is so in law, or that it is not, with the reason for each condition that is not met. It is a decision like
 * any other: sealing, service, publication and archive know no difference.
 */
export const decideConfirmation = defineAct({
  name: 'case.decide-confirmation',
  event: 'case.confirmation-decided',
  label: '作出确认决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['confirmation'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('confirmation-outcome', '决定').meta({
      label: '决定',
      codes: 'confirmation-outcome',
      narrows: true,
    }),
    content: z.optional(
      z.string().trim().min(5).max(2000).meta({ label: '确认的内容（予以确认的填写）', long: true }),
    ),
    unmet: unmetConditions.meta({ label: '不予确认的，逐条写明理由' }),
  }),
  reads: (act) => [seriesStream(act, 'confirmation-decision')],
  standing: (state) => {
    const faults = turnedAway(state);
    if (faults.length > 0) return faults;
    return alreadyDecided(decisionOf(state));
  },
  invariants: (_state, act) => {
    const { outcome, content, unmet } = act.input;
    if (outcome === 'confirmed' && content === undefined)
      return [
        {
          code: 'INPUT_INVALID',
          because: '予以确认而没有写明确认的内容',
          field: 'input.content',
          remedy: { says: '写明确认的事实或者法律关系' },
        },
      ];
    return outcome === 'confirmed' && unmet.length > 0
      ? [
          {
            code: 'INPUT_INVALID',
            because: '予以确认而又列了没有满足的条件',
            field: 'input.unmet',
            remedy: { says: '去掉所列的条件，或者改为不予确认' },
          },
        ]
      : [];
  },
  consequences: (state, act, context) => numberedDecision(state, act, context, 'confirmation-decision'),
  apply: (state, event) => {
    // Made in the place of one that was taken back: what was done for that one is done for no other.
    const before = decisionMade(state);
    return withEntry(state, event, 'decision', {
      outcome: event.input.outcome,
      sanctions: [],
      evidence: [],
      number: String(event.outcome?.['number'] ?? ''),
      confirmation: { item: causeOf(state) ?? '', content: event.input.content },
      unmet: event.input.unmet,
      ...(before === undefined ? {} : { remakes: before.id }),
    });
  },
  prefill: (state, context) => {
    const unmet = unmetOf(state);
    return {
      input: {
        outcome: unmet.length === 0 ? 'confirmed' : 'not-confirmed',
        unmet,
      },
      record: { ...remedyTexts(context.law) },
    };
  },
});

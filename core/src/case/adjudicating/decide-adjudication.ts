import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { remedyTexts } from '../deciding/remedy-text.ts';
import { code } from '../inputs.ts';
import { basisOfDecision, causeOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { notPending } from './disputing.ts';

/** 作出裁决: what of the claims is upheld, in writing, on facts, reasons and an article. Served on both sides like any decision. */
export const decideAdjudication = defineAct({
  name: 'case.decide-adjudication',
  event: 'case.adjudication-decided',
  label: '作出裁决',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['adjudication'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('adjudication-outcome', '裁决的结果'),
    order: z.string().trim().min(5, '请写明裁决的内容').max(5000).meta({ label: '裁决的内容', long: true }),
  }),
  reads: (act) => [seriesStream(act, 'adjudication-decision')],
  standing: notPending,
  consequences: (state, act, context) => numberedDecision(state, act, context, 'adjudication-decision'),
  apply: (state, event) =>
    withEntry(state, event, 'decision', {
      outcome: event.input.outcome,
      sanctions: [],
      evidence: [],
      number: String(event.outcome?.['number'] ?? ''),
      adjudication: { item: causeOf(state) ?? '', order: event.input.order },
    }),
  prefill: (_state, context) => ({ record: { ...remedyTexts(context.law) } }),
});

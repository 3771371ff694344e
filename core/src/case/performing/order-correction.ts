import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { day, localId } from '../inputs.ts';
import { takesFiling } from '../kind.ts';
import { filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 责令限期改正 (处罚法第二十八条): tells parties what to put right and by which day, beside or without a penalty. */
export const orderCorrection = defineAct({
  name: 'case.order-correction',
  event: 'case.correction-ordered',
  label: '责令限期改正',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'correction-order',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择责令改正的当事人')
      .max(200)
      .meta({ label: '责令改正的当事人', ref: 'party' }),
    demand: z
      .string()
      .trim()
      .min(4, '写明改正的内容和要求')
      .max(2000)
      .meta({ label: '改正的内容和要求', long: true }),
    by: day.meta({ label: '改正期限的末日' }),
  }),
  standing: (state) =>
    takesFiling(state) && filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : [],
  invariants: (state, act) => {
    const known = new Set(presentParties(state).map((party) => party.id));
    if (act.input.parties.some((party) => !known.has(party)))
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.parties',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
    return act.input.by < dayOf(act.occurredAt)
      ? [
          {
            code: 'STEP_ORDER',
            because: '改正期限的末日早于责令改正之日',
            field: 'input.by',
            remedy: { says: '核对改正期限的末日' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'correction-order', event.input),
  prefill: (state) => ({ input: { parties: presentParties(state).map((party) => party.id) } }),
});

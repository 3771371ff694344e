import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { inWords, remedyTexts } from '../deciding/remedy-text.ts';
import { code, localId, money } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { basisOfDecision, decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { isFee, levyOf, valuationOf } from './levies.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 作出征收征用决定: of a fee, what each is to pay by which standard; of a thing, what each is to be paid for it. */
export const decideLevy = defineAct({
  name: 'case.decide-levy',
  event: 'case.levy-decided',
  label: '作出征收征用决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['levy'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('levy-outcome', '决定'),
    shares: z
      .array(
        z.strictObject({
          party: localId.meta({ label: '当事人', ref: 'party' }),
          amount: money('应缴的金额或者给予的补偿'),
          reckoning: z
            .string()
            .trim()
            .min(2, '请写明怎样算出')
            .max(500)
            .meta({ label: '计算的依据（标准、数量、减免）' }),
        }),
      )
      .max(100)
      .meta({ label: '各当事人的金额（不予征收征用的不填）' }),
  }),
  reads: (act) => [seriesStream(act, 'levy-decision')],
  standing: (state) => alreadyDecided(decisionOf(state)),
  invariants: (state, act) => {
    const { outcome, shares } = act.input;
    const field = 'input.shares';
    const known = presentParties(state).map(({ id }) => id);
    const named = shares.map(({ party }) => party);
    if (outcome !== 'levied')
      return shares.length === 0
        ? []
        : [
            {
              code: 'INPUT_INVALID',
              because: '不予征收征用而又列了金额',
              field,
              remedy: { says: '去掉所列的金额' },
            },
          ];
    return known.length === named.length && known.every((id) => named.includes(id))
      ? []
      : [
          {
            code: 'INPUT_INVALID',
            because: '各当事人的金额没有列全，或者列了两次',
            field,
            remedy: { says: '每名当事人列一次' },
          },
        ];
  },
  consequences: (state, act, context) => numberedDecision(state, act, context, 'levy-decision'),
  apply: (state, event) =>
    withEntry(state, event, 'decision', {
      outcome: event.input.outcome,
      sanctions: [],
      evidence: [],
      number: String(event.outcome?.['number'] ?? ''),
      levy: { form: levyOf(state)?.data.form ?? '', shares: event.input.shares },
    }),
  prefill: (state, context) => ({
    input: {
      outcome: 'levied',
      shares: presentParties(state).map(({ id }) => {
        const value = valuationOf(state, id);
        return value === undefined
          ? { party: id }
          : { party: id, amount: value.data.amount, reckoning: `${value.data.appraiser}的评估` };
      }),
    },
    record: {
      ...remedyTexts(context.law),
      ...(isFee(state) && typeof context.law.params['levy.payDays']?.value === 'number'
        ? {
            'levy.payment-told': `自收到本决定书之日起${inWords(context.law.params['levy.payDays'].value)}日内，凭本决定书到代收银行缴入国库；逾期不缴的，依法催缴。`,
          }
        : {}),
    },
  }),
});

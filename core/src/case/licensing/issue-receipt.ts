import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code } from '../inputs.ts';
import { notYetApplied, toBeReceipted } from './applying.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 出具书面凭证 (行政许可法第三十二条第二款): a dated paper that says the application was accepted, or was not. */
export const issueReceipt = defineAct({
  name: 'case.issue-receipt',
  event: 'case.receipt-issued',
  label: '出具书面凭证',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'application-receipt',
  input: z.strictObject({ delivery: code('receipt-delivery', '交付方式') }),
  reads: (act) => [seriesStream(act, 'application-receipt')],
  standing: (state) => {
    const faults = notYetApplied(state);
    if (faults.length > 0) return faults;
    return toBeReceipted(state) === undefined
      ? [
          {
            code: 'NOTHING_TO_RECEIPT',
            because: '没有尚待出具凭证的受理或者不予受理',
            remedy: { says: '先受理或者不予受理', act: 'case.accept-application' },
          },
        ]
      : [];
  },
  invariants: (state, act) => {
    const of = toBeReceipted(state);
    return tooEarly(act.occurredAt, of?.at, '出具凭证的时刻早于受理或者不予受理的时刻', '核对出具凭证的时刻');
  },
  consequences: (state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'application-receipt');
    return { outcome: { number, of: toBeReceipted(state)?.id ?? '' }, others: [taken] };
  },
  apply: (state, event) =>
    withEntry(state, event, 'application-receipt', {
      ...event.input,
      of: String(event.outcome?.['of'] ?? ''),
      number: String(event.outcome?.['number'] ?? ''),
    }),
  prefill: () => ({ input: { delivery: 'in-person' } }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 登记法院的答复 (行政强制法第五十六条至第五十八条): what the court did with the application. Its moment is that at which the
 * agency had it, for the days to ask a higher court run from there.
 */
export const recordCourtAnswer = defineAct({
  name: 'case.record-court-answer',
  event: 'case.court-answer-recorded',
  label: '登记法院的答复',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  kinds: ['penalty', 'execution'],
  creates: 'court-answer',
  input: z.strictObject({
    answer: code('court-answer', '法院的答复').meta({
      label: '法院的答复',
      codes: 'court-answer',
      narrows: true,
    }),
    paper: z.optional(z.string().trim().min(4).max(100).meta({ label: '裁定书文号（裁定的填写）' })),
  }),
  standing: (state) =>
    entriesOf(state, 'court-application').length > 0
      ? []
      : [
          {
            code: 'NOT_APPLIED',
            because: '本案没有申请法院强制执行',
            remedy: { says: '先申请', act: 'case.apply-to-court' },
          },
        ],
  invariants: (state, act) => {
    const [asked] = entriesOf(state, 'court-application');
    return tooEarly(act.occurredAt, asked?.at, '答复的时刻早于申请的时刻', '核对收到答复的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'court-answer', event.input),
});

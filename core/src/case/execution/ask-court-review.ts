import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { entriesOf, withEntry } from '../state.ts';
import { courtAnswerOf } from './executing.ts';

/** 向上一级法院申请复议 (行政强制法第五十六条第二款、第五十八条第三款): against not taking the application, or not enforcing. */
export const askCourtReview = defineAct({
  name: 'case.ask-court-review',
  event: 'case.court-review-asked',
  label: '向上一级法院申请复议',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty', 'execution'],
  creates: 'court-review',
  input: z.strictObject({
    court: z.string().trim().min(4, '请写明上一级人民法院').max(100).meta({ label: '上一级人民法院' }),
  }),
  standing: (state) => {
    const ruling = courtAnswerOf(state, 'refused', 'denied');
    if (ruling === undefined)
      return [
        {
          code: 'NO_RULING',
          because: '法院没有裁定不予受理或者不予执行',
          remedy: { says: '收到裁定的先登记', act: 'case.record-court-answer' },
        },
      ];
    return entriesOf(state, 'court-review').some(({ version }) => version > ruling.version)
      ? [{ code: 'ALREADY_ASKED', because: '已就这一裁定申请过复议' }]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'court-review', event.input),
});

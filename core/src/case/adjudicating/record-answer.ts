import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { notPending, respondentsOf } from './disputing.ts';

/** 登记答辩: what the other side says. One that says nothing is heard at the inquiry all the same. */
export const recordAnswer = defineAct({
  name: 'case.record-answer',
  event: 'case.answer-recorded',
  label: '登记答辩',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['adjudication'],
  creates: 'answer',
  input: z.strictObject({
    party: localId.meta({ label: '被申请人', ref: 'respondent' }),
    answer: z.string().trim().min(2, '请写明答辩的内容').max(5000).meta({ label: '答辩意见', long: true }),
  }),
  standing: notPending,
  invariants: (state, act) =>
    respondentsOf(state).some(({ id }) => id === act.input.party)
      ? []
      : [
          {
            code: 'PARTY_UNKNOWN',
            because: '所选的人不是本案的被申请人',
            field: 'input.party',
            remedy: { says: '从本案的被申请人中选择' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'answer', event.input),
  prefill: (state) => {
    const [only, ...others] = respondentsOf(state);
    return only === undefined || others.length > 0 ? {} : { input: { party: only.id } };
  },
});

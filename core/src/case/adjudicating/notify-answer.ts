import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { inWords } from '../deciding/remedy-text.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import { notPending, respondentsOf } from './disputing.ts';

/** 通知答辩: a copy of the application goes to whoever it is against, with the days for an answer. Served like any document. */
export const notifyAnswer = defineAct({
  name: 'case.notify-answer',
  event: 'case.answer-asked',
  label: '制作答辩通知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['adjudication'],
  creates: 'answer-notice',
  restsOn: ['adjudication-application'],
  input: z.strictObject({ party: localId.meta({ label: '被申请人', ref: 'respondent' }) }),
  standing: notPending,
  invariants: (state, act) => {
    const field = 'input.party';
    if (!respondentsOf(state).some(({ id }) => id === act.input.party))
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选的人不是本案的被申请人',
          field,
          remedy: { says: '从本案的被申请人中选择' },
        },
      ];
    return entriesOf(state, 'answer-notice').some(({ data }) => data.party === act.input.party)
      ? [{ code: 'ALREADY_NOTIFIED', because: '已经制作过对该被申请人的答辩通知书', field }]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'answer-notice', event.input),
  prefill: (state, { law }) => {
    const days = law.params['adjudication.answerDays']?.value;
    const told = new Set(entriesOf(state, 'answer-notice').map(({ data }) => data.party));
    const next = respondentsOf(state).find(({ id }) => !told.has(id));
    return {
      ...(next === undefined ? {} : { input: { party: next.id } }),
      ...(typeof days === 'number'
        ? {
            record: {
              'answering.told': `请自收到本通知书之日起${inWords(days)}日内提交答辩和证据；申请书副本附后。不提交答辩的，不影响审理。`,
            },
          }
        : {}),
    };
  },
});

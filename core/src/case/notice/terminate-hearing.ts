import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { hearingFaults, hearingNoticeOf } from './hearing.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 终止听证 (处罚法第六十四条第六项): a party stayed away or walked out, and is taken to have given its hearing up. */
export const terminateHearing = defineAct({
  name: 'case.terminate-hearing',
  event: 'case.hearing-terminated',
  label: '终止听证',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'hearing-termination',
  input: z.strictObject({
    notice: localId.meta({ label: '听证通知书', ref: 'hearing-notice' }),
    party: localId.meta({ label: '未到或者退场的当事人', ref: 'party' }),
    cause: code('hearing-absence', '情形'),
  }),
  standing: (state) => hearingFaults.notNotified(state),
  invariants: (state, act) => {
    const notice = hearingNoticeOf(state, act.input.notice);
    return [
      ...hearingFaults.noSuchNotice(state, act.input.notice),
      ...hearingFaults.tooEarly(state, act.input.notice, act.occurredAt),
      ...(notice === undefined || notice.data.parties.includes(act.input.party)
        ? []
        : [
            {
              code: 'PARTY_UNKNOWN',
              because: '该当事人没有列在听证通知书中',
              field: 'input.party',
              remedy: { says: '从参加听证的当事人中选择' },
            },
          ]),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'hearing-termination', event.input),
  prefill: (state) => {
    const notice = entriesOf(state, 'hearing-notice').at(-1);
    return notice === undefined ? {} : { input: { notice: notice.id } };
  },
});

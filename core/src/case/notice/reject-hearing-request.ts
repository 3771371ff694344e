import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { hearingRequestBy } from './hearing.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 驳回听证申请: the agency holds no hearing although one was asked for, and says why. */
export const rejectHearingRequest = defineAct({
  name: 'case.reject-hearing-request',
  event: 'case.hearing-request-rejected',
  label: '驳回听证申请',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing-rejection',
  input: z.strictObject({
    party: localId.meta({ label: '申请听证的人', ref: 'participant' }),
    ground: code('hearing-rejection-ground', '驳回的理由'),
  }),
  standing: (state) =>
    entriesOf(state, 'hearing-request').length > 0
      ? []
      : [
          {
            code: 'REQUEST_MISSING',
            because: '本案没有听证申请',
            remedy: { says: '收到申请的先登记', act: 'case.request-hearing' },
          },
        ],
  invariants: (state, act) =>
    hearingRequestBy(state, act.input.party) === undefined
      ? [
          {
            code: 'REQUEST_MISSING',
            because: '此人没有尚待答复的听证申请',
            field: 'input.party',
            remedy: { says: '收到申请的先登记', act: 'case.request-hearing' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'hearing-rejection', event.input),
});

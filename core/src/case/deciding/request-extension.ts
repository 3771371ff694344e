import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { beforeDecision, strangerTo } from '../inquiry/assess-circumstances.ts';
import { hearingFaults } from '../notice/hearing.ts';
import { code, day, localId } from '../inputs.ts';
import { pastDayFaults } from '../past-day.ts';
import { entryById, withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/**
 * 登记顺延期限的申请 (参照民事诉讼法第八十六条): a party that missed a limit for a reason it could not help asks for the
 * time back. The act's own time is when it was sent.
 */
export const requestExtension = defineAct({
  name: 'case.request-extension',
  event: 'case.extension-requested',
  label: '登记顺延期限的申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  creates: 'extension-request',
  input: z.strictObject({
    party: localId.meta({ label: '申请的当事人', ref: 'party' }),
    limit: code('extendable-limit', '耽误的期限'),
    endedOn: day.meta({ label: '障碍消除的日期' }),
  }),
  standing: beforeDecision,
  invariants: (state, act, context) => [
    ...(entryById(state, act.input.party)?.kind === 'party'
      ? hearingFaults.notToldTo(state, act.input.party)
      : [strangerTo('input.party')]),
    ...pastDayFaults(act.input.endedOn, { what: '障碍消除的日期', field: 'input.endedOn' }, context),
  ],
  apply: (state, event) => withEntry(state, event, 'extension-request', event.input),
  prefill: (state) => {
    const parties = presentParties(state);
    const [only] = parties;
    return only === undefined || parties.length > 1 ? {} : { input: { party: only.id } };
  },
});

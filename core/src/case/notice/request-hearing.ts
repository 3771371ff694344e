import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { hearingFaults, needsNotice } from './hearing.ts';
import { withEntry } from '../state.ts';

/** 要求听证 (处罚法第六十四条第一项、行政许可法第四十七条): a party asks for a hearing, in whatever form; the act's own time is when it was sent. */
export const requestHearing = defineAct({
  name: 'case.request-hearing',
  event: 'case.hearing-requested',
  label: '登记听证申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'license'],
  creates: 'hearing-request',
  input: z.strictObject({
    party: localId.meta({ label: '申请听证的人', ref: 'participant' }),
    form: code('hearing-form', '提出的方式'),
  }),
  standing: needsNotice,
  invariants: (state, act) => hearingFaults.notToldTo(state, act.input.party),
  apply: (state, event) => withEntry(state, event, 'hearing-request', event.input),
});

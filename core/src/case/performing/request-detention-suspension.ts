import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { beforeDetention, nobodyDetained, notDetained } from './detention.ts';

/** 登记暂缓执行拘留的申请 (处罚法第七十三条第二款): who is to be detained and has gone against it asks to be left free until then. */
export const requestDetentionSuspension = defineAct({
  name: 'case.request-detention-suspension',
  event: 'case.detention-suspension-requested',
  label: '登记暂缓执行拘留的申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['penalty'],
  creates: 'detention-request',
  input: z.strictObject({ party: localId.meta({ label: '申请的当事人', ref: 'party' }) }),
  standing: nobodyDetained,
  invariants: (state, act) => [
    ...notDetained(state, act.input.party),
    ...beforeDetention(state, act.occurredAt),
  ],
  apply: (state, event) => withEntry(state, event, 'detention-request', event.input),
});

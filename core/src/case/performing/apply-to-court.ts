import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { notYetDecided, partyUnknown } from './payment.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 申请法院强制执行 (处罚法第七十二条第一款第四项): asks the court to make a party perform. */
export const applyToCourt = defineAct({
  name: 'case.apply-to-court',
  event: 'case.court-application-filed',
  label: '申请法院强制执行',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty', 'execution'],
  creates: 'court-application',
  input: z.strictObject({
    party: localId.meta({ label: '被执行的当事人', ref: 'party' }),
    court: z.string().trim().min(4, '请写明人民法院').max(100).meta({ label: '人民法院' }),
  }),
  standing: notYetDecided,
  invariants: (state, act) => [
    ...partyUnknown(state, act.input.party),
    ...(entriesOf(state, 'court-application').some((entry) => entry.data.party === act.input.party)
      ? [{ code: 'ALREADY_APPLIED', because: '已就该当事人申请过', field: 'input.party' }]
      : []),
  ],
  apply: (state, event) => withEntry(state, event, 'court-application', event.input),
});

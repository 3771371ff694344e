import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { beforeReferral, nothingReferred, unsignedItems } from './crime.ts';
import { withEntry } from '../state.ts';

/** A piece of evidence of the file, or a thing of a measure, `measure/line`. */
const item = z.string().regex(/^[A-Za-z0-9-]{1,40}(?:\/[1-9]\d{0,3})?$/, '从移送的清单中选择');

/**
 * 登记移送的签收 (处罚法第二十七条第二款): which pieces of the lists were signed for, one by one, and by whom. What is signed
 * for on another day is another record, and what is left is asked for until nothing is.
 */
export const recordReferralReceipt = defineAct({
  name: 'case.record-referral-receipt',
  event: 'case.referral-receipt-recorded',
  label: '登记移送的签收',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  afterClosing: true,
  creates: 'referral-receipt',
  input: z.strictObject({
    received: z
      .array(item)
      .min(1, '请选择签收的证据和财物')
      .max(1000)
      .meta({ label: '已签收的证据和财物', ref: 'referred' }),
    receivedBy: z.string().trim().min(2, '请写明签收人').max(60).meta({ label: '签收人' }),
  }),
  standing: (state) => {
    const missing = nothingReferred(state);
    if (missing.length > 0) return missing;
    return unsignedItems(state).length > 0
      ? []
      : [{ code: 'ALREADY_SIGNED', because: '移送的证据和财物都已签收，或者没有列出' }];
  },
  invariants: (state, act) => {
    const open = unsignedItems(state);
    return act.input.received.every((id) => open.includes(id))
      ? beforeReferral(state, act.occurredAt)
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选的不在移送的清单中，或者已经签收',
            field: 'input.received',
            remedy: { says: '从尚未签收的清单中选择' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'referral-receipt', event.input),
});

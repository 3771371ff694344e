import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';
import { notJoined, partnersOf, presentPartners } from './partners.ts';

/** 退出联合执法: an agency goes along no longer. What it did while it was there stays as it was; why it left is asked. */
export const leaveEnforcement = defineAct({
  name: 'case.leave-enforcement',
  event: 'case.enforcement-left',
  label: '登记退出联合执法',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'partner-leaving',
  input: z.strictObject({
    partner: localId.meta({ label: '退出的机关', ref: 'partner' }),
    reason: z.string().trim().min(4, '请写明退出的理由').max(500).meta({ label: '退出的理由', long: true }),
  }),
  standing: (state) =>
    presentPartners(state).length > 0 ? [] : notJoined('NO_PARTNER', '本案没有正在联合执法的机关'),
  invariants: (state, act) => {
    const partner = partnersOf(state).find(({ id }) => id === act.input.partner);
    if (partner === undefined || partner.left !== undefined)
      return [
        {
          code: 'PARTNER_UNKNOWN',
          because: '所选的机关不在本案联合执法的机关之中，或者已经退出',
          field: 'input.partner',
          remedy: { says: '从正在联合执法的机关中选择' },
        },
      ];
    return tooEarly(act.occurredAt, partner.joinedAt, '退出的时刻早于参加的时刻', '核对退出的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'partner-leaving', event.input),
  prefill: (state) => {
    const [only, ...others] = presentPartners(state);
    return only === undefined || others.length > 0 ? {} : { input: { partner: only.id } };
  },
});

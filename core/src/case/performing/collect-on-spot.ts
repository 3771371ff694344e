import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { receiptNumber, receiptStream } from '../../authority/receipts.ts';
import { takeOnce } from '../../series/take-once.ts';
import { code, localId, money, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { nothingToPay, partyUnknown, unpaidOf } from './payment.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/**
 * 当场收缴罚款 (处罚法第六十八条至第七十条): officers take the money of a fine themselves, which only the law's own cases allow, and
 * give a receipt of the finance authorities for it, whose number is used up by that.
 */
export const collectOnSpot = defineAct({
  name: 'case.collect-on-spot',
  event: 'case.fine-collected',
  label: '当场收缴罚款',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'payment',
  inField: true,
  fixed: ['input.receipt'],
  input: z.strictObject({
    party: localId.meta({ label: '缴款的当事人', ref: 'party' }),
    amount: money('收缴金额'),
    officers: officersPresent,
    ground: code('collection-ground', '当场收缴的情形'),
    // Left out where none was given: that is the law's to refuse, and the money was taken all the same.
    receipt: z.optional(receiptNumber.meta({ label: '专用票据号' })),
  }),
  reads: ({ agency, input }) => {
    const { receipt } = (input ?? {}) as { readonly receipt?: unknown };
    return typeof receipt === 'string' ? [receiptStream(agency, receipt)] : [];
  },
  standing: (state) => nothingToPay(state, ['fine']),
  invariants: (state, act, context) => {
    const decision = decisionOf(state);
    const early = decision !== undefined && act.occurredAt < decision.at;
    return [
      ...partyUnknown(state, act.input.party),
      ...officersUnknown(act, context),
      ...(early
        ? [
            {
              code: 'STEP_ORDER',
              because: '收缴的时刻早于作出决定的时刻',
              field: 'occurredAt',
              remedy: { says: '核对收缴的时刻' },
            },
          ]
        : []),
    ];
  },
  consequences: (_state, act, context) => {
    const { receipt } = act.input;
    const { outcome } = officersOutcome(act, context);
    if (receipt === undefined) return { outcome };
    const { taken, use } = takeOnce(act, context, receiptStream(act.agency, receipt), receipt);
    return { outcome: { ...outcome, receiptUse: use }, others: [taken] };
  },
  apply: (state, event) => withEntry(state, event, 'payment', event.input),
  prefill: (state, { actor }) => {
    const party = presentParties(state).find((entry) => unpaidOf(state, entry.id) > 0);
    return {
      input: {
        ...(party === undefined ? {} : { party: party.id, amount: unpaidOf(state, party.id) }),
        ...(actor.officer === undefined ? {} : { officers: [actor.officer] }),
      },
    };
  },
});

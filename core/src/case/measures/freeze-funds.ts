import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { certificateShownBy, localId, moment, money, officersPresent } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { soleParty, strangerFaults } from './asking.ts';
import { decisionFaults, undelivered } from './paper.ts';

const kind = 'freezing';
const text = z.string().trim().min(2, '请写明').max(100);

/**
 * 冻结存款、汇款 (行政强制法第二十九条、第三十条): a notice is handed to whoever keeps the money. The party hears of it
 * afterwards, so nothing is asked here of its presence or of what it was told.
 */
export const freezeFunds = defineAct({
  name: 'case.freeze-funds',
  event: 'case.funds-frozen',
  label: '冻结存款汇款',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'measure',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    decision: z.optional(localId.meta({ label: '冻结决定书', ref: 'measure-decision' })),
    officers: officersPresent,
    shown: certificateShownBy,
    funds: z
      .array(
        z.strictObject({
          institution: text.meta({ label: '金融机构' }),
          account: text.meta({ label: '账号' }),
          amount: money('冻结的数额'),
          frozenElsewhere: z.optional(z.boolean().meta({ label: '已被其他机关冻结' })),
        }),
      )
      .min(1, '至少列一个账户')
      .meta({ label: '冻结的账户' }),
    endedAt: moment.meta({ label: '结束时刻', moment: true }),
  }),
  invariants: (state, act, context) => [
    ...endedAtFaults(act, context, '实施'),
    ...officersUnknown(act, context),
    ...strangerFaults(state, act.input.party),
    ...decisionFaults(state, { ...act, input: { ...act.input, kind } }),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) =>
    withEntry(state, event, 'measure', { ...event.input, kind, urgent: false, things: [] }),
  prefill: (state) => {
    const paper = undelivered(state).find((entry) => entry.data.kind === kind);
    return {
      input: {
        officers: handlersOf(state),
        ...(paper === undefined ? soleParty(state) : { party: paper.data.party, decision: paper.id }),
      },
    };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { officersUnknown } from './officers-seen.ts';
import { partyUnknown } from '../performing/payment.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { ifOnly } from '../parties/if-only.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 登记回避申请 (处罚法第四十三条第二款): a party asks that an officer withdraw; the head will decide. */
export const requestRecusal = defineAct({
  name: 'case.request-recusal',
  event: 'case.recusal-requested',
  label: '登记回避申请',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'recusal-request',
  input: z.strictObject({
    party: localId.meta({ label: '申请的当事人', ref: 'party' }),
    officer: localId.meta({ label: '被申请回避的执法人员', ref: 'officer' }),
  }),
  standing: (state) =>
    handlersOf(state).length > 0
      ? []
      : [
          {
            code: 'HANDLERS_MISSING',
            because: '本案还没有承办人，没有可以申请回避的人',
            remedy: { says: '先指派承办人', act: 'case.assign-handlers' },
          },
        ],
  invariants: (state, act, context) => [
    ...partyUnknown(state, act.input.party),
    ...officersUnknown({ input: { officers: [act.input.officer] } }, context, 'input.officer'),
  ],
  apply: (state, event) => withEntry(state, event, 'recusal-request', event.input),
  prefill: (state) => ({ input: ifOnly(presentParties(state)) }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { openDispute } from './jurisdiction-disputes.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 登记管辖协商 (处罚法第二十五条第二款): the two agencies have talked; whose the case is by it, or that they did not agree. */
export const recordNegotiation = defineAct({
  name: 'case.record-negotiation',
  event: 'case.negotiation-recorded',
  label: '登记管辖协商',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['penalty'],
  creates: 'jurisdiction-negotiation',
  input: z.strictObject({ result: code('negotiation-result', '协商的结果') }),
  standing: (state) =>
    openDispute(state) === undefined
      ? [
          {
            code: 'NO_DISPUTE',
            because: '本案没有尚未解决的管辖争议',
            remedy: { says: '有争议的先登记', act: 'case.dispute-jurisdiction' },
          },
        ]
      : [],
  invariants: (state, act) =>
    tooEarly(act.occurredAt, openDispute(state)?.at, '协商的时刻早于争议发生的时刻', '核对协商的时刻'),
  apply: (state, event) => withEntry(state, event, 'jurisdiction-negotiation', event.input),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { leadNotDecided, openDispute } from './jurisdiction-disputes.ts';
import { withEntry } from '../state.ts';

/**
 * 登记管辖争议 (处罚法第二十五条第二款): two agencies each say that a case is theirs, or neither does. Which agency is the next
 * above both is written down at once: whoever designates later has to be it. What was gathered so far stays good, and
 * the term for deciding goes on.
 */
export const disputeJurisdiction = defineAct({
  name: 'case.dispute-jurisdiction',
  event: 'case.jurisdiction-disputed',
  label: '登记管辖争议',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['penalty'],
  creates: 'jurisdiction-dispute',
  input: z.strictObject({
    other: z.string().trim().min(2, '请写明对方机关').max(100).meta({ label: '争议的对方机关' }),
    superior: z
      .string()
      .trim()
      .min(2, '请写明共同的上一级行政机关')
      .max(100)
      .meta({ label: '共同的上一级行政机关' }),
  }),
  standing: (state) => {
    const open = leadNotDecided(state);
    if (open.length > 0) return open;
    return openDispute(state) === undefined
      ? []
      : [
          {
            code: 'DISPUTE_OPEN',
            because: '本案已登记管辖争议，尚未解决',
            remedy: { says: '协商不成的，报请共同的上一级行政机关指定', act: 'case.designate-jurisdiction' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'jurisdiction-dispute', event.input),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { publicPage } from '../../publication/page.ts';
import { code } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { notYetDecided } from '../performing/payment.ts';
import { publicationOf, withdrawable } from './publishing.ts';
import { withEntry } from '../state.ts';

/** 公示决定 (处罚法第四十八条、国办发〔2018〕118号): puts the masked page of a decision before the public. */
export const publish = defineAct({
  name: 'case.publish',
  event: 'case.published',
  label: '公示决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  afterClosing: true,
  creates: 'publication',
  restsOn: ['party', 'decision', 'revocation', 'approval'],
  input: z.strictObject({ channel: code('channel', '公示渠道') }),
  standing: (state) => {
    if (decisionOf(state) === undefined) return notYetDecided(state);
    if (withdrawable(state))
      return [
        {
          code: 'PUBLICATION_STANDS',
          because: '此前的公示还没有撤回',
          remedy: { says: '先撤回此前的公示并说明理由', act: 'case.withdraw-publication' },
        },
      ];
    return publicationOf(state) === undefined
      ? []
      : [{ code: 'ALREADY_PUBLISHED', because: '该决定已经公示' }];
  },
  consequences: (state, act, context) => ({ outcome: { page: publicPage(state, act, context) } }),
  apply: (state, event) =>
    withEntry(state, event, 'publication', {
      channel: event.input.channel,
      page: (event.outcome?.['page'] ?? {}) as Readonly<Record<string, string>>,
    }),
  prefill: () => ({ input: { channel: 'site' } }),
});

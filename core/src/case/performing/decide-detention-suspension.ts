import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { nobodyDetained, rulingOn } from './detention.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 决定是否暂缓执行拘留 (处罚法第七十三条第二款): whether the conditions of the law hold, and what follows. Ruled again when they
 * no longer do: the latest ruling on the party stands.
 */
export const decideDetentionSuspension = defineAct({
  name: 'case.decide-detention-suspension',
  event: 'case.detention-suspension-decided',
  label: '决定是否暂缓执行拘留',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty'],
  creates: 'detention-ruling',
  input: z.strictObject({
    request: localId.meta({ label: '所答复的申请', ref: 'detention-request' }),
    meets: z.boolean().meta({ label: '符合法律规定的暂缓情形' }),
    ruling: code('detention-ruling', '决定'),
  }),
  standing: (state) => {
    const none = nobodyDetained(state);
    if (none.length > 0) return none;
    return entriesOf(state, 'detention-request').length > 0
      ? []
      : [
          {
            code: 'NOTHING_REQUESTED',
            because: '没有人申请暂缓执行拘留',
            remedy: { says: '收到申请的先登记', act: 'case.request-detention-suspension' },
          },
        ];
  },
  invariants: (state, act) => {
    const request = entryById(state, act.input.request);
    if (request?.kind !== 'detention-request')
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的申请不在本案卷中',
          field: 'input.request',
          remedy: { says: '从卷内的申请中选择' },
        },
      ];
    return tooEarly(act.occurredAt, request.at, '决定的时刻早于申请的时刻', '核对决定的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'detention-ruling', event.input),
  prefill: (state) => {
    const open = entriesOf(state, 'detention-request').find(({ id }) => rulingOn(state, id) === undefined);
    return open === undefined ? {} : { input: { request: open.id } };
  },
});

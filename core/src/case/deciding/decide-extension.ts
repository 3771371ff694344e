import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { beforeDecision } from '../inquiry/assess-circumstances.ts';
import { day, localId } from '../inputs.ts';
import { unansweredExtensions } from './time-extension.ts';
import { withEntry } from '../state.ts';

/** 决定是否顺延期限 (参照民事诉讼法第八十六条): until which day the party may still act, or why not. */
export const decideExtension = defineAct({
  name: 'case.decide-extension',
  event: 'case.extension-decided',
  label: '决定是否顺延期限',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'extension-decision',
  restsOn: ['extension-request'],
  input: z.strictObject({
    request: localId.meta({ label: '所决定的申请', ref: 'extension-request' }),
    granted: z.boolean().meta({ label: '准许顺延' }),
    until: z.optional(day.meta({ label: '顺延到哪一日（准许的填）' })),
  }),
  standing: (state) => {
    const over = beforeDecision(state);
    if (over.length > 0) return over;
    return unansweredExtensions(state).length > 0
      ? []
      : [{ code: 'REQUEST_MISSING', because: '没有尚待决定的顺延申请' }];
  },
  invariants: (state, act) => {
    const { request, granted, until } = act.input;
    if (!unansweredExtensions(state).some(({ id }) => id === request))
      return [
        {
          code: 'REQUEST_MISSING',
          because: '所选的顺延申请不在本案卷中，或者已经决定',
          field: 'input.request',
          remedy: { says: '从尚待决定的申请中选择' },
        },
      ];
    if (!granted) return [];
    if (until === undefined)
      return [
        {
          code: 'FIELD_MISSING',
          because: '准许顺延，要写明顺延到哪一日',
          field: 'input.until',
          remedy: { says: '填写顺延到的日期' },
        },
      ];
    return until >= dayOf(act.occurredAt)
      ? []
      : [
          {
            code: 'FIELD_INVALID',
            because: '顺延到的日期早于作出决定的日期',
            field: 'input.until',
            remedy: { says: '给当事人留出提出的时间，改为以后的日期' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'extension-decision', event.input),
  prefill: (state) => {
    const [request] = unansweredExtensions(state);
    return request === undefined ? {} : { input: { request: request.id } };
  },
});

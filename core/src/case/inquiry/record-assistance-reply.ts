import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { openAssistance } from './assisting.ts';
import { code, localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 登记协助的回复 (处罚法第二十六条): the organ helped, with materials that come into the file as it sent them, or it did not and
 * says why. What it gathered nobody of this agency gathered: no two officers are asked of it.
 */
export const recordAssistanceReply = defineAct({
  name: 'case.record-assistance-reply',
  event: 'case.assistance-replied',
  label: '登记协助的回复',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty'],
  creates: 'assistance-reply',
  input: z.strictObject({
    request: localId.meta({ label: '所回复的请求', ref: 'assistance-request' }),
    answer: code('assistance-answer', '回复'),
    materials: z.optional(
      z
        .array(
          z.strictObject({
            name: z.string().trim().min(2, '请写明材料的名称').max(200).meta({ label: '材料的名称' }),
          }),
        )
        .max(100)
        .meta({ label: '协助取得的材料' }),
    ),
  }),
  standing: (state) =>
    openAssistance(state).length > 0
      ? []
      : [
          {
            code: 'NOTHING_REQUESTED',
            because: '没有尚未回复的协助请求',
            remedy: { says: '请求了协助的先登记', act: 'case.request-assistance' },
          },
        ],
  invariants: (state, act) => {
    const request = entryById(state, act.input.request);
    if (!openAssistance(state).some(({ id }) => id === act.input.request))
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的请求不在本案卷中，或者已经回复',
          field: 'input.request',
          remedy: { says: '从尚未回复的请求中选择' },
        },
      ];
    return tooEarly(act.occurredAt, request?.at, '回复的时刻早于请求的时刻', '核对收到回复的时刻');
  },
  apply: (state, event) => {
    const { materials = [], ...told } = event.input;
    const replied = withEntry(state, event, 'assistance-reply', told);
    return materials.reduce(
      (next, { name }, index) =>
        withEntry(
          next,
          event,
          'evidence',
          { name, officers: [], assisted: told.request },
          `${event.actId}-e${index + 1}`,
          {},
        ),
      replied,
    );
  },
  prefill: (state) => {
    const [open] = openAssistance(state);
    return open === undefined ? {} : { input: { request: open.id } };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { officersUnknown } from './officers-seen.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 指派承办人 (处罚法第四十二条): who handles the case from now on; a new assignment replaces the old one. */
export const assignHandlers = defineAct({
  name: 'case.assign-handlers',
  event: 'case.handlers-assigned',
  label: '指派承办人',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  creates: 'assignment',
  input: z.strictObject({
    officers: z.array(localId).min(1, '至少指派一人').max(20).meta({ label: '承办人', ref: 'officer' }),
    // Optional in shape, for events from before declarations were kept; the law asks for them.
    declared: z.optional(
      z.array(localId).max(20).meta({ label: '已书面声明与本案没有利害关系的人员', ref: 'officer' }),
    ),
    related: z.optional(
      z
        .array(
          z.strictObject({
            officer: localId.meta({ label: '人员', ref: 'officer' }),
            relation: code('interest-relation', '关系'),
          }),
        )
        .max(20)
        .meta({ label: '声明有利害关系的人员' }),
    ),
  }),
  invariants: (_state, act, context) => officersUnknown(act, context),
  apply: (state, event) =>
    withEntry(state, event, 'assignment', {
      officers: [...new Set(event.input.officers)],
      ...(event.input.declared === undefined ? {} : { declared: event.input.declared }),
    }),
  // Who was drawn by lot goes: chosen anew, the draw would have chosen nobody.
  prefill: (state) => {
    const drawn = entriesOf(state, 'inspection-task')[0]?.data.drawn;
    return drawn === undefined || handlersOf(state).length > 0 ? {} : { input: { officers: [...drawn] } };
  },
});

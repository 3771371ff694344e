import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { certificateShownBy, code, localId } from '../inputs.ts';
import { likelyPresent, partnersPresent, strangersPresent } from '../joint/present.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { inspectionNoticeOf, inspectionStartOf, underInspection } from './inspecting.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 进场检查 (国办发〔2024〕54号): inspectors enter. It is a use of power and can be refused, whoever stands at the door: that
 * somebody went in all the same is for the scene record to say. Whoever helps is told by organisation and number only, so
 * that the file has no name of theirs to sign with.
 */
export const startInspection = defineAct({
  name: 'case.start-inspection',
  event: 'case.inspection-started',
  label: '进场检查',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'investigation',
  kinds: ['inspection'],
  creates: 'inspection-start',
  input: z.strictObject({
    body: code('inspecting-body', '实施检查的主体'),
    officers: z.array(localId).max(20).meta({ label: '到场执法人员', ref: 'officer' }),
    shown: certificateShownBy,
    partnersPresent,
    helpers: z
      .array(
        z.strictObject({
          kind: code('inspection-helper', '协助的人员'),
          organisation: z.string().trim().min(2, '请写明单位').max(100).meta({ label: '所在单位' }),
          count: z.number().int().min(1).max(100).meta({ label: '人数' }),
        }),
      )
      .max(20)
      .meta({ label: '协助检查的人员' }),
  }),
  standing: (state) => {
    const over = underInspection(state);
    if (over.length > 0) return over;
    return inspectionStartOf(state) === undefined
      ? []
      : [{ code: 'ALREADY_STARTED', because: '本次检查已经进场' }];
  },
  invariants: (state, act, context) => {
    const notice = inspectionNoticeOf(state);
    return [
      ...officersUnknown(act, context),
      ...strangersPresent(state, act),
      ...tooEarly(act.occurredAt, notice?.at, '进场的时刻早于出具检查通知书的时刻', '核对进场的时刻'),
    ];
  },
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'inspection-start', event.input),
  prefill: (state) => ({
    input: { body: 'agency', officers: handlersOf(state), helpers: [], ...likelyPresent(state) },
  }),
});

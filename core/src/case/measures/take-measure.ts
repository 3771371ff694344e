import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Structural } from '../../act.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { certificateShownBy, code, evidenceItems, localId, moment, officersPresent } from '../inputs.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { soleParty, strangerFaults } from './asking.ts';
import { decisionFaults, undelivered } from './paper.ts';

/** Money is frozen where it is kept, without the party: that is another act, with a form of its own. */
const frozenElsewhere: Structural = {
  code: 'FIELD_INVALID',
  because: '冻结存款、汇款另有专门的办理',
  field: 'input.kind',
  remedy: { says: '改为办理冻结', act: 'case.freeze-funds' },
};

const line = evidenceItems.element.shape;

/**
 * 实施查封、扣押 (行政强制法第十八条、第二十三条、第二十四条): officers were there, took what the list names, told why, heard
 * what was said to it and left the document. Whatever was not done of this is a defect of what has happened.
 */
export const takeMeasure = defineAct({
  name: 'case.take-measure',
  event: 'case.measure-taken',
  label: '实施强制措施',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'measure',
  input: z.strictObject({
    kind: code('measure-kind', '措施的种类').meta({
      label: '措施的种类',
      codes: 'measure-kind',
      narrows: true,
    }),
    party: localId.meta({ label: '当事人', ref: 'party' }),
    decision: z.optional(localId.meta({ label: '当场交付的决定书', ref: 'measure-decision' })),
    urgent: z.boolean().meta({ label: '情况紧急，来不及先报批准' }),
    officers: officersPresent,
    shown: certificateShownBy,
    things: z
      .array(
        z.strictObject({
          name: line.name,
          quantity: z.number().int().positive('数量须大于零').meta({ label: '数量' }),
          condition: z.optional(line.name.meta({ label: '状态' })),
          place: z.optional(line.name.meta({ label: '存放处' })),
          relation: z.optional(line.name.meta({ label: '与违法行为的关联' })),
          necessity: z.optional(z.boolean().meta({ label: '是生活必需品' })),
          sealedElsewhere: z.optional(z.boolean().meta({ label: '已被其他机关查封' })),
        }),
      )
      .meta({ label: '查封扣押清单' }),
    endedAt: moment.meta({ label: '结束时刻', moment: true }),
  }),
  invariants: (state, act, context) => [
    ...(act.input.kind === 'freezing' ? [frozenElsewhere] : []),
    ...endedAtFaults(act, context, '实施'),
    ...officersUnknown(act, context),
    ...strangerFaults(state, act.input.party),
    ...decisionFaults(state, act),
  ],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'measure', event.input),
  prefill: (state) => {
    const paper = undelivered(state).find((entry) => entry.data.kind !== 'freezing');
    return {
      input: {
        officers: handlersOf(state),
        ...(paper === undefined
          ? soleParty(state)
          : { kind: paper.data.kind, party: paper.data.party, decision: paper.id }),
      },
    };
  },
});

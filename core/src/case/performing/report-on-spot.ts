import { z } from 'zod';
import type { Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { officersUnknown } from '../handlers/officers-seen.ts';
import { spotDecisionOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/**
 * 当场处罚备案 (处罚法第五十二条第三款): the decision made in the field is reported to the agency, and somebody there took it in.
 * A decision that nobody has reported yet stands all the same.
 */
export const reportOnSpot = defineAct({
  name: 'case.report-on-spot',
  event: 'case.on-spot-reported',
  label: '报所属机关备案',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'spot-report',
  input: z.strictObject({ receivedBy: localId.meta({ label: '机关接收人', ref: 'officer' }) }),
  standing: nothingToReport,
  invariants: (state, act, context) => {
    const decision = spotDecisionOf(state);
    const early = decision !== undefined && act.occurredAt < decision.at;
    return [
      ...officersUnknown({ input: { officers: [act.input.receivedBy] } }, context).map((one) => ({
        ...one,
        field: 'input.receivedBy',
      })),
      ...(early
        ? [
            {
              code: 'STEP_ORDER',
              because: '备案的时刻早于作出决定的时刻',
              field: 'occurredAt',
              remedy: { says: '核对备案的时刻' },
            },
          ]
        : []),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'spot-report', event.input),
});

function nothingToReport(state: CaseState): readonly Structural[] {
  if (spotDecisionOf(state) === undefined)
    return [{ code: 'NOT_ON_SPOT', because: '本案没有当场作出的处罚决定' }];
  return entriesOf(state, 'spot-report').length > 0
    ? [{ code: 'ALREADY_REPORTED', because: '当场处罚决定已经报所属机关备案' }]
    : [];
}

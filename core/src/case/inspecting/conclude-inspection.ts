import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { code, localId } from '../inputs.ts';
import { basisOfDecision } from '../reading.ts';
import { withEntry } from '../state.ts';
import { inspectionStartOf, inspectionTaskOf, underInspection } from './inspecting.ts';

/**
 * 作出检查结果 (国办发〔2024〕54号): what was found, signed by those who looked. It is a decision like any other: the seal, its
 * service, its publication and the archive know no difference.
 */
export const concludeInspection = defineAct({
  name: 'case.conclude-inspection',
  event: 'case.inspection-concluded',
  label: '作出检查结果',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['inspection'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('inspection-outcome', '检查结果').meta({
      label: '检查结果',
      codes: 'inspection-outcome',
      narrows: true,
    }),
    signers: z
      .array(localId)
      .min(1, '请选择签名的检查人员')
      .max(20)
      .meta({ label: '在检查结果上签名的人员', ref: 'officer' }),
  }),
  reads: (act) => [seriesStream(act, 'inspection-result')],
  standing: underInspection,
  invariants: (_state, act, context) =>
    officersUnknown({ input: { officers: act.input.signers } }, context, 'input.signers'),
  consequences: (state, act, context) => {
    const decided = numberedDecision(state, act, context, 'inspection-result');
    const signed = { input: { officers: act.input.signers }, occurredAt: act.occurredAt };
    const { outcome } = officersOutcome(signed, context);
    const item = inspectionTaskOf(state)?.data.name ?? '';
    return { ...decided, outcome: { ...outcome, item, ...decided.outcome } };
  },
  apply: (state, event) =>
    withEntry(state, event, 'decision', {
      outcome: event.input.outcome,
      sanctions: [],
      evidence: [],
      number: String(event.outcome?.['number'] ?? ''),
      inspection: { item: inspectionTaskOf(state)?.data.name ?? '', signers: event.input.signers },
    }),
  prefill: (state) => ({ input: { signers: [...(inspectionStartOf(state)?.data.officers ?? [])] } }),
});

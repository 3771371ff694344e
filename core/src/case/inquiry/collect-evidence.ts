import { z } from 'zod';
import type { Act, Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import { localId, officersPresent } from '../inputs.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { notJoined, partnersOf } from '../joint/partners.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** 收集证据 (处罚法第四十六条): a piece of evidence comes into the file, with where it is from and who obtained it. */
export const collectEvidence = defineAct({
  name: 'case.collect-evidence',
  event: 'case.evidence-collected',
  label: '收集证据',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['penalty', 'inspection'],
  creates: 'evidence',
  input: z.strictObject({
    name: z.string().trim().min(2, '请写明证据名称').max(100).meta({ label: '证据名称' }),
    officers: officersPresent,
    /** Absent in events from before it was asked, and where no other agency gathered it. */
    partner: z.optional(localId.meta({ label: '取得该证据并移交的联合执法机关', ref: 'partner-ever' })),
  }),
  invariants: (state, act, context) => [...officersUnknown(act, context), ...handedOverFaults(state, act)],
  consequences: (_state, act, context) => officersOutcome(act, context),
  apply: (state, event) => withEntry(state, event, 'evidence', event.input),
  prefill: (state) => ({ input: { officers: handlersOf(state) } }),
});

/** What a partner gathered it gathered by its own powers: it comes in as handed over, never as found by our officers. */
function handedOverFaults(
  state: CaseState,
  act: Act<{ readonly partner?: string | undefined }>,
): readonly Structural[] {
  const { partner } = act.input;
  if (partner === undefined) return [];
  const found = partnersOf(state).find(({ id }) => id === partner);
  if (found === undefined)
    return notJoined('PARTNER_UNKNOWN', '所选的机关不在本案联合执法的机关之中', 'input.partner');
  if (act.record['evidence.origin'] !== 'transferred')
    return [
      {
        code: 'ORIGIN_MISMATCH',
        because: `${found.name}取得的证据不是本机关收集的`,
        field: 'record.evidence.origin',
        remedy: { says: '证据来源选择其他机关移送；本机关人员收集的，不填联合执法机关' },
      },
    ];
  return tooEarly(act.occurredAt, found.joinedAt, '接收证据的时刻早于该机关参加的时刻', '核对接收的时刻');
}

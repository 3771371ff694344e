import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { beforeDecision } from './assess-circumstances.ts';
import { unreviewedClaims } from './circumstances.ts';
import { code, localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';

/**
 * 复核无过错主张 (处罚法第三十三条第二款): looks at what the party handed in, piece by piece, and says whether all of it
 * is enough to prove that there was no fault.
 */
export const reviewFaultClaim = defineAct({
  name: 'case.review-fault-claim',
  event: 'case.fault-claim-reviewed',
  label: '复核无过错主张',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'fault-review',
  restsOn: ['fault-claim'],
  input: z.strictObject({
    claim: localId.meta({ label: '所复核的主张', ref: 'fault-claim' }),
    findings: z
      .array(
        z.strictObject({
          piece: z.string().trim().min(1, '请写明名称').max(200).meta({ label: '证据名称' }),
          finding: code('piece-finding', '复核结论'),
          reason: z.string().trim().min(2, '请写明理由').max(500).meta({ label: '理由' }),
        }),
      )
      .max(100)
      .meta({ label: '逐件复核' }),
    conclusion: code('fault-conclusion', '总的结论'),
  }),
  standing: (state) => {
    const early = beforeDecision(state);
    if (early.length > 0) return early;
    return unreviewedClaims(state).length > 0
      ? []
      : [{ code: 'NO_CLAIM_PENDING', because: '没有等待复核的无过错主张' }];
  },
  invariants: (state, act) =>
    entryById(state, act.input.claim)?.kind === 'fault-claim'
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选主张不在本案卷中',
            field: 'input.claim',
            remedy: { says: '从卷内登记的主张中选择' },
          },
        ],
  apply: (state, event) => withEntry(state, event, 'fault-review', event.input),
  prefill: (state) => {
    const [claim] = unreviewedClaims(state);
    if (claim === undefined) return {};
    const findings = claim.data.pieces.map(({ name }) => ({ piece: name })) as unknown as Value;
    return { input: { claim: claim.id, findings } };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, sanctions } from '../inputs.ts';
import { notYetDecided } from '../performing/payment.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import type { Sanction } from '../state.ts';

/**
 * 撤销处罚决定 (处罚法第七十五条第二款、行政复议法第六十四条、行政诉讼法第七十条): the decision, or part of it, is no longer in
 * force, because the agency corrects itself or because somebody above it said so. What was done stays in the file.
 */
export const revokeDecision = defineAct({
  name: 'case.revoke-decision',
  event: 'case.decision-revoked',
  label: '撤销处罚决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  afterClosing: true,
  creates: 'revocation',
  restsOn: ['decision', 'revocation'],
  input: z.strictObject({
    way: code('revocation-way', '撤销的途径'),
    ground: code('revocation-ground', '撤销的理由'),
    extent: code('revocation-extent', '撤销的范围'),
    left: z.optional(sanctions.meta({ label: '部分撤销之后仍然有效的处罚' })),
  }),
  standing: notYetDecided,
  invariants: (state, act) => {
    const decision = decisionOf(state);
    const { extent, left = [] } = act.input;
    if (act.occurredAt < (decision?.at ?? act.occurredAt))
      return [
        {
          code: 'STEP_ORDER',
          because: '撤销的时刻早于决定作出的时刻',
          field: 'occurredAt',
          remedy: { says: '核对撤销生效的时刻' },
        },
      ];
    if (extent === 'whole' && left.length > 0)
      return [
        {
          code: 'INPUT_INVALID',
          because: '全部撤销的，没有仍然有效的处罚',
          field: 'input.left',
          remedy: { says: '去掉所列的处罚，或者选择部分撤销' },
        },
      ];
    if (extent === 'part' && !isPartOf(left, decision?.data.sanctions ?? []))
      return [
        {
          code: 'INPUT_INVALID',
          because: '部分撤销之后仍然有效的处罚应当比原决定少，又不超出原决定',
          field: 'input.left',
          remedy: { says: '按文书列出仍然有效的处罚；一项也没有的，选择全部撤销' },
        },
      ];
    return [];
  },
  apply: (state, event) =>
    withEntry(state, event, 'revocation', { ...event.input, decision: decisionOf(state)?.id ?? '' }),
  prefill: () => ({ input: { extent: 'whole' } }),
});

/** Less than the whole, and nothing that was not there: no revocation makes a penalty heavier. */
function isPartOf(left: readonly Sanction[], whole: readonly Sanction[]): boolean {
  const open = [...whole];
  for (const one of left) {
    const at = open.findIndex(
      ({ party, kind, amount }) =>
        party === one.party && kind === one.kind && (one.amount ?? amount ?? 0) <= (amount ?? 0),
    );
    if (at < 0) return false;
    open.splice(at, 1);
  }
  const sum = (of: readonly Sanction[]): number => of.reduce((total, one) => total + (one.amount ?? 0), 0);
  return left.length > 0 && (open.length > 0 || sum(left) < sum(whole));
}

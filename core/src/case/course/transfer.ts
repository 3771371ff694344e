import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { notYetDecided } from '../performing/payment.ts';
import { decisionOf, filingOf, spotDecisionOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 案件移送: a case beyond this agency's jurisdiction went to the organ that has it, by which paper and when; the receipt
 * stands in the record. Its moment is that of the handing over. A lead goes as it is: what cannot be filed here
 * (处罚法第二十五条第一款) needs no decision to go where it was filed first.
 */
export const transferCase = defineAct({
  name: 'case.transfer',
  event: 'case.transferred',
  label: '登记案件移送',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  creates: 'transfer',
  input: z.strictObject({
    organ: z.string().trim().min(2, '请写明受移送的机关').max(100).meta({ label: '受移送的机关' }),
    number: z.string().trim().min(2, '请写明移送文书的文号').max(100).meta({ label: '移送文书的文号' }),
  }),
  standing: (state) => {
    if (isLead(state)) return [];
    if (decisionOf(state) === undefined) return notYetDecided(state);
    return decisionOf(state)?.data.outcome === 'transfer-agency'
      ? []
      : [
          {
            code: 'TRANSFER_NOT_DECIDED',
            because: '本案没有决定移送有管辖权的机关',
            remedy: { says: '移送司法机关的另行登记；没有决定移送的，不登记' },
          },
        ];
  },
  invariants: (state, act) =>
    tooEarly(act.occurredAt, decisionOf(state)?.at, '移送的时刻早于决定移送的时刻', '核对移送的时刻'),
  apply: (state, event) => withEntry(state, event, 'transfer', event.input),
});

/** Registered, and not yet a case. */
function isLead(state: CaseState): boolean {
  return (
    entriesOf(state, 'lead').length > 0 &&
    filingOf(state) === undefined &&
    spotDecisionOf(state) === undefined
  );
}

/** The transfer that stands: received by the other organ, with nothing missing in its record. */
export function transferOf(state: CaseState) {
  return entriesOf(state, 'transfer').find((entry) => entry.defects.length === 0);
}

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { decisionMade, decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 撤销行政确认: it was wrong, and nothing of it stands. One that is to be put right is taken back and decided anew in the same
 * file, so that nobody has two readings of it in hand.
 */
export const revokeConfirmation = defineAct({
  name: 'case.revoke-confirmation',
  event: 'case.confirmation-revoked',
  label: '撤销行政确认',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['confirmation'],
  afterClosing: true,
  creates: 'revocation',
  restsOn: ['decision', 'revocation'],
  input: z.strictObject({
    way: code('revocation-way', '撤销的途径'),
    ground: code('confirmation-revocation-ground', '撤销的理由'),
  }),
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [];
    return decisionMade(state) === undefined
      ? [
          {
            code: 'NOT_YET_DECIDED',
            because: '本案尚未作出决定',
            remedy: { says: '先作出确认决定', act: 'case.decide-confirmation' },
          },
        ]
      : [{ code: 'ALREADY_REVOKED', because: '本案的确认已经撤销' }];
  },
  invariants: (state, act) =>
    tooEarly(act.occurredAt, decisionOf(state)?.at, '撤销的时刻早于决定作出的时刻', '核对撤销生效的时刻'),
  apply: (state, event) =>
    withEntry(state, event, 'revocation', {
      ...event.input,
      extent: 'whole',
      decision: decisionOf(state)?.id ?? '',
    }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { cleanedBy } from '../../publication/page.ts';
import { publicationOf, publishedThenRevoked, withdrawable } from './publishing.ts';
import { kindOf } from '../kind.ts';
import { withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/** How a file of that kind comes to say that what it decided stands no longer. */
function revokedBy(state: CaseState): string {
  const kind = kindOf(state);
  if (kind === 'license') return 'case.revoke-license';
  return kind === 'confirmation' ? 'case.revoke-confirmation' : 'case.revoke-decision';
}

/** 撤回公示 (处罚法第四十八条第二款): the page leaves the public, and why is said in its place. */
export const withdrawPublication = defineAct({
  name: 'case.withdraw-publication',
  event: 'case.publication-recalled',
  label: '撤回公示',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  afterClosing: true,
  creates: 'withdrawal',
  restsOn: ['publication', 'revocation', 'license-revocation'],
  input: z.strictObject({}),
  standing: (state) => {
    if (publicationOf(state) === undefined)
      return [{ code: 'NOT_PUBLISHED', because: '本案没有正在公示的决定' }];
    return withdrawable(state)
      ? []
      : [
          {
            code: 'DECISION_STANDS',
            because: '公示的决定没有被撤销或者变更',
            remedy: { says: '决定已被撤销的先登记', act: revokedBy(state) },
          },
        ];
  },
  invariants: (state, act) =>
    act.occurredAt < (publishedThenRevoked(state)?.revocation.at ?? act.occurredAt)
      ? [
          {
            code: 'STEP_ORDER',
            because: '撤回的时刻早于决定被撤销的时刻',
            field: 'occurredAt',
            remedy: { says: '核对撤回的时刻' },
          },
        ]
      : [],
  consequences: (state, act) => ({
    outcome: { reason: cleanedBy(state)(act.record['withdrawal.reason']) },
  }),
  apply: (state, event) =>
    withEntry(state, event, 'withdrawal', {
      publication: publicationOf(state)?.id ?? '',
      reason: String(event.outcome?.['reason'] ?? ''),
    }),
});

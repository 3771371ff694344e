import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { closingOf } from './closing.ts';
import { code } from '../inputs.ts';
import { kindOf, takesFiling } from '../kind.ts';
import { clearanceOf, courtAnswerOf, executionBasisOf } from '../execution/executing.ts';
import type { CaseKind } from '../kind.ts';
import { acceptanceRefusalOf, forwardingOf } from '../licensing/applying.ts';
import { mediatedOf } from '../adjudicating/disputing.ts';
import { endingOf, endOf } from '../course/over.ts';
import { decisionMade, decisionOf, filingOf, revokedBy } from '../reading.ts';
import { performedAt, unpaidOf } from '../performing/payment.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/**
 * 结案: says that nothing more is to be done in the case, and on what ground. What must have been done before is the
 * law's business; here only that there is something that can end at all.
 */
export const closeCase = defineAct({
  name: 'case.close',
  event: 'case.closed',
  label: '结案',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'archive',
  creates: 'closing',
  ends: true,
  restsOn: [
    'acceptance-refusal',
    'forwarding',
    'mediation',
    'license',
    'decision',
    'revocation',
    'performance-check',
    'payment',
    'enforcement',
    'remedy',
    'execution-record',
    'clearance',
    'clearance-notice',
    'court-answer',
    'overturning',
    'restoration',
  ],
  input: z.strictObject({ ground: code('closing-ground', '结案的情形') }),
  standing: (state) => {
    // Asked first: a closed case says that it is closed, not what it would need to be closed again.
    if (closingOf(state) !== undefined) return [{ code: 'ALREADY_CLOSED', because: '本案已经结案' }];
    if (acceptanceRefusalOf(state) !== undefined || kindOf(state) === 'execution') return [];
    if (forwardingOf(state) !== undefined) return [];
    if (mediatedOf(state) !== undefined) return [];
    if (takesFiling(state) && filingOf(state) === undefined && decisionOf(state) === undefined)
      return [
        {
          code: 'STAGE_RECORD_MISSING',
          because: '本案尚未立案，没有可以结的案',
          remedy: { says: '先办理立案', act: 'case.file' },
        },
      ];
    return decisionMade(state) === undefined && endOf(state) === undefined
      ? [
          {
            code: 'NOT_YET_DECIDED',
            because: '本案尚未作出决定',
            remedy: {
              says: '先作出决定',
              act: decidedBy[kindOf(state) ?? 'penalty'] ?? 'case.decide',
            },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'closing', event.input),
  prefill: (state) => {
    const ground = likelyGround(state);
    return ground === undefined ? {} : { input: { ground } };
  },
});

/** The act by which each kind of enforcement is decided. */
const decidedBy: Readonly<Partial<Record<CaseKind, string>>> = {
  license: 'case.decide-license',
  inspection: 'case.conclude-inspection',
  confirmation: 'case.decide-confirmation',
  adjudication: 'case.decide-adjudication',
  levy: 'case.decide-levy',
};

/** What the file already says of how the case ended; undefined while money is open, for then a person must tell. */
function likelyGround(state: CaseState): string | undefined {
  const ending = endingOf(state);
  if (ending !== undefined) return ending;
  if (acceptanceRefusalOf(state) !== undefined) return 'acceptance-refused';
  if (forwardingOf(state) !== undefined) return 'forwarded';
  if (mediatedOf(state) !== undefined) return 'mediated';
  if (revokedBy(state) !== undefined) return 'revoked';
  if (clearanceOf(state) !== undefined) return 'enforced';
  if (executionBasisOf(state) !== undefined) return executionGround(state);
  const outcome = decisionOf(state)?.data.outcome;
  if (outcome === undefined) return undefined;
  if (outcome !== 'penalty') return outcome;
  if (presentParties(state).some((party) => unpaidOf(state, party.id) > 0)) return undefined;
  const byForce =
    entriesOf(state, 'enforcement').length > 0 || entriesOf(state, 'court-application').length > 0;
  return byForce ? 'enforced' : 'performed';
}

function executionGround(state: CaseState): string | undefined {
  if (courtAnswerOf(state, 'denied', 'refused') !== undefined) return 'court-denied';
  const open = presentParties(state).some((party) => performedAt(state, party.id) === undefined);
  if (open) return undefined;
  const byForce =
    entriesOf(state, 'enforcement').length > 0 ||
    entriesOf(state, 'execution-record').length > 0 ||
    entriesOf(state, 'court-application').length > 0;
  return byForce ? 'enforced' : 'performed';
}

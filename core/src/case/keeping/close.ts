import { z } from 'zod';
import type { Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import type { Law } from '../../rules/law.ts';
import { unansweredPartners } from '../joint/partners.ts';
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
  standing: (state, { law }) => {
    // Asked first: a closed case says that it is closed, not what it would need to be closed again.
    if (closingOf(state) !== undefined) return [{ code: 'ALREADY_CLOSED', because: '本案已经结案' }];
    return [...nothingToClose(state), ...resultsMissing(state, law)];
  },
  apply: (state, event) => withEntry(state, event, 'closing', event.input),
  prefill: (state) => {
    const ground = likelyGround(state);
    return ground === undefined ? {} : { input: { ground } };
  },
});

/** Of a file in which nothing has been decided and that has not ended otherwise. */
function nothingToClose(state: CaseState): readonly Structural[] {
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
}

/**
 * Of each partner in joint enforcement it is known what came of it there, or written why not: a file that is closed
 * without it says of one conduct only what half of those who dealt with it did. No article asks for it, so it stands
 * here. A law from before results could be written down does not know their codes: what was closed under it needed none.
 */
function resultsMissing(state: CaseState, law: Law): readonly Structural[] {
  if (law.codes['partner-outcome'] === undefined) return [];
  const names = unansweredPartners(state).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        {
          code: 'PARTNER_RESULT_MISSING',
          because: `没有登记联合执法的${names.join('、')}的结果`,
          remedy: { says: '登记各机关的结果；不知道结果的，写明理由', act: 'case.record-partner-result' },
        },
      ];
}

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

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import type { Value } from '../../canonical.ts';
import { seriesStream } from '../../series/take-number.ts';
import { codeLabel } from '../../rules/law.ts';
import type { Law } from '../../rules/law.ts';
import { assessmentOf } from '../inquiry/circumstances.ts';
import { signature } from '../signature.ts';
import { isEvidence, soundEvidence } from '../inquiry/exclusion.ts';
import { keepFines, shelvesOfParties } from './former-fines.ts';
import { basesNamed, notInRegister } from '../opening/founding.ts';
import { bases, code, localId, sanctions } from '../inputs.ts';
import { defencePointsOf, reviewOf } from '../notice/defence.ts';
import { discretionTold } from './departure.ts';
import { discussionOf } from './discussing.ts';
import { numberedDecision } from './numbered-decision.ts';
import { basisOfDecision, decisionOf, partyName, revokedBy } from '../reading.ts';
import { remedyTexts } from './remedy-text.ts';
import type { ActContext } from '../../act.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { dayOf } from '../../time/index.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { isVerified } from '../inquiry/verification.ts';
import { alreadyDecided } from './already-decided.ts';

/** 作出决定 (处罚法第五十七条): fixes the outcome, takes its number and freezes it in one act. */
export const decideCase = defineAct({
  name: 'case.decide',
  event: 'case.decided',
  label: '作出决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'decision',
  restsOn: [...basisOfDecision, 'approval'],
  input: z.strictObject({
    outcome: code('outcome', '决定'),
    notice: z.optional(localId.meta({ label: '所依据的告知书', ref: 'notice' })),
    sanctions: sanctions.meta({ label: '处罚' }),
    bases: z.optional(bases),
    performBy: z.optional(day.meta({ label: '履行期限的末日' })),
    evidence: z.array(localId).max(500).meta({ label: '所依据的证据', ref: 'evidence' }),
    paymentDays: z.optional(z.number().int().min(1).max(365).meta({ label: '决定书写明的缴款期限（日）' })),
  }),
  reads: (act, state) => [
    seriesStream(act, 'decision'),
    ...(state === undefined ? [] : shelvesOfParties(act, state)),
  ],
  standing: (state) => alreadyDecided(decisionOf(state)),
  invariants: (state, act, { refs }) => {
    const parties = new Set(presentParties(state).map((party) => party.id));
    if (act.input.sanctions.some((one) => !parties.has(one.party)))
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.sanctions',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
    if (act.input.evidence.some((id) => !isEvidence(entryById(state, id))))
      return [
        {
          code: 'LINK_BROKEN',
          because: '所列证据不在本案卷中',
          field: 'input.evidence',
          remedy: { says: '从卷内证据中选择' },
        },
      ];
    if (act.input.notice !== undefined && entryById(state, act.input.notice)?.kind !== 'notice')
      return [
        {
          code: 'LINK_BROKEN',
          because: '所列告知书不在本案卷中',
          field: 'input.notice',
          remedy: { says: '从卷内告知书中选择' },
        },
      ];
    const revoked = revokedBy(state);
    if (revoked !== undefined && act.occurredAt < revoked.at)
      return [
        {
          code: 'STEP_ORDER',
          because: '作出决定的时刻早于前一决定被撤销的时刻',
          field: 'occurredAt',
          remedy: { says: '核对作出决定的时刻' },
        },
      ];
    if (act.input.performBy !== undefined && act.input.performBy < dayOf(act.occurredAt))
      return [
        {
          code: 'STEP_ORDER',
          because: '履行期限的末日早于作出决定的日期',
          field: 'input.performBy',
          remedy: { says: '核对履行期限的末日' },
        },
      ];
    return notInRegister(act.input, refs.agency);
  },
  consequences: (state, act, context) => {
    const { outcome, others } = numberedDecision(state, act, context, 'decision');
    const kept = act.input.outcome === 'penalty' ? keepFines(state, act, context, outcome.number) : [];
    const told = discretionTold(state, act.input, { agency: context.refs.agency, at: act.occurredAt });
    return { outcome: { ...outcome, ...told }, others: [...others, ...kept] };
  },
  apply: (state, event) => {
    // What the notice named carries the decision as well, unless the decision names others.
    const bases = basesNamed({ state, act: { name: event.act, input: event.input } });
    const former = revokedBy(state)?.data.decision;
    return withEntry(state, event, 'decision', {
      ...event.input,
      ...(former === undefined ? {} : { remakes: former }),
      ...(bases.length === 0 ? {} : { bases }),
      number: String(event.outcome?.['number'] ?? ''),
    });
  },
  prefill: (state, context) => {
    const notice = entriesOf(state, 'notice').at(-1);
    const discussion = discussionOf(state);
    const evidence = evidenceToName(state);
    const known: Readonly<Record<string, Value | undefined>> = {
      ...signature(state, context),
      'decision.facts': notice?.record['notice.facts'],
      'decision.basis': notice?.record['notice.basis'],
      'penalty.departure': notice?.record['penalty.departure'],
      'decision.circumstances': weighedIn(state, context.law),
      'decision.adoption': adoptionText(state, context),
      ...remedyTexts(context.law),
    };
    return {
      input: {
        ...(notice === undefined ? {} : { notice: notice.id }),
        ...(discussion === undefined ? {} : { outcome: discussion.data.outcome }),
        sanctions: ((discussion ?? notice)?.data.sanctions ?? []) as unknown as Value,
        evidence,
        ...(notice?.data.bases === undefined ? {} : { bases: notice.data.bases }),
      },
      record: Object.fromEntries(
        Object.entries(known).filter((pair): pair is [string, Value] => pair[1] !== undefined),
      ),
    };
  },
});

/** What can carry the decision: what was found true, once anything was looked into. */
function evidenceToName(state: CaseState): string[] {
  const sound = soundEvidence(state).map((entry) => entry.id);
  const verified = sound.filter((id) => isVerified(state, id));
  return verified.length > 0 ? verified : sound;
}

/** What each party said and what came of it, a line for each point; nothing where nobody said anything. */
function adoptionText(state: CaseState, { law }: ActContext): string | undefined {
  const lines = defencePointsOf(state).map((point) => {
    const row = reviewOf(state, point)?.row;
    const said = `${partyName(state, point.statement.data.party)}提出：${point.text}`;
    return row === undefined ? said : `${said}${codeLabel(law, 'defence-result', row.result)}。${row.reason}`;
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** How each party's case is weighed, in the words of its assessment. */
function weighedIn(state: CaseState, law: Law): string | undefined {
  const weighed = presentParties(state).flatMap(({ id }) => {
    const record = assessmentOf(state, id)?.record;
    const weighing = record?.['assessment.weighing'];
    if (record === undefined || typeof weighing !== 'string') return [];
    const why = record['assessment.weighing-basis'] ?? record['assessment.degree'];
    return [`${codeLabel(law, 'weighing', weighing)}：${typeof why === 'string' ? why : '无'}`];
  });
  return weighed.length === 0 ? undefined : [...new Set(weighed)].join('\n');
}

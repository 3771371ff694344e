import { z } from 'zod';
import type { Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import type { Law } from '../../rules/law.ts';
import { assessmentOf } from './circumstances.ts';
import { isEvidence, soundEvidence } from './exclusion.ts';
import { localId as agencyId } from '../../authority/inputs.ts';
import { code, localId } from '../inputs.ts';
import { pastDayFaults } from '../past-day.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 裁量情节认定 (处罚法第五条第二款、第三十条至第三十三条): of one party, before anything is proposed: facts, nature,
 * degree and harm, each circumstance of leniency, the grounds for no penalty, and how it is weighed. The findings are
 * fields of the record, since the law says which there are; here is only whose, and which evidence bears which point.
 */
export const assessCircumstances = defineAct({
  name: 'case.assess-circumstances',
  event: 'case.circumstances-assessed',
  label: '认定裁量情节',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'assessment',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    support: z
      .array(
        z.strictObject({
          point: code('assessment-point', '认定的事项'),
          evidence: z
            .array(localId)
            .min(1, '请选择证据')
            .max(100)
            .meta({ label: '所依据的证据', ref: 'evidence' }),
        }),
      )
      .max(100)
      .meta({ label: '各项的证据' }),
    emergency: z.optional(agencyId.meta({ label: '违反的应对措施（因此从重的填写）', ref: 'emergency' })),
  }),
  standing: beforeDecision,
  invariants: (state, act, context) => {
    if (entryById(state, act.input.party)?.kind !== 'party') return [strangerTo('input.party')];
    const strange = act.input.support
      .flatMap((one) => one.evidence)
      .some((id) => !isEvidence(entryById(state, id)));
    return strange
      ? [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.support',
            remedy: { says: '从卷内证据中选择' },
          },
        ]
      : [
          ...pastDayFaults(
            act.record['assessment.conduct-on'],
            { what: '违法行为发生日', field: 'record.assessment.conduct-on' },
            context,
          ),
          ...pastDayFaults(
            act.record['assessment.discovered-on'],
            { what: '更早被发现之日', field: 'record.assessment.discovered-on' },
            context,
          ),
          ...pastDayFaults(
            act.record['assessment.born-on'],
            { what: '出生日期', field: 'record.assessment.born-on' },
            context,
          ),
        ];
  },
  apply: (state, event) => withEntry(state, event, 'assessment', event.input),
  prefill: (state, { law }) => {
    const parties = presentParties(state);
    const next = parties.find((party) => assessmentOf(state, party.id) === undefined) ?? parties.at(-1);
    if (next === undefined) return {};
    // Assessed anew: what was said then stands until somebody changes it.
    const before = assessmentOf(state, next.id) ?? entriesOf(state, 'assessment').at(-1);
    const filing = filingOf(state);
    const conductOn = filing?.data.conductOn;
    const conductState = filing?.record['filing.conduct-state'];
    return {
      input: {
        party: next.id,
        support: (before?.data.support ?? onlyEvidence(state, law)) as unknown as Value,
      },
      record: {
        ...(conductOn === undefined ? {} : { 'assessment.conduct-on': conductOn }),
        ...(conductState === undefined ? {} : { 'assessment.conduct-state': conductState }),
        ...(before?.data.party === next.id ? before.record : {}),
      },
    };
  },
});

/** With one sound piece in the file there is nothing to choose: what happened rests on it. */
function onlyEvidence(state: CaseState, law: Law): readonly { point: string; evidence: readonly string[] }[] {
  const sound = soundEvidence(state);
  const [only] = sound;
  return only === undefined || sound.length > 1
    ? []
    : (law.codes['assessment-aspect'] ?? []).map(({ id }) => ({ point: id, evidence: [only.id] }));
}

/** Circumstances are looked into in a case that is filed and not yet decided. */
export function beforeDecision(state: CaseState): readonly Structural[] {
  if (filingOf(state) === undefined)
    return [
      {
        code: 'STAGE_RECORD_MISSING',
        because: '本案尚未立案',
        remedy: { says: '先办理立案', act: 'case.file' },
      },
    ];
  return alreadyDecided(decisionOf(state));
}

export function strangerTo(field: string): Structural {
  return {
    code: 'PARTY_UNKNOWN',
    because: '所选当事人不在本案中',
    field,
    remedy: { says: '从本案当事人中选择' },
  };
}

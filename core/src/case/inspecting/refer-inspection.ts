import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Act } from '../../act.ts';
import type { DomainEvent } from '../../event.ts';
import { alsoIn, handedIn, handedOn, withEvidence } from '../course/other-case.ts';
import { decisionOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { inspectionTaskOf, notAnInspection, referralOf } from './inspecting.ts';

/**
 * 转为处罚案源: what an inspection has found becomes the lead of a penalty case. One act, two files: the new file begins with
 * the lead, which names the inspection, and with the papers that can be evidence there, and each file shows the other.
 */
export const referInspection = defineAct({
  name: 'case.refer-inspection',
  event: 'case.inspection-referred',
  label: '转为处罚案源',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['inspection'],
  creates: 'link',
  input: z.strictObject({
    summary: z.string().trim().min(4, '请写明线索摘要').max(2000).meta({ label: '线索摘要', long: true }),
  }),
  reads: (act) => [newStream(act)],
  standing: (state) => {
    if (inspectionTaskOf(state) === undefined) return notAnInspection;
    if (referralOf(state) !== undefined)
      return [{ code: 'ALREADY_REFERRED', because: '本次检查发现的线索已经转为案源' }];
    return decisionOf(state)?.data.outcome === 'suspected'
      ? []
      : [
          {
            code: 'NOT_SUSPECTED',
            because: '检查结果不是涉嫌违法',
            remedy: { says: '检查中发现涉嫌违法的，先作出相应的检查结果', act: 'case.conclude-inspection' },
          },
        ];
  },
  consequences: (state, act, context) => ({
    outcome: { stream: newStream(act) },
    others: [alsoIn(newStream(act), act, context, 'case.inspection-referred', handedOn(state))],
  }),
  apply: (state, event) => {
    if (event.outcome?.['from'] !== undefined) return begins(state, event);
    return withEntry(state, event, 'link', {
      other: String(event.outcome?.['stream'] ?? ''),
      number: '本次检查转出的案源',
      relation: 'causes',
    });
  },
  prefill: (state) => {
    const findings = decisionOf(state)?.record['inspecting.findings'];
    return typeof findings === 'string' ? { input: { summary: findings } } : {};
  },
});

/** The new file is named by the act: sent twice, it is still one. */
function newStream(act: Act): string {
  return `case/${act.id}`;
}

/** Whose matter it is stands in the lead as a lead of that source has it; the parties are those of the filing to come. */
function begins(state: CaseState, event: DomainEvent): CaseState {
  const { from, number, parties } = handedIn(event);
  const { summary } = event.input as { readonly summary: string };
  const [party] = parties;
  const record = {
    'lead.inspection': number,
    ...(party === undefined
      ? {}
      : {
          'lead.party-name': party.name,
          'lead.party-kind': party.kind,
          ...copied(party.record, 'party.code', 'lead.party-code'),
          ...copied(party.record, 'party.representative', 'lead.party-representative'),
          ...copied(party.record, 'party.address', 'lead.party-address'),
        }),
  };
  const lead = withEntry(
    state,
    event,
    'lead',
    { source: 'inspection', summary },
    `${event.actId}-lead`,
    record,
  );
  return withEvidence(
    withEntry(lead, event, 'link', { other: from, number, relation: 'caused-by' }, event.actId, {}),
    event,
  );
}

function copied(
  record: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const value = record[from];
  return typeof value === 'string' ? { [to]: value } : {};
}

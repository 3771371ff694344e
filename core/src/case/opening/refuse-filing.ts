import { shownName } from '../../actor.ts';
import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { FieldMap, Value } from '../../canonical.ts';
import { approvalOf } from '../reading.ts';
import { leadSettled, triageOf } from './leads.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/** 不予立案: no case is opened. What must be written down, who agrees and who is told is for the law to say. */
export const refuseFiling = defineAct({
  name: 'case.refuse-filing',
  event: 'case.filing-refused',
  label: '决定不予立案',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  creates: 'filing-refusal',
  input: z.strictObject({}),
  standing: leadSettled,
  apply: (state, event) => withEntry(state, event, 'filing-refusal', event.input),
  prefill: (state) => ({ input: {}, record: knownOf(state) }),
});

/** Who looked into it and what was found stand in the check of the lead; who is to be told follows from its source. */
function knownOf(state: CaseState): FieldMap {
  const triage = triageOf(state);
  const [lead] = entriesOf(state, 'lead');
  const reviewer = triage?.by ?? approvalOf(state, 'filing-refusal', 'handler')?.by;
  const known: readonly (readonly [string, Value | undefined])[] = [
    ['filing.refusal-reviewer', reviewer === undefined ? undefined : shownName(reviewer)],
    ['filing.refusal-course', triage?.record['triage.findings']],
    ['filing.refusal-telling', tellingOf(lead?.data.source, lead?.record['lead.naming'])],
  ];
  return Object.fromEntries(known.filter((pair): pair is [string, Value] => pair[1] !== undefined));
}

function tellingOf(source: string | undefined, naming: Value | undefined): string | undefined {
  if (source === 'complaint')
    return naming === 'anonymous' ? '匿名举报，无法告知' : '作出后告知投诉人、举报人';
  if (source === 'transferred') return '作出后函复移送机关';
  return source === undefined ? undefined : '没有应当告知的人';
}

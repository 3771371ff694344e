import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, daysBetween, parseDay } from '../../time/index.ts';
import { filingRefusalOf, leadConclusionOf, toldOf, triageOf } from '../opening/leads.ts';
import { filingOf, spotDecisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { approved } from './approved.ts';
import { fact, happened, no } from './word.ts';

/** Words about where a matter came from, and about what becomes of it before it is a case. */
export const ofLead: readonly FactDefinition[] = [
  fact('case.leadSource', 'case', 'enum', '案件来源', 'case.register-lead', ({ state }) =>
    ofLeadEntry(state, (lead) => lead.data.source),
  ),
  fact('case.reporterNaming', 'case', 'enum', '实名或者匿名', 'case.register-lead', ({ state }) =>
    ofLeadEntry(state, (lead) => lead.record['lead.naming']),
  ),
  // A limit the superior set in its letter, as a length from the day the lead was entered.
  fact('case.daysToFinish', 'case', 'int', '距交办要求办结日的天数', 'case.register-lead', ({ state }) =>
    ofLeadEntry(state, (lead) => {
      const by = parseDay(lead.record['lead.finish-by']);
      const days = by === undefined ? 0 : daysBetween(dayOf(lead.at), by);
      // Asked for a day that had passed when the letter came in: there is nothing left to count.
      return days > 0 ? days : undefined;
    }),
  ),
  fact('case.triaged', 'case', 'bool', '已逐项核对立案标准', 'case.triage-lead', ({ state }) =>
    happened(entriesOf(state, 'triage')[0]),
  ),
  fact('case.triageMet', 'case', 'bool', '核查结论为符合立案标准', 'case.triage-lead', ({ state }) => {
    const triage = triageOf(state);
    return triage?.data.conclusion === 'meets' ? happened(triage) : no;
  }),
  fact('case.filingSettled', 'case', 'bool', '已立案或者不予立案', 'case.file', ({ state }) =>
    happened(filingOf(state) ?? filingRefusalOf(state) ?? spotDecisionOf(state)),
  ),
  fact('case.refusalApproved', 'case', 'bool', '负责人已批准不予立案', 'case.approve', (scene) =>
    approved(scene, 'filing-refusal'),
  ),
  fact('case.filingRefused', 'case', 'bool', '已不予立案', 'case.refuse-filing', ({ state }) =>
    happened(filingRefusalOf(state)),
  ),
  fact('case.complainantTold', 'case', 'bool', '已告知投诉举报人', 'case.notify-refusal', ({ state }) =>
    happened(toldOf(state, 'complainant')),
  ),
  fact('case.transferorTold', 'case', 'bool', '已函复移送机关', 'case.notify-refusal', ({ state }) =>
    happened(toldOf(state, 'transferor')),
  ),
  fact('case.superiorTold', 'case', 'bool', '已回告交办机关', 'case.notify-refusal', ({ state }) =>
    happened(toldOf(state, 'superior')),
  ),
  fact('case.finished', 'case', 'bool', '已作出决定或者办结案源', 'case.conclude-lead', ({ state }) =>
    happened(entriesOf(state, 'decision')[0] ?? leadConclusionOf(state)),
  ),
  fact(
    'act.criteriaMet',
    'act',
    'bool',
    '立案标准每项都符合',
    undefined,
    (scene) => ({ known: true, value: everyCriterion(scene) }),
    true,
  ),
  fact(
    'act.listedMaterials',
    'act',
    'int',
    '移送材料清单的件数',
    undefined,
    (scene) => ({ known: true, value: linesOf(scene.act?.record['lead.materials']) }),
    true,
  ),
];

function ofLeadEntry(
  state: CaseState,
  read: (lead: EntryOf<'lead'>) => EntryOf<'lead'>['record'][string] | undefined,
): Reading {
  const [lead] = entriesOf(state, 'lead');
  const value = lead === undefined ? undefined : read(lead);
  return lead === undefined || value === undefined ? unknownReading : { known: true, value, since: lead.at };
}

/** The list of criteria is the law's; one left unticked is one that is not met. */
function everyCriterion(scene: Scene): boolean {
  const ticked = (scene.act?.input as { criteria?: unknown } | undefined)?.criteria;
  const criteria = scene.law.codes['filing-criterion'] ?? [];
  return Array.isArray(ticked) && criteria.every(({ id }) => ticked.includes(id));
}

/** One line, one thing. */
function linesOf(text: unknown): number {
  return typeof text === 'string' ? text.split('\n').filter((line) => line.trim() !== '').length : 0;
}

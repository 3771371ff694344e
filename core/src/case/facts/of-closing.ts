import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, daysBetween } from '../../time/index.ts';
import { bindingOf, reviewKinds } from '../keeping/binding.ts';
import { closingOf } from '../keeping/closing.ts';
import { correctionOf } from '../performing/correction-order.ts';
import { servedOn } from '../serving/effective.ts';
import { executionBasisOf } from '../execution/executing.ts';
import { performedAt } from '../performing/payment.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import { transferOf } from '../course/transfer.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { fact, happened, no } from './word.ts';
import { presentParties } from '../parties/present-parties.ts';

/** Words about the end of a case: what was put right, carried out, closed, bound and archived. */
export const ofClosing: readonly FactDefinition[] = [
  fact('case.closed', 'case', 'bool', '已结案', 'case.close', ({ state }) => happened(closingOf(state))),
  fact(
    'case.executionFinished',
    'case',
    'bool',
    '决定书已执行终结',
    'case.check-performance',
    executionFinished,
  ),
  fact('case.transferRegistered', 'case', 'bool', '已登记案件移送和回执', 'case.transfer', ({ state }) =>
    happened(transferOf(state)),
  ),
  fact('case.fileBound', 'case', 'bool', '已编制卷内目录', 'case.bind-file', ({ state }) =>
    happened(bindingOf(state)),
  ),
  fact('case.archived', 'case', 'bool', '已归档', 'case.archive', ({ state }) =>
    happened(entriesOf(state, 'archiving')[0]),
  ),
  fact('entry.bound', 'entry', 'bool', '已列入卷内目录', 'case.bind-file', ({ state }, one) => {
    const listed = bindingOf(state)?.data.contents.includes(one.id) === true;
    return listed ? happened(bindingOf(state)) : no;
  }),
  fact('entry.ofReview', 'entry', 'bool', '是法制审核的记录', 'case.submit-review', ({ state }, one) => {
    const entry = entryById(state, one.id);
    return entry !== undefined && reviewKinds.includes(entry.kind) ? happened(entry) : no;
  }),
  fact(
    'party.correctionOrdered',
    'party',
    'bool',
    '已责令限期改正',
    'case.order-correction',
    ({ state }, one) => {
      const ordered = correctionOf(state, one.id);
      return ordered === undefined ? no : { known: true, value: true, since: ordered.at };
    },
  ),
  fact(
    'party.correctionDays',
    'party',
    'int',
    '自责令改正至改正期限末日的日数',
    'case.order-correction',
    ({ state }, one) => {
      const ordered = correctionOf(state, one.id);
      return ordered === undefined
        ? unknownReading
        : { known: true, value: daysBetween(dayOf(ordered.at), ordered.by), since: ordered.at };
    },
  ),
  fact(
    'party.correctionChecked',
    'party',
    'bool',
    '已核查改正情况',
    'case.check-correction',
    ({ state }, one) => {
      const ordered = correctionOf(state, one.id);
      // A look before the last day that finds it undone says nothing of whether it is put right in time.
      return happened(
        entriesOf(state, 'correction-check').find(
          (entry) =>
            entry.data.party === one.id &&
            ordered !== undefined &&
            entry.at >= ordered.at &&
            (entry.data.state === 'done' || dayOf(entry.at) >= ordered.by),
        ),
      );
    },
  ),
  // What the latest look on or after the last day found; put right in the end, nothing is left to demand.
  fact(
    'party.correctionUnmet',
    'party',
    'bool',
    '期满核查没有全部改正',
    'case.check-correction',
    ({ state }, one) => {
      const check = checkAfterTerm(state, one.id);
      return check === undefined || check.data.state === 'done' ? no : happened(check);
    },
  ),
  fact(
    'party.correctionDemanded',
    'party',
    'bool',
    '核查没有改正之后已经催告',
    'case.record-demand',
    ({ state }, one) => {
      const check = checkAfterTerm(state, one.id);
      if (check === undefined) return no;
      const demands = [
        ...entriesOf(state, 'demand').filter((entry) => entry.data.parties.includes(one.id)),
        ...entriesOf(state, 'spoken-demand').filter((entry) => entry.data.party === one.id),
      ].filter((entry) => entry.at >= check.at);
      return happened(demands.sort((a, b) => (a.at < b.at ? -1 : 1))[0]);
    },
  ),
  fact('party.demandIssued', 'party', 'bool', '已制作催告书', 'case.demand-performance', ({ state }, one) =>
    happened(entriesOf(state, 'demand').find((entry) => entry.data.parties.includes(one.id))),
  ),
  fact('party.demandRecorded', 'party', 'bool', '已记录催告情况', 'case.record-demand', ({ state }, one) =>
    happened(entriesOf(state, 'spoken-demand').find((entry) => entry.data.party === one.id)),
  ),
];

/** The latest look at whether a party put right what it was ordered to, on or after the last day for it. */
function checkAfterTerm(state: CaseState, party: string): EntryOf<'correction-check'> | undefined {
  const ordered = correctionOf(state, party);
  return entriesOf(state, 'correction-check')
    .filter((entry) => entry.data.party === party && ordered !== undefined && entry.at >= ordered.at)
    .filter((entry) => entry.data.state === 'done' || dayOf(entry.at) >= (ordered?.by ?? dayOf(entry.at)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}

/**
 * When the last of the parties had done what the decision demands: all was seen to be performed, or the fine, where it
 * is nothing but a fine, came in whole. Where nobody is to do anything, when the decision was served.
 */
function executionFinished(scene: Scene): Reading {
  const { state } = scene;
  const decision = decisionOf(state);
  const enforced = executionBasisOf(state) !== undefined;
  if (decision === undefined && !enforced) return no;
  const bound = new Set(
    enforced
      ? presentParties(state).map(({ id }) => id)
      : (decision?.data.sanctions ?? []).map((one) => one.party),
  );
  const moments =
    bound.size > 0
      ? [...bound].map((party) => performedAt(state, party))
      : presentParties(state).map((party) => {
          const served = servedOn(scene, decision?.id, party.id);
          return served.known ? served.since : undefined;
        });
  const known = moments.filter((moment) => moment !== undefined).sort();
  const last = known.at(-1);
  return last === undefined || known.length < moments.length ? no : { known: true, value: true, since: last };
}

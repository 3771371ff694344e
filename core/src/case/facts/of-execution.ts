import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { dayOf, daysBetween, parseInstant, startOfDay } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import {
  agreementOf,
  clearanceOf,
  courtAnswerOf,
  executionBasisOf,
  executionDecisionOf,
  overturningOf,
  resumptionOf,
  wholeOverturned,
} from '../execution/executing.ts';
import type { ExecutionDecision, RestoredItem } from '../execution/entries.ts';
import { defencePointsOf, reviewOf } from '../notice/defence.ts';
import { servedOn } from '../serving/effective.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryData, EntryOf } from '../state.ts';
import { fact, happened, isBlank, no, ofForm } from './word.ts';

/** Words about making somebody perform a decision: what is enforced, by what means, when, and what became of it. */
export const ofExecution: readonly FactDefinition[] = [
  fact('case.executionOpened', 'case', 'bool', '已登记据以执行的决定', 'case.open-execution', ({ state }) =>
    happened(executionBasisOf(state)),
  ),
  fact('case.demandMade', 'case', 'bool', '已制作催告书', 'case.demand-performance', ({ state }) =>
    happened(entriesOf(state, 'demand')[0]),
  ),
  ofEnforced('case.executionRoute', 'enum', '由谁执行', ({ route }) => route),
  ofEnforced('case.executionObligation', 'enum', '应当履行的义务', ({ obligation }) => obligation),
  ofEnforced('case.surchargePermille', 'int', '决定书告知的每日加处的千分数', ({ permille }) => permille),
  ofEnforced(
    'case.surchargeTold',
    'bool',
    '决定书告知了加处的标准',
    ({ permille }) => permille !== undefined,
  ),
  fact('case.executionMethod', 'case', 'enum', '执行方式', 'case.decide-execution', ({ state }) => {
    const decision = executionDecisionOf(state);
    if (decision?.data.execution !== undefined)
      return { known: true, value: decision.data.execution.method, since: decision.at };
    return executionBasisOf(state) === undefined ? unknownReading : { known: true, value: 'none' };
  }),
  ofDecision('case.executionBudget', 'money', '代履行的费用预算', ({ budget }) => budget),
  fact('case.surchargeAdded', 'case', 'money', '已经加处的数额', 'case.add-surcharge', ({ state }) => {
    const latest = entriesOf(state, 'surcharge').at(-1);
    return {
      known: true,
      value: latest?.data.amount ?? 0,
      ...(latest === undefined ? {} : { since: latest.at }),
    };
  }),
  fact('case.basisRevoked', 'case', 'bool', '据以执行的决定被撤销', 'case.record-overturning', ({ state }) =>
    wholeOverturned(state) ? happened(overturningOf(state)) : no,
  ),
  fact('case.executionPlanned', 'case', 'bool', '已安排强制执行', 'case.plan-execution', ({ state }) =>
    happened(entriesOf(state, 'execution-plan')[0]),
  ),
  fact('case.executionCarriedOut', 'case', 'bool', '已实施强制执行', 'case.execute-decision', ({ state }) =>
    happened(entriesOf(state, 'execution-record')[0]),
  ),
  fact(
    'case.demolitionAnnounced',
    'case',
    'bool',
    '已公告限期拆除',
    'case.announce-demolition',
    ({ state }) => happened(entriesOf(state, 'demolition-notice').at(-1)),
  ),
  fact(
    'case.demolitionDays',
    'case',
    'int',
    '公告限期拆除的日数',
    'case.announce-demolition',
    ({ state }) => {
      const notice = entriesOf(state, 'demolition-notice').at(-1);
      const days = notice === undefined ? 0 : daysBetween(dayOf(notice.at), notice.data.until);
      return notice === undefined || days < 1
        ? unknownReading
        : { known: true, value: days, since: notice.at };
    },
  ),
  fact('case.agreementMade', 'case', 'bool', '已达成执行协议', 'case.agree-execution', ({ state }) =>
    happened(agreementOf(state)),
  ),
  fact(
    'case.agreementBroken',
    'case',
    'bool',
    '不履行协议而恢复强制执行',
    'case.resume-execution',
    ({ state }) => happened(resumptionOf(state)),
  ),
  fact(
    'case.overturned',
    'case',
    'bool',
    '执行依据被撤销变更或者执行错误',
    'case.record-overturning',
    ({ state }) => happened(overturningOf(state)),
  ),
  fact('case.executionRestored', 'case', 'bool', '已逐项回转', 'case.restore-execution', ({ state }) =>
    happened(restorationOf(state)),
  ),
  // Something was taken or done before: only then is there anything to carry back.
  fact('case.somethingExecuted', 'case', 'bool', '已有款物被执行', 'case.execute-decision', ({ state }) =>
    happened([...entriesOf(state, 'enforcement'), ...entriesOf(state, 'execution-record')][0]),
  ),
  fact(
    'case.hardshipLasting',
    'case',
    'bool',
    '中止是因为确无能力履行而没有明显社会危害',
    'case.suspend',
    ({ state }) => {
      const last = entriesOf(state, 'suspension').at(-1);
      return last?.record['suspending.unable'] === 'yes' && last.record['suspending.harmless'] === 'yes'
        ? happened(last)
        : no;
    },
  ),
  ofCourt('case.courtReceived', '法院已签收申请', 'received'),
  ofCourt('case.courtTaken', '法院已受理或者裁定不予受理', 'accepted', 'refused'),
  ofCourt('case.courtAccepted', '法院已受理', 'accepted'),
  ofCourt('case.courtHeard', '法院决定听取意见', 'heard'),
  ofCourt('case.courtRuled', '法院已作出裁定', 'granted', 'denied'),
  ofCourt('case.courtGranted', '法院裁定准予执行', 'granted'),
  ofCourt('case.courtRefused', '法院裁定不予受理', 'refused'),
  ofCourt('case.courtDenied', '法院裁定不予执行', 'denied'),
  fact(
    'case.courtReviewAsked',
    'case',
    'bool',
    '已向上一级法院申请复议',
    'case.ask-court-review',
    ({ state }) => {
      const ruling = courtAnswerOf(state, 'refused', 'denied');
      return happened(
        entriesOf(state, 'court-review').find((entry) => ruling !== undefined && entry.at >= ruling.at),
      );
    },
  ),
  fact('case.clearedAtOnce', 'case', 'bool', '已立即实施代履行', 'case.clear-at-once', ({ state }) =>
    happened(clearanceOf(state)),
  ),
  fact(
    'case.clearedUnseen',
    'case',
    'bool',
    '当事人不在场时立即实施代履行',
    'case.clear-at-once',
    ({ state }) => {
      const cleared = clearanceOf(state);
      return cleared?.data.present === false ? happened(cleared) : no;
    },
  ),
  fact(
    'case.clearanceTold',
    'case',
    'bool',
    '已把立即代履行通知当事人',
    'case.notify-clearance',
    ({ state }) => happened(entriesOf(state, 'clearance-notice')[0]),
  ),
  fact('party.basisServed', 'party', 'bool', '据以执行的决定已送达', 'case.open-execution', ({ state }) => {
    const day = executionBasisOf(state)?.data.servedOn;
    return day === undefined ? no : { known: true, value: true, since: startOfDay(day) };
  }),
  fact(
    'party.performDays',
    'party',
    'int',
    '送达之日至履行期限末日的日数',
    'case.open-execution',
    ({ state }) => {
      const { servedOn: day, performBy } = executionBasisOf(state)?.data ?? {};
      return day === undefined || performBy === undefined
        ? unknownReading
        : { known: true, value: daysBetween(day, performBy), since: startOfDay(day) };
    },
  ),
  fact(
    'party.demandedAgain',
    'party',
    'bool',
    '代履行决定之后再次催告并送达',
    'case.serve',
    (scene, subject) => {
      const decision = executionDecisionOf(scene.state);
      const demand = entriesOf(scene.state, 'demand').findLast(
        (entry) =>
          decision !== undefined && entry.at >= decision.at && entry.data.parties.includes(subject.id),
      );
      return demand === undefined ? no : servedOn(scene, demand.id, subject.id);
    },
  ),
  fact('point.upheld', 'defence-point', 'bool', '经复核成立', 'case.review-defence', ({ state }, subject) => {
    const point = defencePointsOf(state).find(({ id }) => id === subject.id);
    const found = point === undefined ? undefined : reviewOf(state, point);
    // What nobody has looked into yet is no point that holds: that it must be looked into is asked for itself.
    if (found === undefined) return no;
    return found.row.result === 'upheld' ? happened(found.review) : no;
  }),
  // Hours are counted from the beginning of the first day: what lasts beyond midnight ends after the twenty-fourth.
  ofForm('act.firstHour', 'int', '开始于几时', (scene) => {
    const start = startOf(scene);
    return start === undefined ? unknownReading : { known: true, value: hourOf(start) };
  }),
  ofForm('act.lastHour', 'int', '结束于几时', (scene) => {
    const start = startOf(scene);
    const { endedAt } = (scene.act?.input ?? {}) as { readonly endedAt?: unknown };
    const end = parseInstant(endedAt) ?? start;
    return start === undefined || end === undefined
      ? unknownReading
      : { known: true, value: daysBetween(dayOf(start), dayOf(end)) * 24 + hourOf(end) };
  }),
  ofForm('act.dayKind', 'enum', '当日是什么日子', (scene) => {
    const start = startOf(scene);
    return start === undefined
      ? unknownReading
      : { known: true, value: scene.law.calendar.kindOf(dayOf(start)) };
  }),
  ofForm('act.restoredInFull', 'bool', '回转的各项都有凭证', (scene) => {
    const { items } = (scene.act?.input ?? {}) as { readonly items?: unknown };
    const rows = Array.isArray(items) ? (items as readonly Partial<RestoredItem>[]) : [];
    return { known: true, value: rows.every(({ voucher }) => !isBlank(voucher)) };
  }),
];

function restorationOf(state: CaseState): EntryOf<'restoration'> | undefined {
  const fell = overturningOf(state);
  return entriesOf(state, 'restoration').find(
    (entry) => fell !== undefined && entry.at >= fell.at && entry.defects.length === 0,
  );
}

/** When the enforcement begins: as it is planned, or as it was. */
function startOf(scene: Scene): Instant | undefined {
  const { startsAt } = (scene.act?.input ?? {}) as { readonly startsAt?: unknown };
  return scene.act?.name === 'case.plan-execution' ? parseInstant(startsAt) : scene.act?.occurredAt;
}

function hourOf(moment: Instant): number {
  return Number(moment.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH'.length));
}

function ofEnforced(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (data: EntryData['execution-basis']) => string | number | boolean | undefined,
): FactDefinition {
  return fact(id, 'case', type, label, 'case.open-execution', ({ state }) => {
    const enforced = executionBasisOf(state);
    const value = enforced === undefined ? undefined : read(enforced.data);
    return enforced === undefined || value === undefined
      ? unknownReading
      : { known: true, value, since: enforced.at };
  });
}

function ofDecision(
  id: string,
  type: FactDefinition['type'],
  label: string,
  read: (data: ExecutionDecision) => string | number | undefined,
): FactDefinition {
  return fact(id, 'case', type, label, 'case.decide-execution', ({ state }) => {
    const decision = executionDecisionOf(state);
    const value = decision?.data.execution === undefined ? undefined : read(decision.data.execution);
    return decision === undefined || value === undefined
      ? unknownReading
      : { known: true, value, since: decision.at };
  });
}

function ofCourt(id: string, label: string, ...answers: readonly string[]): FactDefinition {
  return fact(
    id,
    'case',
    'bool',
    label,
    'case.record-court-answer',
    ({ state }): Reading => happened(courtAnswerOf(state, ...answers)),
  );
}

import { holdsCertificate } from '../authority/state.ts';
import type { Entry } from '../entry.ts';
import type { FactDefinition, Reading, Scene } from '../rules/fact.ts';
import type { Per } from '../rules/subject.ts';
import { unknownReading } from '../rules/fact.ts';
import { dayOf } from '../time/index.ts';
import {
  approvalOf,
  basisOf,
  changedSince,
  decisionOf,
  filingOf,
  handlersOf,
  noticeTo,
  serviceOf,
} from './reading.ts';
import { entriesOf, entryById } from './state.ts';
import type { CaseState } from './state.ts';

const no: Reading = { known: true, value: false };

function happened(entry: Entry | undefined): Reading {
  return entry === undefined ? no : { known: true, value: true, since: entry.at };
}

/** Happened to each of them, at the moment of the last; none at all is not all. */
function lastOf(entries: readonly (Entry | undefined)[]): Reading {
  if (entries.length === 0 || entries.some((entry) => entry === undefined)) return no;
  return happened(
    entries
      .filter((entry) => entry !== undefined)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1),
  );
}

function fact(
  id: string,
  per: Per,
  type: FactDefinition['type'],
  label: string,
  settledBy: string | undefined,
  read: FactDefinition['read'],
  ofInput = false,
): FactDefinition {
  return {
    id,
    per,
    type,
    label,
    read,
    ...(settledBy === undefined ? {} : { settledBy }),
    ...(ofInput ? { ofInput } : {}),
  };
}

/** Is there an agreeing approval of the matter, of what the file says now? */
function approved(scene: Scene, matter: string): Reading {
  const approval = approvalOf(scene.state, matter);
  if (approval === undefined || approval.data.opinion !== 'agree') return no;
  // What came into the file after the step it opened cannot unmake that step.
  const step = stepOf(scene.state, matter);
  const stale = changedSince(scene.state, basisOf(matter), approval.basedOn ?? 0).some(
    (entry) => step === undefined || entry.version < step.version,
  );
  return stale ? no : happened(approval);
}

/** The step an approval of the matter opens, once it has been taken. */
function stepOf(state: CaseState, matter: string): Entry | undefined {
  if (matter === 'filing') return filingOf(state);
  return matter === 'decision' ? decisionOf(state) : entriesOf(state, 'publication')[0];
}

function officersOfAct(scene: Scene): readonly string[] {
  const input = scene.act?.input as { officers?: readonly string[] } | undefined;
  return [...new Set(input?.officers ?? [])];
}

/** Words that rules about a case may use. Each says what it means, of what thing, and which act settles it. */
export const caseFacts: readonly FactDefinition[] = [
  fact('case.leadRegistered', 'case', 'bool', '已登记案源', 'case.register-lead', ({ state }) =>
    happened(entriesOf(state, 'lead')[0]),
  ),
  fact('case.filed', 'case', 'bool', '已立案', 'case.file', ({ state }) => happened(filingOf(state))),
  fact('case.handlersAssigned', 'case', 'bool', '已指派承办人', 'case.assign-handlers', ({ state }) =>
    happened(entriesOf(state, 'assignment')[0]),
  ),
  fact('case.handlerCount', 'case', 'int', '承办人数', 'case.assign-handlers', ({ state, asOf }) => ({
    known: true,
    value: handlersOf(state, asOf).length,
  })),
  fact('case.noticed', 'case', 'bool', '已向每名当事人告知', 'case.give-notice', ({ state }) => {
    return lastOf(entriesOf(state, 'party').map((party) => noticeTo(state, party.id)));
  }),
  fact('case.filingApproved', 'case', 'bool', '负责人已批准立案', 'case.approve', (scene) =>
    approved(scene, 'filing'),
  ),
  fact('case.interviewed', 'case', 'bool', '已询问', 'case.record-interview', ({ state }) =>
    happened(entriesOf(state, 'interview').find((entry) => entry.defects.length === 0)),
  ),
  fact('case.noticeServed', 'case', 'bool', '告知书已送达每名当事人', 'case.serve', ({ state }) =>
    lastOf(
      entriesOf(state, 'party').map((party) => serviceOf(state, noticeTo(state, party.id)?.id, party.id)),
    ),
  ),
  fact('case.stated', 'case', 'bool', '当事人已陈述申辩或者放弃', 'case.record-statement', ({ state }) =>
    happened(entriesOf(state, 'statement')[0]),
  ),
  fact('case.decisionServed', 'case', 'bool', '决定书已送达每名当事人', 'case.serve', ({ state }) =>
    lastOf(entriesOf(state, 'party').map((party) => serviceOf(state, decisionOf(state)?.id, party.id))),
  ),
  fact('case.decisionApproved', 'case', 'bool', '负责人已批准作出决定', 'case.approve', (scene) =>
    approved(scene, 'decision'),
  ),
  fact('case.publicationApproved', 'case', 'bool', '主要负责人已审定公示', 'case.approve', (scene) =>
    approved(scene, 'publication'),
  ),
  fact('case.decided', 'case', 'bool', '已作出决定', 'case.decide', ({ state }) =>
    happened(decisionOf(state)),
  ),
  fact('case.outcome', 'case', 'enum', '决定的种类', 'case.decide', ({ state }) => {
    const decision = decisionOf(state);
    return decision === undefined
      ? unknownReading
      : { known: true, value: decision.data.outcome, since: decision.at };
  }),
  fact('case.published', 'case', 'bool', '决定已公示', 'case.publish', ({ state }) =>
    happened(entriesOf(state, 'publication')[0]),
  ),
  fact('party.kind', 'party', 'enum', '当事人类型', 'case.file', (scene, subject) => {
    const proposed = (scene.act?.input as { parties?: readonly { id: string; kind?: string }[] } | undefined)
      ?.parties;
    const kind =
      entriesOf(scene.state, 'party').find((entry) => entry.id === subject.id)?.data.kind ??
      (Array.isArray(proposed) ? proposed.find((party) => party.id === subject.id)?.kind : undefined);
    return kind === undefined ? unknownReading : { known: true, value: kind };
  }),
  fact('party.noticed', 'party', 'bool', '已告知拟作出的处罚', 'case.give-notice', ({ state }, subject) =>
    happened(noticeTo(state, subject.id)),
  ),
  fact('party.noticeServed', 'party', 'bool', '事先告知书已送达', 'case.serve', ({ state }, subject) => {
    const notice = noticeTo(state, subject.id);
    return notice === undefined ? no : happened(serviceOf(state, notice.id, subject.id));
  }),
  fact(
    'party.noticeDefenceDays',
    'party',
    'int',
    '告知书写明的申辩期限',
    'case.give-notice',
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      return notice === undefined
        ? unknownReading
        : { known: true, value: notice.data.defenceDays, since: notice.at };
    },
  ),
  fact(
    'party.waivedDefence',
    'party',
    'bool',
    '已明确放弃陈述申辩',
    'case.record-statement',
    ({ state }, subject) => {
      const notice = noticeTo(state, subject.id);
      return happened(
        entriesOf(state, 'statement').find(
          (entry) =>
            entry.data.party === subject.id && entry.data.waives && entry.at >= (notice?.at ?? entry.at),
        ),
      );
    },
  ),
  fact('party.decisionServed', 'party', 'bool', '决定书已送达', 'case.serve', ({ state }, subject) =>
    happened(serviceOf(state, decisionOf(state)?.id, subject.id)),
  ),
  fact(
    'act.officerCount',
    'act',
    'int',
    '本次到场的执法人员人数',
    undefined,
    (scene) => ({ known: true, value: officersOfAct(scene).length }),
    true,
  ),
  fact(
    'act.qualifiedOfficers',
    'act',
    'int',
    '其中当日执法证件有效的人数',
    'agency.register-officer',
    (scene) => ({
      known: true,
      value: officersOfAct(scene).filter(
        (officer) =>
          scene.refs !== undefined && holdsCertificate(scene.refs.agency, officer, dayOf(scene.asOf)),
      ).length,
    }),
    true,
  ),
  fact(
    'act.evidenceCount',
    'act',
    'int',
    '所依据的证据件数',
    'case.record-interview',
    (scene) => ({ known: true, value: evidenceOfAct(scene).length }),
    true,
  ),
  fact(
    'act.evidenceSound',
    'act',
    'bool',
    '所依据的证据没有未补正的瑕疵',
    'case.correct-entry',
    (scene) => ({ known: true, value: evidenceOfAct(scene).every((entry) => entry?.defects.length === 0) }),
    true,
  ),
];

function evidenceOfAct(scene: Scene) {
  const input = scene.act?.input as { evidence?: readonly string[] } | undefined;
  return (input?.evidence ?? []).map((id) => entryById(scene.state, id));
}

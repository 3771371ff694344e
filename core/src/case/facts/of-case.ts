import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { decisionOf, filingOf, handlersOf, noticeTo, serviceOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { approved } from './approved.ts';
import { fact, happened, lastOf } from './word.ts';

/** Words about the case as a whole. */
export const ofCase: readonly FactDefinition[] = [
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
  fact('case.decidingExtended', 'case', 'bool', '已批准延长办案期限', 'case.extend-deciding', ({ state }) =>
    happened(entriesOf(state, 'extension')[0]),
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
];

import type { FactDefinition } from '../../rules/fact.ts';
import { mediatedOf, settlementOf } from '../adjudicating/disputing.ts';
import { servedOn } from '../serving/effective.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** Words about a dispute between two sides, and what each was told and heard of the other. */
export const ofAdjudicating: readonly FactDefinition[] = [
  fact('case.mediationTried', 'case', 'bool', '已经调解', 'case.mediate-dispute', ({ state }) =>
    happened(entriesOf(state, 'mediation')[0]),
  ),
  fact('case.disputeAgreed', 'case', 'bool', '各方已达成调解协议', 'case.mediate-dispute', ({ state }) =>
    happened(mediatedOf(state)),
  ),
  fact(
    'case.disputeSettled',
    'case',
    'bool',
    '争议已经裁决或者达成协议',
    'case.decide-adjudication',
    ({ state }) => happened(settlementOf(state)),
  ),
  fact('case.inquiryHeld', 'case', 'bool', '已经审理', 'case.hold-inquiry', ({ state }) =>
    happened(entriesOf(state, 'inquiry')[0]),
  ),
  fact('case.inquirySound', 'case', 'bool', '已由足够的人员审理', 'case.hold-inquiry', ({ state }) =>
    happened(entriesOf(state, 'inquiry').find(({ defects }) => defects.length === 0)),
  ),
  fact('case.answerAsked', 'case', 'bool', '已制作答辩通知书', 'case.notify-answer', ({ state }) =>
    happened(entriesOf(state, 'answer-notice')[0]),
  ),
  fact('case.answered', 'case', 'bool', '被申请人已经答辩', 'case.record-answer', ({ state }) =>
    happened(entriesOf(state, 'answer')[0]),
  ),
  fact(
    'party.isRespondent',
    'party',
    'bool',
    '是被申请人',
    'case.register-adjudication',
    ({ state }, { id }) => ({
      known: true,
      value: entriesOf(state, 'party').find((party) => party.id === id)?.data.role === 'respondent',
    }),
  ),
  fact('party.answerAsked', 'party', 'bool', '申请书副本已经送达', 'case.serve', (scene, { id }) => {
    const notice = entriesOf(scene.state, 'answer-notice').find(({ data }) => data.party === id);
    return notice === undefined ? no : servedOn(scene, notice.id, id);
  }),
  fact('party.answered', 'party', 'bool', '已经答辩', 'case.record-answer', ({ state }, { id }) =>
    happened(entriesOf(state, 'answer').find(({ data }) => data.party === id)),
  ),
];

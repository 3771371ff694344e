import type { FactDefinition } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { ofOwnMotion } from '../licensing/applying.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** Words about what an agency is to say is so, and about what a party was told before it is decided. */
export const ofConfirming: readonly FactDefinition[] = [
  fact('case.confirmationMatter', 'case', 'enum', '确认的种类', 'case.register-confirmation', ({ state }) => {
    const opened =
      entriesOf(state, 'confirmation-application')[0] ?? entriesOf(state, 'confirmation-opening')[0];
    return opened === undefined
      ? unknownReading
      : { known: true, value: opened.data.matter, since: opened.at };
  }),
  fact('case.ofOwnMotion', 'case', 'bool', '由本机关依职权启动', 'case.open-confirmation', ({ state }) =>
    ofOwnMotion(state) ? happened(state.entries[0]) : no,
  ),
  fact('case.confirmed', 'case', 'bool', '已予以确认', 'case.decide-confirmation', ({ state }) => {
    const decision = decisionOf(state);
    return decision?.data.confirmation !== undefined && decision.data.outcome === 'confirmed'
      ? happened(decision)
      : no;
  }),
  fact('case.partyHeard', 'case', 'bool', '已听取当事人的意见', 'case.consult-party', ({ state }) =>
    happened(entriesOf(state, 'party-view')[0]),
  ),
  fact(
    'party.toldAndHeard',
    'party',
    'bool',
    '已告知拟作的决定并听取意见',
    'case.consult-party',
    ({ state }, subject) =>
      happened(
        entriesOf(state, 'party-view').find(
          ({ data, defects }) => data.party === subject.id && defects.length === 0,
        ),
      ),
  ),
];

import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { requestsOf, rulingFor, rulingOn } from '../performing/detention.ts';
import { entriesOf, entryById } from '../state.ts';
import { fact, happened, ofForm } from './word.ts';

/** Words about a detention that somebody asks to be put off (处罚法第七十三条第二款). */
export const ofDetention: readonly FactDefinition[] = [
  fact(
    'detentionRequest.made',
    'detention-request',
    'bool',
    '申请暂缓执行拘留',
    'case.request-detention-suspension',
    ({ state }, one) => happened(entryById(state, one.id)),
  ),
  fact(
    'detentionRequest.answered',
    'detention-request',
    'bool',
    '已决定是否暂缓执行',
    'case.decide-detention-suspension',
    ({ state }, one) =>
      happened(entriesOf(state, 'detention-ruling').find(({ data }) => data.request === one.id)),
  ),
  ofForm('act.detentionSuspended', 'bool', '对这名当事人已决定暂缓执行', (scene) =>
    ofParty(scene, (party) => rulingFor(scene.state, party)?.data.ruling === 'suspend'),
  ),
  ofForm('act.detentionUnanswered', 'bool', '这名当事人的申请还没有决定', (scene) =>
    ofParty(scene, (party) =>
      requestsOf(scene.state, party).some(({ id }) => rulingOn(scene.state, id) === undefined),
    ),
  ),
  ofForm('act.partyContests', 'bool', '这名当事人已申请复议或者起诉', (scene) =>
    ofParty(scene, (party) => entriesOf(scene.state, 'remedy').some(({ data }) => data.party === party)),
  ),
];

function ofParty({ act }: Scene, holds: (party: string) => boolean): Reading {
  const { party } = (act?.input ?? {}) as { readonly party?: unknown };
  return typeof party === 'string' ? { known: true, value: holds(party) } : unknownReading;
}

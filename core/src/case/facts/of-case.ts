import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { decisionMade, decisionOf, filingOf, handlersOf, noticeTo, revokedBy } from '../reading.ts';
import { clearanceOf, executionBasisOf } from '../execution/executing.ts';
import { mediatedOf } from '../adjudicating/disputing.ts';
import { acceptanceRefusalOf, forwardingOf } from '../licensing/applying.ts';
import { isSound } from '../keeping/admission.ts';
import { endingOf, endOf } from '../course/over.ts';
import { servedOnEach } from '../serving/effective.ts';
import { publicationMade } from '../serving/publishing.ts';
import { endOfDay, parseDay } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf } from '../state.ts';
import { approved } from './approved.ts';
import { fact, happened, lastOf } from './word.ts';
import { presentParties } from '../parties/present-parties.ts';

/** Served on every party, since the last of them. */
function servedOnAll(scene: Scene, document: (party: string) => string | undefined): Reading {
  return servedOnEach(
    scene,
    presentParties(scene.state).map(({ id }) => id),
    document,
  );
}

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
    return lastOf(presentParties(state).map((party) => noticeTo(state, party.id)));
  }),
  fact('case.interviewed', 'case', 'bool', '已询问', 'case.record-interview', ({ state }) =>
    happened(entriesOf(state, 'interview').find((entry) => isSound(state, entry))),
  ),
  fact('case.noticeServed', 'case', 'bool', '告知书已送达每名当事人', 'case.serve', (scene) =>
    servedOnAll(scene, (party) => noticeTo(scene.state, party)?.id),
  ),
  fact('case.stated', 'case', 'bool', '当事人已陈述申辩或者放弃', 'case.record-statement', ({ state }) =>
    happened(entriesOf(state, 'statement')[0]),
  ),
  fact('case.opinionStated', 'case', 'bool', '当事人提出过意见', 'case.record-statement', ({ state }) =>
    happened(entriesOf(state, 'statement').find((entry) => !entry.data.waives)),
  ),
  fact('case.decisionServed', 'case', 'bool', '决定书已送达每名当事人', 'case.serve', (scene) =>
    servedOnAll(scene, () => decisionOf(scene.state)?.id),
  ),
  fact('case.decisionApproved', 'case', 'bool', '负责人已批准作出决定', 'case.approve', (scene) =>
    approved(scene, 'decision'),
  ),
  fact('case.publicationChecked', 'case', 'bool', '公示稿已由第二人核对', 'case.approve', (scene) =>
    approved(scene, 'publication', 'check'),
  ),
  fact('case.publicationApproved', 'case', 'bool', '主要负责人已审定公示', 'case.approve', (scene) =>
    approved(scene, 'publication'),
  ),
  fact('case.decidingExtended', 'case', 'bool', '已批准延长办案期限', 'case.extend-deciding', ({ state }) =>
    happened(entriesOf(state, 'extension')[0]),
  ),
  fact('case.decided', 'case', 'bool', '已作出决定', 'case.decide', ({ state }) =>
    happened(decisionMade(state)),
  ),
  // The term for deciding ran to the first decision; one made again after a revocation is not late by it.
  fact('case.firstDecided', 'case', 'bool', '已首次作出决定', 'case.decide', ({ state }) =>
    happened(entriesOf(state, 'decision')[0]),
  ),
  // After a revocation none of the outcomes holds, and the file says so: that is not the same as not knowing.
  fact('case.outcome', 'case', 'enum', '决定的种类', 'case.decide', ({ state }) => {
    const ending = endingOf(state);
    if (ending !== undefined) return { known: true, value: ending, since: endOf(state)?.at as Instant };
    const revoked = revokedBy(state);
    if (revoked !== undefined) return { known: true, value: 'revoked', since: revoked.at };
    const turned = acceptanceRefusalOf(state);
    if (turned !== undefined) return { known: true, value: 'acceptance-refused', since: turned.at };
    const forwarded = forwardingOf(state);
    if (forwarded !== undefined) return { known: true, value: 'forwarded', since: forwarded.at };
    const enforced = executionBasisOf(state) ?? clearanceOf(state);
    if (enforced !== undefined) return { known: true, value: 'execution', since: enforced.at };
    const agreed = mediatedOf(state);
    if (agreed !== undefined) return { known: true, value: 'mediated', since: agreed.at };
    const decision = decisionOf(state);
    return decision === undefined
      ? unknownReading
      : { known: true, value: decision.data.outcome, since: decision.at };
  }),
  fact('case.performBy', 'case', 'instant', '履行期限届满', 'case.decide', ({ state }) => {
    const last = parseDay(decisionOf(state)?.data.performBy);
    return last === undefined
      ? unknownReading
      : { known: true, value: endOfDay(last), since: endOfDay(last) };
  }),
  fact('case.published', 'case', 'bool', '决定已公示', 'case.publish', ({ state }) =>
    happened(publicationMade(state)),
  ),
];

import { canonical } from '../../canonical.ts';
import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { suspicionCheckOf, suspicionsOf } from '../opening/suspicions.ts';
import { proposedText } from '../deciding/discussing.ts';
import type { Proposed } from '../deciding/discussing.ts';
import { basesNamed } from '../opening/founding.ts';
import { publishedThenRevoked, withdrawalOf } from '../serving/publishing.ts';
import { revokedBy } from '../reading.ts';
import { entriesOf, entryById } from '../state.ts';
import type { EntryData } from '../state.ts';
import { fact, happened, no } from './word.ts';

/** The revocation in whose place the next decision would be made, or the last was. */
function ofRevocation(read: (data: EntryData['revocation']) => string): FactDefinition['read'] {
  return ({ state }) => {
    const revoked = revokedBy(state);
    // Not revoked is something the file itself says.
    return revoked === undefined
      ? { known: true, value: 'none' }
      : { known: true, value: read(revoked.data), since: revoked.at };
  };
}

/** Words about a decision that is no longer in force, and about what that gives cause to look into. */
export const ofRevocationAndSuspicions: readonly FactDefinition[] = [
  fact('case.decisionRevoked', 'case', 'bool', '决定已全部撤销', 'case.revoke-decision', ({ state }) =>
    happened(revokedBy(state)),
  ),
  fact(
    'case.revocationWay',
    'case',
    'enum',
    '决定因何途径撤销',
    'case.revoke-decision',
    ofRevocation(({ way }) => way),
  ),
  fact(
    'case.revocationGround',
    'case',
    'enum',
    '决定因何理由撤销',
    'case.revoke-decision',
    ofRevocation(({ ground }) => ground),
  ),
  fact(
    'case.publicationOvertaken',
    'case',
    'bool',
    '已公示的决定被撤销或者变更',
    'case.revoke-decision',
    ({ state }) => happened(publishedThenRevoked(state)?.revocation),
  ),
  fact(
    'case.publicationWithdrawn',
    'case',
    'bool',
    '已撤回被撤销的决定的公示',
    'case.withdraw-publication',
    ({ state }) => {
      const overtaken = publishedThenRevoked(state);
      return overtaken === undefined ? no : happened(withdrawalOf(state, overtaken.publication.id));
    },
  ),
  fact('act.repeatsRevoked', 'act', 'bool', '与被撤销的决定基本相同', undefined, repeatsRevoked, true),
  fact('case.latenessExplained', 'case', 'bool', '负责人已写明逾期的原因', 'case.explain-lateness', (scene) =>
    happened(entriesOf(scene.state, 'late-reason')[0]),
  ),
  fact('suspicion.arisen', 'suspicion', 'bool', '出现线索', 'case.revoke-decision', ({ state }, subject) =>
    happened(suspicionsOf(state).find((suspicion) => suspicion.id === subject.id)),
  ),
  fact(
    'suspicion.source',
    'suspicion',
    'enum',
    '线索的来源',
    'case.revoke-decision',
    ({ state }, subject) => {
      const suspicion = suspicionsOf(state).find((one) => one.id === subject.id);
      return suspicion === undefined
        ? unknownReading
        : { known: true, value: suspicion.kind, since: suspicion.at };
    },
  ),
  fact(
    'suspicion.outcome',
    'suspicion',
    'enum',
    '被撤销的决定的种类',
    'case.revoke-decision',
    ({ state }, subject) => {
      const suspicion = entryById(state, subject.id);
      const revoked =
        suspicion?.kind === 'revocation' ? entryById(state, suspicion.data.decision) : undefined;
      return revoked?.kind === 'decision'
        ? { known: true, value: revoked.data.outcome, since: suspicion?.at ?? revoked.at }
        : unknownReading;
    },
  ),
  fact('suspicion.checked', 'suspicion', 'bool', '已核查线索', 'case.check-suspicion', ({ state }, subject) =>
    happened(suspicionCheckOf(state, subject.id)),
  ),
];

/**
 * Is what is being decided what was revoked, on the same facts and for the same reasons? The facts as the decision tells
 * them, without spaces and marks; the reasons as the articles it is founded on; the outcome with every sanction.
 */
function repeatsRevoked({ state, act }: Scene): Reading {
  const revoked = revokedBy(state);
  const former = revoked === undefined ? undefined : entryById(state, revoked.data.decision);
  if (former?.kind !== 'decision' || act === undefined) return no;
  const same =
    bare(act.record?.['decision.facts']) === bare(former.record['decision.facts']) &&
    bare(act.record?.['decision.basis']) === bare(former.record['decision.basis']) &&
    canonical([...basesNamed({ state, act })].sort()) === canonical([...(former.data.bases ?? [])].sort()) &&
    proposedText(act.input as Proposed) === proposedText(former.data);
  return { known: true, value: same };
}

function bare(text: unknown): string {
  return typeof text === 'string' ? text.replace(/[\s\p{P}\p{S}]/gu, '') : '';
}

import type { FactDefinition, Reading, Scene } from '../../rules/fact.ts';
import { endOf } from '../course/over.ts';
import { approvalOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry } from '../state.ts';
import { isUsed } from '../deciding/withdrawn-opinion.ts';
import { approved } from './approved.ts';
import { fact, happened, no } from './word.ts';

/** Words about a case that stands still, goes on, or ends without a decision. */
export const ofCourse: readonly FactDefinition[] = [
  // Of the moment that is asked about: what is told of a day on which the case stood still was not open that day either.
  fact('case.suspended', 'case', 'bool', '正在中止', 'case.suspend', ({ state, asOf }) => {
    const lifted = (id: string): boolean =>
      entriesOf(state, 'resumption').some((entry) => entry.data.suspension === id && entry.at <= asOf);
    return happened(entriesOf(state, 'suspension').find((entry) => entry.at <= asOf && !lifted(entry.id)));
  }),
  fact('case.suspendedAt', 'case', 'bool', '中止办理', 'case.suspend', ({ state }) =>
    eachOf(entriesOf(state, 'suspension')),
  ),
  fact('case.resumedAt', 'case', 'bool', '恢复办理', 'case.resume', ({ state }) =>
    eachOf(entriesOf(state, 'resumption')),
  ),
  fact('case.resumed', 'case', 'bool', '已恢复最近一次中止', 'case.resume', ({ state }) => {
    const last = entriesOf(state, 'suspension').at(-1);
    return happened(entriesOf(state, 'resumption').find((entry) => entry.data.suspension === last?.id));
  }),
  fact('case.suspensionApproved', 'case', 'bool', '负责人已批准中止', 'case.approve', (scene) =>
    approvedAnew(scene, 'suspension'),
  ),
  fact('case.resumptionApproved', 'case', 'bool', '负责人已批准恢复', 'case.approve', (scene) =>
    approvedAnew(scene, 'resumption'),
  ),
  fact('case.terminationApproved', 'case', 'bool', '负责人已批准终止', 'case.approve', (scene) =>
    approvedAnew(scene, 'termination'),
  ),
  fact('case.mergerApproved', 'case', 'bool', '负责人已批准并案', 'case.approve', (scene) =>
    approvedAnew(scene, 'merger'),
  ),
  fact('case.splitApproved', 'case', 'bool', '负责人已批准分案', 'case.approve', (scene) =>
    approvedAnew(scene, 'split'),
  ),
  fact('case.terminated', 'case', 'bool', '已终止或者并入另案', 'case.terminate', ({ state }) =>
    happened(endOf(state)),
  ),
];

/** One approval, one step: what was approved for an earlier one is used up by it. */
function approvedAnew(scene: Scene, matter: string): Reading {
  const approval = approvalOf(scene.state, matter);
  return approval === undefined || isUsed(scene.state, approval) ? no : approved(scene, matter);
}

/** Happened, perhaps more than once: a limit that stood still twice leaves out both stretches. */
function eachOf(entries: readonly AnyEntry[]): Reading {
  const last = entries.at(-1);
  return last === undefined
    ? no
    : { known: true, value: true, since: last.at, moments: entries.map((entry) => entry.at) };
}

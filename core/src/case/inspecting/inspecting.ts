import type { Stage, Structural } from '../../act.ts';
import { sha256 } from '../../drawing/sha256.ts';
import { decisionMade } from '../reading.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Questions the acts of an inspection ask of the file. */

export function inspectionTaskOf(state: CaseState): EntryOf<'inspection-task'> | undefined {
  return entriesOf(state, 'inspection-task')[0];
}

export function inspectionNoticeOf(state: CaseState): EntryOf<'inspection-notice'> | undefined {
  return entriesOf(state, 'inspection-notice').at(-1);
}

export function inspectionStartOf(state: CaseState): EntryOf<'inspection-start'> | undefined {
  return entriesOf(state, 'inspection-start').at(-1);
}

/** The lead that came of it, as the link of the two files says. */
export function referralOf(state: CaseState): EntryOf<'link'> | undefined {
  return entriesOf(state, 'link').find(({ act }) => act === 'case.refer-inspection');
}

/**
 * By what an enterprise is known from one inspection to the next, for counting its visits of a year: its code, without
 * one its name, which need not be readable where only numbers are kept.
 */
export function visitedAs(party: { readonly name: string; readonly code?: unknown }): string {
  return typeof party.code === 'string' && /^[A-Z0-9-]{4,40}$/.test(party.code)
    ? party.code
    : sha256(party.name).slice(0, 16);
}

export function stageOfInspection(state: CaseState): Stage {
  if (inspectionStartOf(state) === undefined) return 'initiation';
  return entriesOf(state, 'scene-record').length === 0 ? 'investigation' : 'decision';
}

export const notAnInspection: readonly Structural[] = [
  {
    code: 'STAGE_RECORD_MISSING',
    because: '本案还没有登记检查任务',
    remedy: { says: '先登记检查任务', act: 'case.open-inspection' },
  },
];

/** There is a task, and what was found has not been told yet. */
export function underInspection(state: CaseState): readonly Structural[] {
  if (inspectionTaskOf(state) === undefined) return notAnInspection;
  return decisionMade(state) === undefined
    ? []
    : [{ code: 'ALREADY_DECIDED', because: '本次检查已经作出结果' }];
}

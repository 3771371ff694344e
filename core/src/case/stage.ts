import type { Stage } from '../act.ts';
import { closingOf } from './keeping/closing.ts';
import { kindOf } from './kind.ts';
import { acceptanceOf, examinationsOf } from './licensing/applying.ts';
import { endOf } from './course/over.ts';
import { decisionOf, filingOf } from './reading.ts';
import { entriesOf } from './state.ts';
import type { CaseState } from './state.ts';

export const stages: readonly Stage[] = ['initiation', 'investigation', 'decision', 'execution', 'archive'];

export const stageLabels: Readonly<Record<Stage, string>> = {
  initiation: '启动',
  investigation: '调查取证',
  decision: '审查决定',
  execution: '送达执行',
  archive: '归档',
};

/** How far the case has come, from what stands in its file. */
export function stageOf(state: CaseState): Stage {
  if (closingOf(state) !== undefined || endOf(state) !== undefined) return 'archive';
  if (decisionOf(state) !== undefined) return 'execution';
  if (kindOf(state) === 'license') {
    if (examinationsOf(state).length > 0) return 'decision';
    return acceptanceOf(state) === undefined ? 'initiation' : 'investigation';
  }
  if (entriesOf(state, 'notice').length > 0) return 'decision';
  // What could not wait is under investigation before it is filed.
  return filingOf(state) === undefined && entriesOf(state, 'urgent-start').length === 0
    ? 'initiation'
    : 'investigation';
}

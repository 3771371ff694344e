import type { Stage } from '../act.ts';
import { closingOf } from './keeping/closing.ts';
import { kindOf } from './kind.ts';
import type { CaseKind } from './kind.ts';
import { acceptanceOf, examinationsOf, ofOwnMotion } from './licensing/applying.ts';
import { stageOfInspection } from './inspecting/inspecting.ts';
import { endOf } from './course/over.ts';
import { approvalOf, decisionOf, filingOf, handlersOf } from './reading.ts';
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

/** Where a kind of enforcement calls a stage otherwise: what is investigated in a penalty is examined in an application. */
const ownLabels: Readonly<Partial<Record<CaseKind, Readonly<Partial<Record<Stage, string>>>>>> = {
  license: { initiation: '申请受理', investigation: '审查', decision: '决定', execution: '送达颁证' },
  execution: { initiation: '登记', investigation: '催告', decision: '执行决定', execution: '实施' },
  inspection: {
    initiation: '计划审批',
    investigation: '实施检查',
    decision: '检查结果',
    execution: '告知处理',
  },
  levy: { initiation: '启动', investigation: '告知评估', decision: '决定', execution: '送达履行' },
  adjudication: { initiation: '申请受理', investigation: '审理', decision: '裁决', execution: '送达' },
  confirmation: { initiation: '启动受理', investigation: '审查', decision: '决定', execution: '送达' },
};

/** What a stage is called in a file of that kind. */
export function stageLabelOf(stage: Stage, kind: CaseKind | undefined): string {
  return (kind === undefined ? undefined : ownLabels[kind]?.[stage]) ?? stageLabels[stage];
}

/** How far the case has come, from what stands in its file. */
export function stageOf(state: CaseState): Stage {
  if (closingOf(state) !== undefined || endOf(state) !== undefined) return 'archive';
  if (decisionOf(state) !== undefined) return 'execution';
  if (kindOf(state) === 'execution') return executionStage(state);
  if (kindOf(state) === 'inspection') return stageOfInspection(state);
  if (kindOf(state) === 'levy') {
    if (entriesOf(state, 'party-view').length > 0) return 'decision';
    return handlersOf(state).length === 0 ? 'initiation' : 'investigation';
  }
  if (kindOf(state) === 'adjudication') {
    if (entriesOf(state, 'inquiry').length > 0) return 'decision';
    return acceptanceOf(state) === undefined ? 'initiation' : 'investigation';
  }
  if (kindOf(state) === 'license' || kindOf(state) === 'confirmation') {
    if (examinationsOf(state).length > 0) return 'decision';
    return acceptanceOf(state) === undefined && !(ofOwnMotion(state) && handlersOf(state).length > 0)
      ? 'initiation'
      : 'investigation';
  }
  if (entriesOf(state, 'notice').length > 0) return 'decision';
  // What could not wait is under investigation before it is filed.
  return filingOf(state) === undefined && entriesOf(state, 'urgent-start').length === 0
    ? 'initiation'
    : 'investigation';
}

/** Before anything is enforced the party is told once more; an application to the court is enforcement already. */
function executionStage(state: CaseState): Stage {
  if (entriesOf(state, 'court-application').length + entriesOf(state, 'clearance').length > 0)
    return 'execution';
  if (approvalOf(state, 'decision') !== undefined) return 'decision';
  return entriesOf(state, 'demand').length > 0 ? 'investigation' : 'initiation';
}

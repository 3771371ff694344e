import { kindOf } from './kind.ts';
import type { CaseKind } from './kind.ts';
import { adjudicationPath } from './paths/adjudication.ts';
import { confirmationPath } from './paths/confirmation.ts';
import { executionPath } from './paths/execution.ts';
import { inspectionPath } from './paths/inspection.ts';
import { levyPath } from './paths/levy.ts';
import { licensePath } from './paths/license.ts';
import { penaltyPath } from './paths/penalty.ts';
import type { PathStep } from './paths/steps.ts';
import type { CaseState } from './state.ts';

/** The way of each kind that has a file of its own; a measure is taken in the file of a penalty. */
const paths: Readonly<Record<Exclude<CaseKind, 'measure'>, (state: CaseState) => readonly PathStep[]>> = {
  penalty: penaltyPath,
  license: licensePath,
  execution: executionPath,
  inspection: inspectionPath,
  confirmation: confirmationPath,
  adjudication: adjudicationPath,
  levy: levyPath,
};

/** The way this case takes: steps in order, each with the fact that tells it is taken. */
export function pathOf(state: CaseState): readonly PathStep[] {
  const kind = kindOf(state) ?? 'penalty';
  return paths[kind === 'measure' ? 'penalty' : kind](state);
}

import type { Structural } from '../../act.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** Questions the acts of enforcement ask of the file. */

export function executionBasisOf(state: CaseState): EntryOf<'execution-basis'> | undefined {
  return entriesOf(state, 'execution-basis')[0];
}

/** What could not wait was cleared away: the file is about that and enforces no decision. */
export function clearanceOf(state: CaseState): EntryOf<'clearance'> | undefined {
  return entriesOf(state, 'clearance')[0];
}

/** The decision to enforce, made in this file after the demand stayed without effect. */
export function executionDecisionOf(state: CaseState): EntryOf<'decision'> | undefined {
  return entriesOf(state, 'decision').findLast(({ data }) => data.execution !== undefined);
}

export function agreementOf(state: CaseState): EntryOf<'execution-agreement'> | undefined {
  return entriesOf(state, 'execution-agreement').at(-1);
}

/** The agreement was not kept, and the enforcement has been taken up again since. */
export function resumptionOf(state: CaseState): EntryOf<'execution-resumption'> | undefined {
  const agreed = agreementOf(state);
  return entriesOf(state, 'execution-resumption').find(
    (entry) => agreed !== undefined && entry.version > agreed.version,
  );
}

export function overturningOf(state: CaseState): EntryOf<'overturning'> | undefined {
  return entriesOf(state, 'overturning').at(-1);
}

/** The decision no longer stands at all: nothing is left to be enforced. One that was only changed goes on as changed. */
export function wholeOverturned(state: CaseState): boolean {
  return overturningOf(state)?.data.manner === 'revoked';
}

export function courtAnswerOf(
  state: CaseState,
  ...answers: readonly string[]
): EntryOf<'court-answer'> | undefined {
  return entriesOf(state, 'court-answer').findLast(({ data }) => answers.includes(data.answer));
}

/** Nobody is made to perform what the file does not name. */
export function notOpened(state: CaseState): readonly Structural[] {
  return executionBasisOf(state) === undefined
    ? [
        {
          code: 'PRIOR_DECISION_REQUIRED',
          because: '本案还没有登记据以执行的决定',
          remedy: { says: '先登记据以执行的决定和当事人', act: 'case.open-execution' },
        },
      ]
    : [];
}

/** Asked of what carries the enforcement forward. */
export function nothingToEnforce(state: CaseState): readonly Structural[] {
  if (executionBasisOf(state) === undefined) return notOpened(state);
  return wholeOverturned(state)
    ? [
        {
          code: 'DECISION_REVOKED',
          because: '据以执行的决定已经被撤销',
          remedy: { says: '终结执行；已经执行的恢复原状或者退还', act: 'case.restore-execution' },
        },
      ]
    : [];
}

/** Asked of what is done under a decision to enforce. */
export function notDecided(state: CaseState): readonly Structural[] {
  const faults = nothingToEnforce(state);
  if (faults.length > 0) return faults;
  return executionDecisionOf(state) === undefined
    ? [
        {
          code: 'NOT_YET_DECIDED',
          because: '本案还没有作出强制执行决定',
          remedy: { says: '催告期满仍不履行的，先作出强制执行决定', act: 'case.decide-execution' },
        },
      ]
    : [];
}

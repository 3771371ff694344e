import {
  factDefinitions,
  kindOf,
  pathOf,
  stageLabelOf,
  stageOf,
  stages,
  timelessScene,
} from '@zhaozhang/core';
import type { ActContext, CaseState } from '@zhaozhang/core';
import type { ActView, CaseView } from '../contract/index.ts';

/** Has a step of the path been taken, by what the file says now? */
export function isTaken(fact: string, state: CaseState, context: ActContext): boolean {
  const scene = timelessScene(state, context.law, context.now, context.refs);
  const reading = factDefinitions.get(fact)?.read(scene, { per: 'case', id: 'case', label: '' });
  return reading?.known === true && reading.value === true;
}

/** Stages with their steps. A stage no step belongs to yet (归档) is not shown as if one could enter it. */
export function pathView(state: CaseState, context: ActContext, acts: readonly ActView[]): CaseView['path'] {
  const path = pathOf(state);
  const kind = kindOf(state);
  const next = acts.find((act) => act.next)?.name;
  // The act to do now may stand in the way more than once: it is the first of its steps not yet taken.
  const nextStep = path.find((step) => step.act === next && !isTaken(step.fact, state, context));
  // Nothing comes after the last step: whoever has taken it is not on the way any more.
  const last = path.at(-1);
  const arrived = last !== undefined && isTaken(last.fact, state, context);
  const reached = arrived ? stages.length : stages.indexOf(stageOf(state));
  return stages.flatMap((stage, index) => {
    const steps = path.filter((step) => step.stage === stage);
    if (steps.length === 0) return [];
    return [
      {
        stage,
        label: stageLabelOf(stage, kind),
        state:
          index < reached ? ('done' as const) : index === reached ? ('now' as const) : ('ahead' as const),
        steps: steps.map((step) => ({
          act: step.act,
          label: step.label,
          state: isTaken(step.fact, state, context)
            ? ('done' as const)
            : step === nextStep
              ? ('now' as const)
              : index < reached
                ? ('passed' as const)
                : ('ahead' as const),
        })),
      },
    ];
  });
}

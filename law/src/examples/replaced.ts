import type { Decision, Law } from '@zhaozhang/core';

/** Is what was refused done no more, since a remedy takes its place (移送)? */
export function isReplaced(decision: Decision | undefined, law: Law): boolean {
  return (
    decision !== undefined &&
    'refusals' in decision &&
    decision.refusals.some(({ rule }) =>
      law.gates.some((gate) => gate.id === rule && gate.remedy.instead === true),
    )
  );
}

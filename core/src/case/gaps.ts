import type { ActContext } from '../act.ts';
import type { Refusal } from '../refusal.ts';
import { checkGates } from '../rules/gates.ts';
import { isPersonal } from '../rules/personal.ts';
import { sceneOf } from '../rules/scene.ts';
import { factDefinitions } from '../rules/vocabulary.ts';
import { admissionOf } from './admission.ts';
import type { CaseState } from './state.ts';

/**
 * What the file lacks for acts still to come and the head may admit: the curable gates that are shut now because of
 * the file itself. A field of a form that is left blank is no gap: it can be filled in.
 */
export function gapsOf(state: CaseState, context: ActContext): readonly Refusal[] {
  const curable = context.law.gates.filter((gate) => gate.effect === 'curable' && !isPersonal(gate));
  const rules = new Set(curable.map((gate) => gate.id));
  const acts = [...new Set(curable.flatMap((gate) => gate.acts))].filter((act) => act.startsWith('case.'));
  const scene = sceneOf(state, context, undefined, context.now);
  const found = acts
    .flatMap((act) => checkGates(act, scene))
    .filter(({ refusal, open }) => rules.has(refusal.rule ?? '') && (!open || isOfFile(refusal)))
    .map(({ refusal }) => refusal)
    .filter((refusal) => admissionOf(state, refusal, context.now) === undefined);
  return [...new Map(found.map((refusal) => [refusal.rule, refusal])).values()];
}

/** Not even a form filled in well would change it. */
function isOfFile(refusal: Refusal): boolean {
  return (
    restsOnFile(refusal) && refusal.facts.every((use) => factDefinitions.get(use.fact)?.ofInput !== true)
  );
}

/** Something in the file itself, not only in the empty form, speaks against it. */
export function restsOnFile(refusal: Refusal): boolean {
  return refusal.facts.some((use) => !/^(?:input|record|act|param|actor)\./.test(use.fact));
}

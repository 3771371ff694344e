import type { Act, ActContext } from './act.ts';
import { actDefinitions } from './acts.ts';
import { admissionOf, isUnanswered } from './case/keeping/admission.ts';
import { afterClosing } from './case/keeping/closing.ts';
import { isOfKind, kindOf } from './case/kind.ts';
import type { CaseState } from './case/state.ts';
import type { Refusal } from './refusal.ts';
import { checkGates, gateOf, gatesOf } from './rules/gates.ts';
import type { Gate } from './rules/primitive.ts';
import { isPersonal } from './rules/personal.ts';
import { sceneOf } from './rules/scene.ts';
import { factDefinitions } from './rules/vocabulary.ts';

/**
 * What the file lacks for acts still to come and the head may admit: the curable gates that are shut now because of
 * the file itself. A thing that has happened is admitted by whoever enters it, and a form can still be filled in:
 * neither is a gap.
 */
export function gapsOf(state: CaseState, context: ActContext): readonly Refusal[] {
  const curable = (gate: Gate): boolean => gate.effect === 'curable' && !isPersonal(gate);
  const acts = [...actDefinitions.values()]
    .filter((one) => one.aggregate === 'case' && one.nature === 'constitutive')
    .filter((one) => isOfKind(one, kindOf(state)))
    .filter((one) => gatesOf(one.name, context.law).some(curable))
    .filter((one) => afterClosing(one, state, context.now).length === 0)
    .filter((one) => (one.standing?.(state as never, context) ?? []).length === 0);
  const scene = sceneOf(state, context, undefined, context.now);
  const found = acts
    .flatMap((one) => checkGates(one.name, scene, curable))
    .filter(({ refusal, open }) => {
      const gate = gateOf(refusal.rule, context.law);
      return gate !== undefined && (!open || (restsOnFile(refusal) && asksOfFile(gate)));
    })
    .map(({ refusal }) => refusal)
    .filter((refusal) => admissionOf(state, refusal, context.now) === undefined);
  return [...new Map(found.map((refusal) => [refusal.rule, refusal])).values()];
}

/** Something in the file itself, not only in the empty form, speaks against it. */
export function restsOnFile(refusal: Refusal): boolean {
  return refusal.facts.some((use) => !/^(?:input|record|act|param|actor)\./.test(use.fact));
}

/** It names no fact that is read off the form: whom the act is about is told only when somebody fills it in. */
function asksOfFile({ when, unless }: Gate): boolean {
  const text = JSON.stringify([when, unless]);
  return ![...factDefinitions.values()].some((one) => one.ofInput === true && text.includes(`"${one.id}"`));
}

/** Nothing is there that the head could answer for: the act has no object. */
export function nothingToAdmit(
  state: CaseState,
  context: ActContext,
  gaps: readonly Refusal[] = gapsOf(state, context),
): readonly Refusal[] {
  return gaps.length > 0 || state.entries.some((entry) => isUnanswered(state, entry))
    ? []
    : [{ ...refused, code: 'NOTHING_TO_ADMIT', because: '没有需要承认而可以承认的瑕疵' }];
}

/** What speaks against admitting just this: it is not lacking, or nobody has a switch for it. */
export function admissionFaults(state: CaseState, act: Act, context: ActContext): readonly Refusal[] {
  const then = { ...context, now: act.occurredAt };
  const { gap } = act.input as { readonly gap?: string };
  const gaps = gapsOf(state, then);
  const lacking = gap === undefined || gaps.some((one) => one.rule === gap);
  return [
    ...nothingToAdmit(state, then, gaps),
    ...(lacking
      ? []
      : [
          {
            ...refused,
            code: 'DEFECT_NOT_CURABLE',
            because: '所选的不是本案尚缺而可以承认的要件',
            field: 'input.gap',
            remedy: { says: '法定要件缺失的没有变通，只能补办或者不再办理' },
          },
        ]),
  ];
}

const refused = { act: 'case.admit-defect', clauses: [], effect: 'void', facts: [] } as const;

import type { ActContext, ActDefinition } from '../act.ts';
import { officeOf } from '../actor.ts';
import { handlersFor, handlerWords, isInOffice } from '../authority/who-handles.ts';
import type { CaseState } from '../case/state.ts';
import { entriesOf } from '../case/state.ts';
import type { Refusal } from '../refusal.ts';
import { dayOf } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import type { Condition } from './condition.ts';
import { governs } from './edition.ts';
import { checkGates, gatesOf } from './gates.ts';
import { isPersonal } from './personal.ts';
import { sceneOf } from './scene.ts';

/**
 * The wall behind the rules: has somebody any business acting on this case? Asked of the day it is entered, since only
 * whoever is in office enters anything. Where a text in force gives the act to somebody, its gate decides among those in
 * office; where none does, the act is not for that reason everybody's. Where a rule sends the person away whatever is
 * filled in, it says so with its clause, and this wall keeps silent.
 */
export function whoActsFaults(
  definition: ActDefinition,
  state: CaseState,
  context: ActContext,
  at: Instant,
): readonly Refusal[] {
  if (definition.aggregate !== 'case') return [];
  const { actor, refs, law, now } = context;
  const gates = gatesOf(definition.name, law);
  const refusal = (code: string, because: string, says: string): readonly Refusal[] =>
    isSentAway(definition, state, context, at)
      ? []
      : [{ code, act: definition.name, clauses: [], because, effect: 'void', facts: [], remedy: { says } }];
  const listed = actor.officer !== undefined && Object.hasOwn(refs.agency.officers, actor.officer);
  if (!listed || !isInOffice(refs.agency, officeOf(actor), dayOf(now)))
    return refusal(
      'NOT_IN_OFFICE',
      '经办人现在没有在本机关担任办理案件的职务',
      '由在任的人员办理，或者先由管理员登记任职',
    );
  if (gates.some((gate) => governs(gate, { state }, dayOf(at)) && givesTo(gate.unless))) return [];
  const { roles = [], isHandler, isRegistrar } = sceneOf(state, context, undefined, at).actor ?? {};
  const may = handlersFor(definition.name).some((one) => {
    if (one === 'case-handler') return isHandler;
    if (one === 'registrar') return isRegistrar;
    if (one === 'former-handler') return hasHandled(state, actor.officer);
    return roles.includes(one);
  });
  if (may) return [];
  const words = handlerWords(definition.name);
  return refusal('NOT_HANDLER', `只有${words}能够办理`, `由${words}办理`);
}

function isSentAway(definition: ActDefinition, state: CaseState, context: ActContext, at: Instant): boolean {
  return checkGates(definition.name, sceneOf(state, context, undefined, at), isPersonal).some(
    ({ refusal, open }) => !open && refusal.effect !== 'advise',
  );
}

function hasHandled(state: CaseState, officer: string | undefined): boolean {
  return entriesOf(state, 'assignment').some(
    ({ data }) => officer !== undefined && data.officers.includes(officer),
  );
}

/** Does it name persons who may, rather than one who may not? */
function givesTo(condition: Condition): boolean {
  if (typeof condition === 'string')
    return /^(?:actor\.(?:isHandler|isRegistrar)|act\.(?:by|heads)[A-Z]\w*)$/.test(condition);
  if ('all' in condition) return condition.all.some(givesTo);
  if ('any' in condition) return condition.any.every(givesTo);
  if ('in' in condition) return condition.in[0] === 'actor.roles';
  return false;
}

import type { Act, ActContext, Refs } from '../act.ts';
import { rolesOn } from '../authority/state.ts';
import { entriesOf } from '../case/state.ts';
import type { CaseState } from '../case/state.ts';
import { handlersOf } from '../case/reading.ts';
import { dayOf } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { definedFor } from './definition.ts';
import { owedFor } from './duty.ts';
import type { ActorView, Scene } from './fact.ts';
import type { Law } from './law.ts';

/** What rules see when an act is proposed, or (without act) when it is only asked whether it could be. */
export function sceneOf(state: CaseState, context: ActContext, act: Act | undefined, asOf: Instant): Scene {
  return {
    state,
    asOf,
    law: context.law,
    refs: context.refs,
    act,
    actor: viewOf(state, context, asOf),
    owed: owedFor,
    defined: definedFor,
  };
}

/** What rules see when only the file and the law count: for obligations. */
export function timelessScene(state: CaseState, law: Law, asOf: Instant, refs?: Refs): Scene {
  return { state, asOf, law, refs, owed: owedFor, defined: definedFor };
}

function viewOf(state: CaseState, context: ActContext, asOf: Instant): ActorView {
  const { actor, refs } = context;
  return {
    ...actor,
    roles: rolesOn(refs.agency, actor.officer, dayOf(asOf)),
    isHandler: actor.officer !== undefined && handlersOf(state).includes(actor.officer),
    isRegistrar: actor.officer !== undefined && entriesOf(state, 'lead')[0]?.by.officer === actor.officer,
  };
}

import type { Act, ActContext, Refs } from '../act.ts';
import { officeOf, personsOf } from '../actor.ts';
import { postsKept } from '../authority/state.ts';
import { handles, isInOffice } from '../authority/who-handles.ts';
import { openingOf } from '../case/kind.ts';
import type { CaseState } from '../case/state.ts';
import { mustWithdraw } from '../case/handlers/recusing.ts';
import { handlersOf } from '../case/reading.ts';
import { dayOf, endOfTime } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { definedFor } from './definition.ts';
import { owedFor } from './duty.ts';
import type { ActorView, Scene } from './fact.ts';
import type { Law } from './law.ts';
import type { Subject } from './subject.ts';

/** What rules see when an act is proposed, or (without act) when it is only asked whether it could be. */
export function sceneOf(state: CaseState, context: ActContext, act: Act | undefined, asOf: Instant): Scene {
  return {
    state,
    asOf,
    law: context.law,
    refs: context.refs,
    act,
    enteredAt: context.now,
    actor: viewOf(state, context, asOf),
    owed: owedFor,
    defined: definedFor,
  };
}

/** What rules see when only the file and the law count: for obligations. */
export function timelessScene(state: CaseState, law: Law, asOf: Instant, refs?: Refs): Scene {
  return { state, asOf, law, refs, owed: owedFor, defined: definedFor };
}

/**
 * The file at the end of time, for whoever asks it for everything owed at once. Many duties start from the same service
 * or from the end of the same other duty: what was worked out for one of them is kept for the next. Only what is asked
 * at the end of time is kept; a question about an earlier day is answered anew.
 */
export function sceneOfAll(state: CaseState, law: Law, refs?: Refs): Scene {
  return {
    ...timelessScene(state, law, endOfTime, refs),
    owed: kept(owedFor),
    defined: kept(definedFor),
  };
}

interface Kept<T> {
  readonly subject: Subject;
  readonly value: T;
}

/**
 * By the names there are, without making keys of them: this is asked some hundred times of each case, and a text made to
 * be looked up once costs more than what is looked up.
 */
function kept<T>(work: (name: string, scene: Scene, subject: Subject) => T): typeof work {
  const found = new Map<string, Map<string, Kept<T>[]>>();
  return (name, scene, subject) => {
    if (scene.asOf !== endOfTime) return work(name, scene, subject);
    const named = found.get(name) ?? new Map<string, Kept<T>[]>();
    const same = named.get(subject.id) ?? [];
    const { per, label } = subject;
    const before = same.find((one) => one.subject.per === per && one.subject.label === label);
    if (before !== undefined) return before.value;
    // Before the work, which asks for others of the same name.
    found.set(name, named.set(subject.id, same));
    const value = work(name, scene, subject);
    same.push({ subject, value });
    return value;
  };
}

/** A page asks of more than a hundred acts in turn how they stand for the same person at the same moment. */
const views = new WeakMap<ActContext, { state: CaseState; asOf: Instant; view: ActorView }>();

function viewOf(state: CaseState, context: ActContext, asOf: Instant): ActorView {
  const before = views.get(context);
  if (before?.state === state && before.asOf === asOf) return before.view;
  const view = seenOf(state, context, asOf);
  views.set(context, { state, asOf, view });
  return view;
}

function seenOf(state: CaseState, context: ActContext, asOf: Instant): ActorView {
  const { actor, refs, now } = context;
  return {
    ...actor,
    roles: postsKept(refs.agency, officeOf(actor), dayOf(asOf), dayOf(now)).map(({ role }) => role),
    isHandler: isHandler(state, context),
    isRegistrar:
      openingOf(state)?.by.officer === actor.officer && isInOffice(refs.agency, actor.officer, dayOf(now)),
    // Who must keep away can neither sign for another nor be signed for: the paper lends no impartiality.
    mustWithdraw: personsOf(actor).some((one) => mustWithdraw(state, one, asOf)),
  };
}

function isHandler(state: CaseState, { actor, refs, now }: ActContext): boolean | undefined {
  if (actor.officer === undefined || !handlersOf(state).includes(actor.officer)) return false;
  return handles(refs.agency, actor.officer, dayOf(now)) ? true : undefined;
}

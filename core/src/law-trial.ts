import type { ActContext } from './act.ts';
import { actDefinitions } from './acts.ts';
import type { AgencyState } from './authority/state.ts';
import { endOf } from './case/course/over.ts';
import { closingOf } from './case/keeping/closing.ts';
import type { CaseState } from './case/state.ts';
import { restsOnFile } from './gaps.ts';
import { obligations } from './obligations.ts';
import type { Obligation } from './obligations.ts';
import { preview } from './preview.ts';
import type { Refusal } from './refusal.ts';
import { saidOn, without } from './rules/difference.ts';
import { checkGates, gateOf } from './rules/gates.ts';
import type { Law } from './rules/law.ts';
import { isPersonal } from './rules/personal.ts';
import type { Gate } from './rules/primitive.ts';
import { sceneOf } from './rules/scene.ts';
import { dayOf } from './time/index.ts';
import type { Instant } from './time/index.ts';

/** One duty that would come out otherwise; absent before or after where it was not owed or would be no more. */
export interface TriedDuty {
  readonly before: Obligation | undefined;
  readonly after: Obligation | undefined;
}

/** A step that could be taken, and why it no longer could; or one that could not, and what stood against it. */
export interface TriedStep {
  readonly act: string;
  readonly refusal: Refusal;
}

/** What another law would change in one open case. */
export interface CaseTrial {
  readonly duties: readonly TriedDuty[];
  readonly barred: readonly TriedStep[];
  readonly freed: readonly TriedStep[];
}

/**
 * Asks of case after case what a law would change, as of a moment: the day it would begin to bind, or now. Nothing of
 * it is written; undefined where nothing would change, `over` for a case that is no longer open. Steps that only some persons may take are left out: who will act is not known.
 */
export function lawTrial(
  before: Law,
  after: Law,
  asOf: Instant,
): (state: CaseState, agency: AgencyState) => CaseTrial | 'over' | undefined {
  const day = dayOf(asOf);
  const standing = gatesOn(before, day);
  const coming = gatesOn(after, day);
  const added = without(coming, standing);
  const dropped = without(standing, coming);
  const context = (law: Law, agency: AgencyState): ActContext => ({
    // Nobody in particular: gates that ask who acts are not among those looked at.
    actor: { account: '', name: '' },
    refs: { agency, series: {} },
    law,
    now: asOf,
  });
  return (state, agency) => {
    if (closingOf(state) !== undefined || endOf(state) !== undefined) return 'over';
    const [now, then] = [context(before, agency), context(after, agency)];
    const duties = changedDuties(obligations(state, before), obligations(state, after));
    const barred = shutBy(added, state, then).filter(({ act }) => isOpen(state, act, now));
    const freed = shutBy(dropped, state, now).filter(({ act }) => isOpen(state, act, then));
    return duties.length + barred.length + freed.length === 0 ? undefined : { duties, barred, freed };
  };
}

/** The gates of a day that can refuse whoever acts. */
function gatesOn(law: Law, day: string): ReadonlyMap<string, Gate> {
  return saidOn(
    law.gates.filter((gate) => gate.effect !== 'advise' && !isPersonal(gate)),
    day,
  );
}

/** Steps that these gates alone keep shut because of the file itself, each with the first thing that speaks against it. */
function shutBy(gates: readonly Gate[], state: CaseState, context: ActContext): readonly TriedStep[] {
  if (gates.length === 0) return [];
  const scene = { ...sceneOf(state, context, undefined, context.now), law: { ...context.law, gates } };
  return [...new Set(gates.flatMap(({ acts }) => acts))].flatMap((act) => {
    const found = checkGates(act, scene).find(({ open, refusal }) => !open && restsOnFile(refusal));
    return found === undefined ? [] : [{ act, refusal: found.refusal }];
  });
}

/** Could the step be taken by somebody? What speaks against nobody in particular is no answer. */
function isOpen(state: CaseState, act: string, context: ActContext): boolean {
  if (actDefinitions.get(act)?.aggregate !== 'case') return false;
  const found = preview(state, act, context);
  if (found.status !== 'refused') return true;
  return found.refusals.every(({ rule, code }) => {
    if (rule === undefined) return whoActs.has(code);
    const gate = gateOf(rule, context.law);
    return gate !== undefined && isPersonal(gate);
  });
}

/** What the wall behind the rules says of somebody who has no business in the case. */
const whoActs: ReadonlySet<string> = new Set(['NOT_IN_OFFICE', 'NOT_HANDLER']);

/** Duties whose dates differ, or that are owed by one law alone; what is done and stays done is not looked at. */
function changedDuties(before: readonly Obligation[], after: readonly Obligation[]): readonly TriedDuty[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const found: TriedDuty[] = [];
  for (const is of after) {
    const was = known.get(is.id);
    known.delete(is.id);
    if (was?.met !== undefined && is.met !== undefined) continue;
    if (was === undefined ? is.met === undefined : was.due !== is.due || was.lawfulDue !== is.lawfulDue)
      found.push({ before: was, after: is });
  }
  for (const was of known.values()) if (was.met === undefined) found.push({ before: was, after: undefined });
  return found;
}

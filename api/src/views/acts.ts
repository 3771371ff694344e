import {
  actDefinitions,
  cessionOf,
  cessionsOf,
  handlersOf,
  inWhoseName,
  isOfKind,
  kindOf,
  pathOf,
} from '@zhaozhang/core';
import type { ActContext, AgencyState, CaseState, Obligation, Preview } from '@zhaozhang/core';
import type { ActView } from '../contract/index.ts';
import { notKept } from '../acts/not-kept.ts';
import { isTaken } from './path.ts';
import { refusalView } from './refusal.ts';

/** Acts on a case in the order a case takes; what each stands at for this actor now. */
export function actViews(state: CaseState, context: ActContext, owed: readonly Obligation[]): ActView[] {
  // Of a file that has been given away nothing is refused one by one: it is not worked on here at all.
  if (cessionOf(state) !== undefined) return [];
  const views = [...actDefinitions.values()]
    .filter(
      ({ aggregate, opens, stage }) => aggregate === 'case' && !(opens === true && stage === 'initiation'),
    )
    // What came from another agency is received where what waits is listed; nothing is given away while no power is.
    .filter(({ takesFrom }) => takesFrom === undefined)
    .filter(({ name }) => name !== 'case.cede' || cessionsOf(context.refs.agency).length > 0)
    // Another kind of enforcement has steps of its own: here they are not refused, they are not there.
    .filter((definition) => isOfKind(definition, kindOf(state)))
    .map((definition) => actView(state, definition.name, context));
  const next = nextAct(state, views, context, owed);
  return views.map((view) => ({ ...view, next: view.name === next }));
}

export function actView(state: CaseState | AgencyState, name: string, context: ActContext): ActView {
  const definition = actDefinitions.get(name);
  const barred = kept(name, context);
  const { preview: answer, context: standpoint } =
    barred === undefined ? inWhoseName(state, name, context) : { preview: barred, context };
  const shown = (list: readonly Parameters<typeof refusalView>[0][]) =>
    list.map((one) => refusalView(one, context.law));
  const barring =
    answer.status === 'refused' ? answer.refusals : answer.status === 'depends' ? answer.byDefault : [];
  return {
    name,
    label: definition?.label ?? '',
    ...(definition?.stage === undefined ? {} : { stage: definition.stage }),
    status: barring.length > 0 ? 'refused' : answer.status,
    refusals: shown(barring),
    perhaps: answer.status === 'possible' ? [] : shown(answer.perhaps),
    advice: answer.status === 'refused' ? [] : shown(answer.advice),
    next: false,
    ...(standpoint.actor.for === undefined ? {} : { inPlaceOf: standpoint.actor.for.name }),
  };
}

/** Refused to whoever does not keep the agency's records: the door says the same. */
function kept(name: string, context: ActContext): Preview | undefined {
  const refusal = notKept(name, context);
  return refusal === undefined
    ? undefined
    : { act: name, status: 'refused', refusals: [refusal], perhaps: [] };
}

/**
 * The one thing to do now: what is owed first by this very person and can be done, else the first step not yet taken of
 * the stage the case is in, unless it is refused whatever one writes.
 */
function nextAct(
  state: CaseState,
  views: readonly ActView[],
  context: ActContext,
  owed: readonly Obligation[],
): string | undefined {
  // What is sure to be possible: not refused, and nothing in the file may yet speak against it.
  const ready = new Set(
    views.filter((view) => view.status !== 'refused' && view.perhaps.length === 0).map((view) => view.name),
  );
  const { officer } = context.actor;
  const [first] = owed
    .filter((one) => one.met === undefined && one.act !== undefined && ready.has(one.act))
    // A time that is a party's to use is nobody's task: what they do with it is registered when it comes.
    .filter((one) => !one.lapses)
    .filter((one) => one.from <= context.now)
    .filter((one) => one.assignees.length === 0 || (officer !== undefined && one.assignees.includes(officer)))
    .sort((a, b) => (a.lawfulDue < b.lawfulDue ? -1 : 1));
  if (first?.act !== undefined) return first.act;
  const open = pathOf(state).filter((step) => step.optional !== true && !isTaken(step.fact, state, context));
  // Never past a stage that is not finished: approval serves several steps, and is possible long before the later ones.
  const here = open.filter((step) => step.stage === open[0]?.stage);
  // Whose case it is goes on even where what is still to be written decides; to others only what is sure is put forward.
  const own = officer !== undefined && handlersOf(state).includes(officer);
  const possible = new Set(views.filter((view) => view.status !== 'refused').map((view) => view.name));
  return here.find((step) => (own ? possible : ready).has(step.act))?.act;
}

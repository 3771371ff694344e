import {
  actDefinitions,
  aggregateOf,
  decide,
  emptyState,
  evolve,
  inPlaceOf,
  requirements,
  settledBy,
} from '@zhaozhang/core';
import type {
  Act,
  ActContext,
  AgencyState,
  CaseState,
  Decision,
  FieldMap,
  FineShelf,
  Form,
  Law,
  SeriesState,
  State,
  Value,
} from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';

/** One step of a rehearsal: who does what, when. Names after `$` stand for what an earlier step made. */
export interface RehearsedStep {
  readonly as?: string | undefined;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  /** Another case than the one it is about. */
  readonly case?: string | undefined;
  readonly input: Readonly<Record<string, Value>>;
  readonly record?: FieldMap | undefined;
  readonly admits?: readonly { readonly code: string; readonly reason: string }[] | undefined;
  /** Typed in later than it happened. */
  readonly entered?: string | undefined;
  /** The delegation it is done under, by name. */
  readonly delegation?: string | undefined;
}

/** A rehearsal at one moment, as a value: where it goes on differently under another law, it goes on from here. */
export interface Stage {
  readonly agency: string;
  readonly states: ReadonlyMap<string, State>;
  /** What earlier steps made, by the name the step gives it. */
  readonly names: ReadonlyMap<string, string>;
  readonly serial: number;
}

const caseStream = 'case/rehearsal';

/** Stream of the case a step is done in, by the name the story gives it. */
function streamOf(name: string | undefined): string {
  return name === undefined || name === 'main' ? caseStream : `case/${name}`;
}

export function emptyStage(agency: string): Stage {
  return { agency, states: new Map(), names: new Map(), serial: 0 };
}

/** What a step comes to, exactly as the server would decide it. */
export interface Taken {
  /** What follows. What is refused leaves nothing but its number. */
  readonly stage: Stage;
  readonly decision: Decision;
  readonly act: Act;
  /** The same act decided from the same place under another law; nothing stays of it. */
  readonly under: (law: Law) => Decision;
  /** The form it is done with, as it stands before. */
  readonly form: () => Form;
}

/** Does one step under a law. */
export function take(stage: Stage, step: RehearsedStep, law: Law): Taken {
  const serial = stage.serial + 1;
  const id = `R${String(serial).padStart(4, '0')}`;
  const office = `agency/${stage.agency}`;
  const stream = actDefinitions.get(step.act)?.aggregate === 'agency' ? office : streamOf(step.case);
  const at = instant(step.at);
  const state = stateOf(stage, stream) as CaseState;
  const act: Act = {
    id,
    name: step.act,
    agency: stage.agency,
    stream,
    input: named(step.input, stage),
    record: named(step.record ?? {}, stage) as FieldMap,
    occurredAt: at,
    basedOn: state.version,
    ...(step.admits === undefined ? {} : { admits: step.admits }),
  };
  const context = contextOf(stage, act, step, law, step.entered === undefined ? at : instant(step.entered));
  const decision = decide(state, act, context);
  const under = (other: Law): Decision =>
    decide(
      state,
      { ...act, admits: [] },
      { ...context, law: settledBy(other, context.refs.agency.settlements) },
    );
  const form = (): Form => requirements(state, act.name, context);
  if ('refusals' in decision) return { stage: { ...stage, serial }, decision, act, under, form };
  const states = new Map(stage.states);
  for (const { stream: touched, events } of decision.streams)
    states.set(touched, events.reduce(evolve, stateOf(stage, touched)));
  const names = step.as === undefined ? stage.names : new Map(stage.names).set(step.as, id);
  return { stage: { ...stage, states, names, serial }, decision, act, under, form };
}

/** Sets up the agency: acts of the administrator, none of which may be refused. */
export function setUpAgency(
  stage: Stage,
  acts: readonly Pick<RehearsedStep, 'act' | 'input' | 'record'>[],
  at: string,
  law: Law,
): Stage {
  return acts.reduce((before, told) => {
    const taken = take(before, { at, by: '', ...told }, law);
    if ('refusals' in taken.decision)
      throw new Error(`机关设立步骤被拒：${taken.decision.refusals[0]?.because ?? ''}`);
    return taken.stage;
  }, stage);
}

/** The case as it stands. */
export function caseOn(stage: Stage): CaseState {
  return stateOf(stage, caseStream) as CaseState;
}

/** The agency as it stands. */
export function agencyOn(stage: Stage): AgencyState {
  return stateOf(stage, `agency/${stage.agency}`) as AgencyState;
}

function contextOf(
  stage: Stage,
  act: Act,
  { by, delegation }: Pick<RehearsedStep, 'by' | 'delegation'>,
  law: Law,
  now: ActContext['now'],
): ActContext {
  const agency = agencyOn(stage);
  const officer = Object.values(agency.officers).find((one) => one.name === by);
  const read =
    actDefinitions.get(act.name)?.reads?.(act, stateOf(stage, act.stream) as CaseState & AgencyState) ?? [];
  const series = read.filter((stream) => aggregateOf(stream) === 'series');
  const shelves = read.filter((stream) => aggregateOf(stream) === 'fines');
  const cases = read.filter((stream) => aggregateOf(stream) === 'case');
  return {
    actor: inPlaceOf(
      { account: by, name: by, ...(officer === undefined ? {} : { officer: officer.id }) },
      agency,
      delegation === undefined ? undefined : String(named(delegation, stage)),
    ),
    refs: {
      agency,
      series: Object.fromEntries(series.map((stream) => [stream, stateOf(stage, stream) as SeriesState])),
      fines: Object.fromEntries(shelves.map((stream) => [stream, stateOf(stage, stream) as FineShelf])),
      cases: Object.fromEntries(cases.map((stream) => [stream, stateOf(stage, stream) as CaseState])),
    },
    law: settledBy(law, agency.settlements),
    now,
  };
}

function stateOf(stage: Stage, stream: string): State {
  return stage.states.get(stream) ?? emptyState(stream, stage.agency);
}

/** What a step made; one line of its list is written `step/line`, a record it made beside its own `step+mark`. */
function called(name: string, { names }: Stage): string | undefined {
  const [, step = '', mark = '', part = ''] = /^([^/+]*)(?:\+([^/]+))?(\/.*)?$/.exec(name) ?? [];
  const made = names.get(step);
  return made === undefined ? undefined : `${mark === '' ? made : `${made}-${mark}`}${part}`;
}

function named(value: Value, stage: Stage): Value {
  if (typeof value === 'string' && value.startsWith('@')) return streamOf(value.slice(1));
  if (typeof value === 'string')
    return value.startsWith('$') ? (called(value.slice(1), stage) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => named(item as Value, stage));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item as Value, stage)]));
  return value;
}

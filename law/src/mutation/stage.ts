import { actDefinitions, decide, emptyState, evolve, seriesStream } from '@zhaozhang/core';
import type {
  Act,
  ActContext,
  AgencyState,
  CaseState,
  Decision,
  FieldMap,
  Law,
  SeriesState,
  State,
  Value,
} from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import type { RehearsedStep } from '../rehearsal.ts';

/** A rehearsal at one moment, as a value: where it goes on differently under another law, it goes on from here. */
export interface Stage {
  readonly states: ReadonlyMap<string, State>;
  /** What earlier steps made, by the name the example gives it. */
  readonly names: ReadonlyMap<string, string>;
  readonly serial: number;
}

export const emptyStage: Stage = { states: new Map(), names: new Map(), serial: 0 };

const agency = 'standard';
const caseStream = 'case/rehearsal';

/** Does one step under a law. What is refused leaves nothing but its number. */
export function take(stage: Stage, step: RehearsedStep, law: Law): { stage: Stage; decision: Decision } {
  const serial = stage.serial + 1;
  const id = `R${String(serial).padStart(4, '0')}`;
  const stream = actDefinitions.get(step.act)?.aggregate === 'agency' ? `agency/${agency}` : caseStream;
  const at = instant(step.at);
  const state = stateOf(stage, stream);
  const act: Act = {
    id,
    name: step.act,
    agency,
    stream,
    input: named(step.input, stage),
    record: named(step.record ?? {}, stage) as FieldMap,
    occurredAt: at,
    basedOn: state.version,
    ...(step.admits === undefined ? {} : { admits: step.admits }),
  };
  const now = step.entered === undefined ? at : instant(step.entered);
  const decision = decide(state as CaseState, act, contextOf(stage, act, step.by, law, now));
  if ('refusals' in decision) return { stage: { ...stage, serial }, decision };
  const states = new Map(stage.states);
  for (const { stream: touched, events } of decision.streams)
    states.set(touched, events.reduce(evolve, states.get(touched) ?? emptyState(touched, agency)));
  const names = step.as === undefined ? stage.names : new Map(stage.names).set(step.as, id);
  return { stage: { states, names, serial }, decision };
}

/** The case as it stands. */
export function caseOn(stage: Stage): CaseState {
  return stateOf(stage, caseStream) as CaseState;
}

function contextOf(stage: Stage, act: Act, by: string, law: Law, now: ActContext['now']): ActContext {
  const office = stateOf(stage, `agency/${agency}`) as AgencyState;
  const officer = Object.values(office.officers).find((one) => one.name === by);
  const series = ['filing', 'decision'].map((kind) => seriesStream(act, kind));
  return {
    actor: { account: by, name: by, ...(officer === undefined ? {} : { officer: officer.id }) },
    refs: {
      agency: office,
      series: Object.fromEntries(series.map((stream) => [stream, stateOf(stage, stream) as SeriesState])),
    },
    law,
    now,
  };
}

function stateOf(stage: Stage, stream: string): State {
  return stage.states.get(stream) ?? emptyState(stream, agency);
}

function named(value: Value, stage: Stage): Value {
  if (typeof value === 'string')
    return value.startsWith('$') ? (stage.names.get(value.slice(1)) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => named(item as Value, stage));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item as Value, stage)]));
  return value;
}

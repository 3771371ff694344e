import { actDefinitions, decide, emptyState, evolve, obligations, seriesStream } from '@zhaozhang/core';
import type {
  Act,
  ActContext,
  AgencyState,
  CaseState,
  Decision,
  FieldMap,
  Law,
  Obligation,
  Refs,
  Refusal,
  SeriesState,
  State,
  Value,
} from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import { nailedShut } from './nailed-shut.ts';

/** One step of a rehearsal: who does what, when. Names after `$` stand for what an earlier step made. */
export interface RehearsedStep {
  readonly as?: string | undefined;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly input: Readonly<Record<string, Value>>;
  readonly record?: FieldMap | undefined;
  readonly admits?: readonly { readonly code: string; readonly reason: string }[] | undefined;
  /** Typed in later than it happened. */
  readonly entered?: string | undefined;
}

/** What a step came to. */
export interface StepOutcome {
  readonly step: RehearsedStep;
  readonly decision: Decision;
  /** Rules that refused, or whose demand was admitted as a defect. */
  readonly refusing: readonly string[];
  /** Rules that were asked and let it pass. */
  readonly allowing: readonly string[];
}

/** A case played in memory under a law, step by step, exactly as the server would decide it. */
export class Rehearsal {
  readonly law: Law;
  #states = new Map<string, State>();
  #names = new Map<string, string>();
  #serial = 0;
  readonly #agency: string;
  readonly #stream = 'case/rehearsal';

  constructor(law: Law, agency: string) {
    this.law = law;
    this.#agency = agency;
  }

  get state(): CaseState {
    return this.#state(this.#stream) as CaseState;
  }

  get agency(): AgencyState {
    return this.#state(`agency/${this.#agency}`) as AgencyState;
  }

  /** Sets up the agency: acts of the administrator, none of which may be refused. */
  setUp(acts: readonly { act: string; input: Readonly<Record<string, Value>> }[], at: Instant): void {
    for (const { act, input } of acts) {
      const outcome = this.#try({ at, by: '', act, input }, `agency/${this.#agency}`);
      if ('refusals' in outcome.decision)
        throw new Error(`机关设立步骤被拒：${outcome.decision.refusals[0]?.because ?? ''}`);
    }
  }

  /** Does a step; what it makes stays, what is refused leaves nothing. */
  play(step: RehearsedStep): StepOutcome {
    const ofAgency = actDefinitions.get(step.act)?.aggregate === 'agency';
    return this.#try(step, ofAgency ? `agency/${this.#agency}` : this.#stream);
  }

  owed(): readonly Obligation[] {
    return obligations(this.state, this.law);
  }

  #try(step: RehearsedStep, stream: string): StepOutcome {
    this.#serial += 1;
    const id = `R${String(this.#serial).padStart(4, '0')}`;
    const at = instant(step.at);
    const act: Act = {
      id,
      name: step.act,
      agency: this.#agency,
      stream,
      input: this.#named(step.input),
      record: (this.#named(step.record ?? {}) ?? {}) as FieldMap,
      occurredAt: at,
      basedOn: this.#state(stream).version,
      ...(step.admits === undefined ? {} : { admits: step.admits }),
    };
    const officer = Object.values(this.agency.officers).find((one) => one.name === step.by);
    const context: ActContext = {
      actor: { account: step.by, name: step.by, ...(officer === undefined ? {} : { officer: officer.id }) },
      refs: this.#refs(act),
      law: this.law,
      now: step.entered === undefined ? at : instant(step.entered),
    };
    const decision = decide(this.#state(stream) as CaseState, act, context);
    // Asked again under the same law with every rule made impossible to satisfy: whatever refuses then had its say.
    const shut = decide(
      this.#state(stream) as CaseState,
      { ...act, admits: [] },
      { ...context, law: nailedShut(this.law) },
    );
    const asked = 'refusals' in shut ? rulesOf(shut.refusals) : rulesOf(shut.advice);
    if ('streams' in decision)
      for (const touched of decision.streams)
        this.#states.set(touched.stream, touched.events.reduce(evolve, this.#state(touched.stream)));
    if (step.as !== undefined && 'streams' in decision) this.#names.set(step.as, id);
    const refusing =
      'refusals' in decision
        ? rulesOf(decision.refusals)
        : [...decision.defects.map((defect) => defect.rule), ...rulesOf(decision.advice)];
    const allowing = asked.filter((rule) => !refusing.includes(rule));
    return { step, decision, refusing, allowing };
  }

  #refs(act: Act): Refs {
    const series = ['filing', 'decision'].map((kind) => seriesStream(act, kind));
    return {
      agency: this.agency,
      series: Object.fromEntries(series.map((stream) => [stream, this.#state(stream) as SeriesState])),
    };
  }

  #state(stream: string): State {
    const known = this.#states.get(stream);
    if (known !== undefined) return known;
    return emptyState(stream, this.#agency);
  }

  #named(value: Value): Value {
    if (typeof value === 'string')
      return value.startsWith('$') ? (this.#names.get(value.slice(1)) ?? value) : value;
    if (Array.isArray(value)) return value.map((item) => this.#named(item as Value));
    if (typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, this.#named(item as Value)]),
      );
    return value;
  }
}

function rulesOf(refusals: readonly Refusal[]): readonly string[] {
  return [...new Set(refusals.flatMap((one) => (one.rule === undefined ? [] : [one.rule])))];
}

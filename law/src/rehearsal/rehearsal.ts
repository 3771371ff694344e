import { obligations, standingRows } from '@zhaozhang/core';
import { endOfTime, instant } from '@zhaozhang/core/time';
import type { AgencyState, CaseState, Decision, Form, Law, Obligation, Refusal } from '@zhaozhang/core';
import { nailedShut } from './nailed-shut.ts';
import { agencyOn, caseOn, take } from './stage.ts';
import type { RehearsedStep, Stage } from './stage.ts';

export { emptyStage, setUpAgency } from './stage.ts';
export type { RehearsedStep } from './stage.ts';

/** What a step came to. */
export interface StepOutcome {
  readonly step: RehearsedStep;
  readonly decision: Decision;
  /** Rules that refused, or whose demand was admitted as a defect. */
  readonly refusing: readonly string[];
  /** Rules that were asked and let it pass. */
  readonly allowing: readonly string[];
  /** The form it is done with. */
  readonly form: () => Form;
  /** Definitions asked of what was in the file and of what was proposed. */
  readonly defined?: () => ReturnType<typeof standingRows>;
}

/** A case played in memory under a law, step by step, telling of each step which rules had a say in it. */
export class Rehearsal {
  readonly law: Law;
  readonly #shut: Law;
  #stage: Stage;

  /** Goes on from a stage; a stage is a value, so that many may go on from the same one. */
  constructor(law: Law, stage: Stage) {
    this.law = law;
    this.#shut = nailedShut(law);
    this.#stage = stage;
  }

  /** Where it has come to. */
  get stage(): Stage {
    return this.#stage;
  }

  get state(): CaseState {
    return caseOn(this.#stage);
  }

  get agency(): AgencyState {
    return agencyOn(this.#stage);
  }

  /** Does a step; what it makes stays, what is refused leaves nothing. */
  play(step: RehearsedStep): StepOutcome {
    const { state } = this;
    const { stage, decision, act, under, form } = take(this.#stage, step, this.law);
    this.#stage = stage;
    const { agency } = this;
    // Asked again under the same law with every rule made impossible to satisfy: whatever refuses then had its say.
    const shut = under(this.#shut);
    const asked = 'refusals' in shut ? rulesOf(shut.refusals) : rulesOf(shut.advice);
    const refusing =
      'refusals' in decision
        ? rulesOf(decision.refusals)
        : [...decision.defects.map((defect) => defect.rule), ...rulesOf(decision.advice)];
    return {
      step,
      decision,
      form,
      refusing,
      allowing: asked.filter((rule) => !refusing.includes(rule)),
      // Asked of the one step an example tries, so not worked out for all that lead up to it.
      defined: () => standingRows({ state, agency, law: this.law, asOf: act.occurredAt, act }),
    };
  }

  owed(): readonly Obligation[] {
    return [...obligations(this.state, this.law), ...obligations(this.agency, this.law)];
  }

  /** Definitions that were asked of anything in the file: those that applied, and those that did not. */
  defined(at?: string): { readonly applied: readonly string[]; readonly passedOver: readonly string[] } {
    return standingRows({
      state: this.state,
      agency: this.agency,
      law: this.law,
      asOf: at === undefined ? endOfTime : instant(at),
    });
  }
}

function rulesOf(refusals: readonly Refusal[]): readonly string[] {
  return [...new Set(refusals.flatMap((one) => (one.rule === undefined ? [] : [one.rule])))];
}

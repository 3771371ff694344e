import type { Decision, Law } from '@zhaozhang/core';
import { arrange, changedStep } from '../examples/arrange.ts';
import type { StandardText } from '../examples/example-text.ts';
import type { PackExample } from '../examples/read-examples.ts';
import { isReplaced } from '../examples/replaced.ts';
import { withParams } from '../examples/with-params.ts';
import { setUpMoment } from '../examples/set-up-moment.ts';
import { emptyStage, setUpAgency, take } from '../rehearsal/stage.ts';
import type { RehearsedStep, Stage } from '../rehearsal/stage.ts';

/** An example as it runs under the unspoilt law, every step kept with the stage it was taken on. */
export interface Played {
  readonly example: PackExample;
  readonly law: Law;
  readonly before: readonly Moment[];
  readonly tried?: Moment;
  /** When what is owed is read: after the step that is tried, before any remedy. */
  readonly read: Stage;
  readonly after: readonly Moment[];
}

/** One step: where it was taken from and how it came out. */
export interface Moment {
  readonly step: RehearsedStep;
  readonly from: Stage;
  readonly decision: Decision;
}

/** The agency all examples stand in. No rule speaks to setting it up, so that it is done once for each law. */
export function setUp(standard: StandardText, law: Law): Stage {
  return setUpAgency(emptyStage('standard'), standard.setup.acts, setUpMoment(standard, law), law);
}

/** Plays an example under the unspoilt law. */
export function play(example: PackExample, standard: StandardText, bound: Law, begin: Stage): Played {
  const law = withParams(bound, example.value);
  const { before, tried } = arrange(example.value, standard);
  let stage = begin;
  const moment = (step: RehearsedStep): Moment => {
    const from = stage;
    const taken = take(from, step, law);
    stage = taken.stage;
    return { step, from, decision: taken.decision };
  };
  const led = before.map(moment);
  const trying = tried === undefined ? undefined : moment(tried);
  const read = stage;
  const lifts = tried === undefined ? undefined : example.value.lifts;
  const remedies = (lifts ?? []).map(moment);
  const again =
    tried === undefined || lifts === undefined || isReplaced(trying?.decision, law)
      ? []
      : [moment(changedStep(tried, example.value.again))];
  return {
    example,
    law,
    before: led,
    ...(trying === undefined ? {} : { tried: trying }),
    read,
    after: [...remedies, ...again],
  };
}

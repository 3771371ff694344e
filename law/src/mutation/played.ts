import type { Decision, Law } from '@zhaozhang/core';
import { arrange, changedStep } from '../examples/arrange.ts';
import type { StandardText } from '../examples/example-text.ts';
import type { PackExample } from '../examples/read-examples.ts';
import { isReplaced } from '../examples/replaced.ts';
import { withParams } from '../examples/with-params.ts';
import { setUpMoment } from '../examples/set-up-moment.ts';
import { emptyStage, setUpAgency, take } from '../rehearsal/stage.ts';
import type { RehearsedStep, Stage } from '../rehearsal/stage.ts';
import { listening } from './listening.ts';
import type { Listening } from './listening.ts';

/** An example as it runs under the unspoilt law, every step kept with the stage it was taken on. */
export interface Played {
  readonly example: PackExample;
  readonly before: readonly Moment[];
  readonly tried?: Moment;
  /** When what is owed is read: after the step that is tried, before any remedy. */
  readonly read: Stage;
  readonly after: readonly Moment[];
}

/** One step: where it was taken from and how it came out. Examples that come along the same way share it. */
export interface Moment {
  readonly step: RehearsedStep;
  readonly from: Stage;
  readonly decision: Decision;
  /** The decision as text, to compare others with. */
  readonly text: string;
  /** Words the law defines that were looked at. */
  readonly words: ReadonlySet<string>;
}

/** Where examples stand, and the steps they went on by. */
interface Waypoint {
  readonly stage: Stage;
  readonly on: Map<string, { readonly moment: Moment; readonly way: Waypoint }>;
}

/**
 * Who plays examples under an unspoilt law. The agency all of them stand in is set up once, for no rule speaks to that,
 * and every step once for all that have come to it along the same steps.
 */
export function playerOf(standard: StandardText, bound: Law): (example: PackExample) => Played {
  const stage = setUpAgency(emptyStage('standard'), standard.setup.acts, setUpMoment(standard, bound), bound);
  const begins = new Map<string, { readonly under: Listening; readonly way: Waypoint }>();
  return (example) => {
    const key = JSON.stringify(example.value.params ?? {});
    const begin = begins.get(key) ?? {
      under: listening(withParams(bound, example.value)),
      way: { stage, on: new Map() },
    };
    begins.set(key, begin);
    return play(example, standard, begin.under, begin.way);
  };
}

function play(example: PackExample, standard: StandardText, under: Listening, begin: Waypoint): Played {
  const { before, tried } = arrange(example.value, standard);
  let way = begin;
  const moment = (step: RehearsedStep): Moment => {
    const next = further(way, step, under);
    way = next.way;
    return next.moment;
  };
  const led = before.map(moment);
  const trying = tried === undefined ? undefined : moment(tried);
  const read = way.stage;
  const lifts = tried === undefined ? undefined : example.value.lifts;
  const remedies = (lifts ?? []).map(moment);
  const again =
    tried === undefined || lifts === undefined || isReplaced(trying?.decision, under.law)
      ? []
      : [moment(changedStep(tried, example.value.again))];
  return {
    example,
    before: led,
    ...(trying === undefined ? {} : { tried: trying }),
    read,
    after: [...remedies, ...again],
  };
}

function further({ stage: from, on }: Waypoint, step: RehearsedStep, under: Listening) {
  const key = JSON.stringify(step);
  const known = on.get(key);
  if (known !== undefined) return known;
  const { value: taken, words } = under.during(() => take(from, step, under.law));
  const { decision, stage } = taken;
  const moment: Moment = { step, from, decision, text: JSON.stringify(decision), words };
  const next = { moment, way: { stage, on: new Map() } };
  on.set(key, next);
  return next;
}

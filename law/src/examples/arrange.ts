import { stepsOf } from './example-text.ts';
import type { RehearsedStep } from '../rehearsal/stage.ts';
import type { Change, ExampleText, PartialStep, StandardText, StepText } from './example-text.ts';

/** The steps that lead up to what an example is about, in order of time, and the step it tries. */
export interface Arranged {
  readonly before: readonly RehearsedStep[];
  readonly tried?: RehearsedStep;
}

/** Takes the standard case up to a step, leaves out, changes and adds what the example says. */
export function arrange(example: ExampleText, standard: StandardText): Arranged {
  const changed = (step: StandardText['steps'][number]) => changedStep(step, example.change?.[step.as]);
  const steps = stepsOf(example, standard).map(changed);
  const asides = (standard.asides ?? []).map(changed);
  const tried =
    typeof example.try === 'string'
      ? [...steps, ...asides].find((step) => step.as === example.try)
      : example.try;
  const aside = tried !== undefined && asides.some((step) => step === tried);
  const told = [
    ...steps.slice(0, lengthOf(example, standard, aside ? typed(tried) : undefined)),
    ...asides.filter((step) => (example.with ?? []).includes(step.as) && step !== tried),
  ].filter((step) => !(example.omit ?? []).includes(step.as ?? ''));
  // The order of entry is what the file sees; equal moments keep the order they are written in.
  const before = [...told, ...(example.add ?? [])].sort((a, b) =>
    typed(a) < typed(b) ? -1 : typed(a) > typed(b) ? 1 : 0,
  );
  return { before, ...(tried === undefined ? {} : { tried }) };
}

/** How much of the case is done: up to the step named, or to the one tried. */
function lengthOf(example: ExampleText, standard: StandardText, asideAt: string | undefined): number {
  const steps = stepsOf(example, standard);
  const at = (name: string) => steps.findIndex((step) => step.as === name);
  if (example.upTo !== undefined) return at(example.upTo) + 1;
  if (asideAt !== undefined) {
    const later = steps.findIndex((step) => typed(step) > asideAt);
    return later < 0 ? steps.length : later;
  }
  return typeof example.try === 'string' ? at(example.try) : steps.length;
}

function typed(step: StepText): string {
  return step.entered ?? step.at;
}

/** A step with some of its values changed; `~` takes a value away. */
export function changedStep<S extends RehearsedStep>(step: S, change: PartialStep | undefined): S {
  if (change === undefined) return step;
  return merged(step as unknown as Change, change as Change) as unknown as S;
}

function merged(base: Change | undefined, change: Change): Change {
  if (!isMap(change)) return change;
  const result: Record<string, Change> = isMap(base) ? { ...base } : {};
  for (const [key, part] of Object.entries(change)) {
    if (part === null) delete result[key];
    else result[key] = merged(result[key], part);
  }
  return result;
}

function isMap(value: Change | undefined): value is { readonly [key: string]: Change } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

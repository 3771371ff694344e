import { sentenceOf } from '@zhaozhang/core';
import type { Law, Obligation, Refusal } from '@zhaozhang/core';
import { compileBundle } from '../bundle.ts';
import type { Library } from '../library.ts';
import { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { StepOutcome } from '../rehearsal/rehearsal.ts';
import { emptyStage, setUpAgency, take } from '../rehearsal/stage.ts';
import type { RehearsedStep, Stage } from '../rehearsal/stage.ts';
import { arrange, changedStep } from './arrange.ts';
import { compareAct } from './compare.ts';
import type { StandardText } from './example-text.ts';
import type { PackExample } from './read-examples.ts';
import { setUpMoment } from './set-up-moment.ts';
import { isReplaced } from './replaced.ts';
import { spokenOf } from './spoken.ts';
import { withParams } from './with-params.ts';

/** What an example came to. */
export interface ExampleRun {
  readonly example: PackExample;
  readonly law: Law;
  /** In what it differs from what it says; empty when it holds. */
  readonly problems: readonly string[];
  readonly refusals: readonly Refusal[];
  /** What was only hinted at. */
  readonly advice: readonly Refusal[];
  /** Refusals as sentences, and derivations of the dates it speaks of. */
  readonly sentences: readonly string[];
  readonly obligations: readonly Obligation[];
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
  readonly owed: readonly string[];
  readonly met: readonly string[];
  /** Acts whose doing lifted the refusals; empty when the example does not go on. */
  readonly liftedBy: readonly string[];
}

/** Plays one example under its law and compares. */
export type Player = (example: PackExample) => ExampleRun;

/**
 * Who plays the examples of a library. What several of them share is done once: compiling their law, setting up the
 * agency, and the steps of the standard case up to where they part.
 */
export function examplePlayer(library: Library, standard: StandardText): Player {
  return playerUnder((packs) => compileBundle(library, packs).law, standard);
}

/** Who plays examples under laws made otherwise: `lawOf` is asked once for each list of packs. */
export function playerUnder(lawOf: (packs: readonly string[]) => Law, standard: StandardText): Player {
  const laws = new Map<string, Law>();
  const begins = new Map<Law, Way>();
  return (example) => {
    const packs = example.value.law ?? [example.pack, ...standard.law];
    const bound = kept(laws, packs.join(' '), () => lawOf(packs));
    const key = `${packs.join(' ')} ${JSON.stringify(example.value.params ?? {})}`;
    const law = kept(laws, key, () => withParams(bound, example.value));
    const begin = kept(begins, law, () => setOut(standard, law));
    return played(example, standard, law, begin);
  };
}

function played(example: PackExample, standard: StandardText, law: Law, begin: Way): ExampleRun {
  const text = example.value;
  const arranged = arrange(text, standard);
  const way = arranged.before.reduce((at, step) => further(at, step, law), begin);
  const rehearsal = new Rehearsal(law, way.stage);
  const problems = [...way.problems];
  const outcome = arranged.tried === undefined ? undefined : rehearsal.play(arranged.tried);
  const spoken = spokenOf(text, rehearsal.stage, law, true);
  const refusals =
    outcome === undefined || !('refusals' in outcome.decision) ? [] : outcome.decision.refusals;
  const sentences = [...refusals.map((refusal) => sentenceOf(refusal, law)), ...spoken.sentences];
  problems.push(...compareAct(text, outcome), ...spoken.problems);
  const { rows } = spoken;
  const words = rehearsal.defined(arranged.tried?.at);
  const proposed = outcome?.defined?.();
  if (text.expect.sentence !== undefined && !sentences.includes(text.expect.sentence))
    problems.push(`没有这句话：${text.expect.sentence}；实有：${sentences.join(' / ')}`);
  const replaced = isReplaced(outcome?.decision, law);
  const lifting = lift(rehearsal, text.lifts ?? [], replaced ? undefined : arranged.tried, text.again);
  problems.push(...lifting.problems);
  return {
    example,
    law,
    problems,
    refusals,
    advice: outcome !== undefined && 'streams' in outcome.decision ? outcome.decision.advice : [],
    sentences,
    obligations: spoken.all,
    refused: outcome?.refusing ?? [],
    allowed: [
      ...(outcome !== undefined && 'streams' in outcome.decision ? outcome.allowing : []),
      ...lifting.allowed,
    ],
    owed: [
      ...rulesOf(rows.filter((row) => row.met === undefined)),
      ...words.passedOver,
      ...(proposed?.passedOver ?? []),
    ],
    met: [
      ...rulesOf(rows.filter((row) => row.met !== undefined && row.met <= row.lawfulDue)),
      ...words.applied,
      ...(proposed?.applied ?? []),
    ],
    liftedBy: lifting.problems.length === 0 ? (text.lifts ?? []).map((step) => step.act) : [],
  };
}

function lift(
  rehearsal: Rehearsal,
  steps: readonly RehearsedStep[],
  tried: RehearsedStep | undefined,
  again: Parameters<typeof changedStep>[1],
): { problems: readonly string[]; allowed: readonly string[] } {
  const problems = steps.flatMap((step) => mustPass(rehearsal.play(step), '补救的步骤'));
  // Done in the place of what was refused, the remedy is all there is to do.
  if (steps.length === 0 || tried === undefined) return { problems, allowed: [] };
  const outcome = rehearsal.play(changedStep(tried, again));
  return { problems: [...problems, ...mustPass(outcome, '补救之后')], allowed: outcome.allowing };
}

/** How far the examples have come along the same steps, and where they went on from there. */
interface Way {
  readonly stage: Stage;
  readonly problems: readonly string[];
  readonly on: Map<string, Way>;
}

function setOut(standard: StandardText, law: Law): Way {
  const stage = setUpAgency(emptyStage('standard'), standard.setup.acts, setUpMoment(standard, law), law);
  return { stage, problems: [], on: new Map() };
}

function further(way: Way, step: RehearsedStep, law: Law): Way {
  return kept(way.on, JSON.stringify(step), () => {
    const { stage, decision } = take(way.stage, step, law);
    const refused = mustPass({ step, decision }, '铺垫的步骤');
    return { stage, problems: [...way.problems, ...refused], on: new Map() };
  });
}

function kept<K, V>(among: Map<K, V>, key: K, make: () => V): V {
  const there = among.get(key);
  if (there !== undefined) return there;
  const made = make();
  among.set(key, made);
  return made;
}

function mustPass({ step, decision }: Pick<StepOutcome, 'step' | 'decision'>, what: string): string[] {
  return 'refusals' in decision
    ? [
        `${what} ${step.as ?? step.act} 被拒：${decision.refusals.map((one) => `${one.code} ${one.field ?? ''} ${one.because}`).join(';')}`,
      ]
    : [];
}

function rulesOf(rows: readonly Obligation[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.derivation.readings.map((reading) => reading.rule)))];
}

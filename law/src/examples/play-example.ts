import { sentenceOf } from '@zhaozhang/core';
import type { Law, Obligation, Refusal } from '@zhaozhang/core';
import { compileBundle } from '../bundle.ts';
import type { Library } from '../library.ts';
import { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { StepOutcome } from '../rehearsal/rehearsal.ts';
import type { RehearsedStep } from '../rehearsal/stage.ts';
import { arrange, changedStep } from './arrange.ts';
import { compareAct } from './compare.ts';
import type { StandardText } from './example-text.ts';
import type { PackExample } from './read-examples.ts';
import { setUpMoment } from './set-up-moment.ts';
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

/** Plays an example under its law and compares. */
export function playExample(library: Library, standard: StandardText, example: PackExample): ExampleRun {
  const text = example.value;
  const packs = text.law ?? [example.pack, ...standard.law];
  const law = withParams(compileBundle(library, packs).law, text);
  const rehearsal = new Rehearsal(law, 'standard');
  rehearsal.setUp(standard.setup.acts, setUpMoment(standard, law));
  const arranged = arrange(text, standard);
  const problems = arranged.before.flatMap((step) => mustPass(rehearsal.play(step), '铺垫的步骤'));
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
  const lifting = lift(rehearsal, text.lifts ?? [], arranged.tried, text.again);
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
  if (steps.length === 0 || tried === undefined) return { problems: [], allowed: [] };
  const problems = steps.flatMap((step) => mustPass(rehearsal.play(step), '补救的步骤'));
  const outcome = rehearsal.play(changedStep(tried, again));
  return { problems: [...problems, ...mustPass(outcome, '补救之后')], allowed: outcome.allowing };
}

function mustPass({ step, decision }: StepOutcome, what: string): string[] {
  return 'refusals' in decision
    ? [
        `${what} ${step.as ?? step.act} 被拒：${decision.refusals.map((one) => `${one.code} ${one.field ?? ''} ${one.because}`).join(';')}`,
      ]
    : [];
}

function rulesOf(rows: readonly Obligation[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.derivation.readings.map((reading) => reading.rule)))];
}

import { fileURLToPath } from 'node:url';
import { sentenceOf } from '@zhaozhang/core';
import type { Refusal } from '@zhaozhang/core';
import { readStories } from '@zhaozhang/scenarios';
import type { ActStep } from '@zhaozhang/scenarios';
import { describe, expect, it } from 'vitest';
import { storyPlayer } from './play-story.ts';
import type { PlayedStep } from './play-story.ts';
import { library } from '../testing/the-law.ts';

const stories = fileURLToPath(new URL('../../../scenarios/stories', import.meta.url));
const told = await readStories(stories, { all: true });
const player = storyPlayer(library, told.agency);
const played = told.stories
  .filter(({ file }) => file.startsWith('refused-'))
  .map((story) => ({ file: story.file, steps: player.play(story).steps }));

/** A refusal by a rule, with the attempt it met and the one that succeeded in the end. */
interface Met {
  readonly file: string;
  readonly refusal: Refusal;
  readonly attempt: PlayedStep;
  /** The same act once more, done; nothing when it was never done. */
  readonly done: PlayedStep | undefined;
  /** Everything done in between. */
  readonly between: readonly PlayedStep[];
}

const met: readonly Met[] = played.flatMap(({ file, steps }) =>
  steps.flatMap((attempt, index) => {
    if (!('refusals' in attempt.decision)) return [];
    const later = steps.slice(index + 1);
    const done = succeeded(attempt.step, later);
    const between = later.slice(0, done === undefined ? 0 : later.indexOf(done));
    return attempt.decision.refusals
      .filter((refusal) => refusal.rule !== undefined && refusal.effect !== 'advise')
      .map((refusal) => ({ file, refusal, attempt, done, between }));
  }),
);

/** Follows an attempt from one `again` to the next until the act is done. */
function succeeded(attempt: ActStep, later: readonly PlayedStep[]): PlayedStep | undefined {
  const index = later.findIndex(({ step }) => step.again !== undefined && step.again === attempt.as);
  const next = later[index];
  if (next === undefined) return undefined;
  return 'refusals' in next.decision ? succeeded(next.step, later.slice(index + 1)) : next;
}

function whatIsAsked({ step }: PlayedStep): string {
  return JSON.stringify([step.by, step.input, step.record]);
}

describe('处处被拒', () => {
  it('由至少三十条不同的规则、以至少十八种不同的代码拒绝，每一次最后都办成了', () => {
    const lifted = met.filter(({ done }) => done !== undefined);
    expect(new Set(lifted.map(({ refusal }) => refusal.rule)).size).toBeGreaterThanOrEqual(30);
    expect(new Set(lifted.map(({ refusal }) => refusal.code)).size).toBeGreaterThanOrEqual(18);
    // The older story tells its second attempts in full, without naming the first.
    const named = met.filter(({ file }) => file !== 'refused-then-mended.yaml');
    expect(named.filter(({ done }) => done === undefined).map(({ attempt }) => attempt.step)).toEqual([]);
  });

  it('所填的没有改的，其间办了补救所说的行为，才办成', () => {
    const unmended = met.filter(({ attempt, done, between, refusal }) => {
      if (done === undefined || whatIsAsked(attempt) !== whatIsAsked(done)) return false;
      const acts = between.flatMap(({ step, decision }) => ('refusals' in decision ? [] : [step.act]));
      // Refused for several reasons at once: what one of them tells to do may mend another too.
      const remedies =
        'refusals' in attempt.decision ? attempt.decision.refusals.map(({ remedy }) => remedy?.act) : [];
      return refusal.remedy?.act === undefined
        ? acts.length === 0
        : !acts.some((act) => remedies.includes(act));
    });
    expect(unmended.map(({ refusal }) => refusal.rule)).toEqual([]);
  });

  it('每一句话都是中文：没有字母，没有代码，没有编号', () => {
    const said = played
      .flatMap(({ steps }) => steps)
      .flatMap(({ decision }) => ('refusals' in decision ? decision.refusals : decision.advice))
      .map((one) => sentenceOf(one, player.law));
    expect(said.filter((sentence) => /[A-Za-z_{}$]/.test(sentence))).toEqual([]);
    expect(said.length).toBeGreaterThan(60);
  });
});

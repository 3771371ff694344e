import { sentenceOf } from '@zhaozhang/core';
import type { Decision, Law } from '@zhaozhang/core';
import { compareAct } from '../examples/compare.ts';
import { spokenOf } from '../examples/spoken.ts';
import { withParams } from '../examples/with-params.ts';
import type { Moment, Played } from './played.ts';
import { reaches } from './reach.ts';
import type { Reach } from './reach.ts';
import { take } from '../rehearsal/stage.ts';
import type { Stage } from '../rehearsal/stage.ts';

/** A changed law, and what is known of it by now. */
export interface Spoilt {
  readonly law: Law;
  readonly reach: Reach;
  /** How steps that were taken again came out: examples that share a step ask once. */
  readonly again: Map<Moment, Again>;
}

/** A step under the changed law. */
interface Again {
  readonly decision: Decision;
  /** Where it led, if that is not where it had led. */
  readonly off?: Stage;
}

/** A changed law of which nothing is known yet but what the change can touch. */
export function spoiltBy(law: Law, reach: Reach): Spoilt {
  return { law, reach, again: new Map() };
}

/**
 * Does an example come out otherwise than it says, under a changed law? Steps the change cannot reach are not taken
 * again as long as everything before them came out as it did; it stops at the first difference.
 */
export function notices(played: Played, spoilt: Spoilt): boolean {
  const { example, before, tried, after } = played;
  const law = withParams(spoilt.law, example.value);
  const way = new Way(law, spoilt);
  for (const moment of before) if ('refusals' in way.go(moment)) return true;
  const decision = tried === undefined ? undefined : way.go(tried);
  const outcome =
    tried === undefined || decision === undefined
      ? undefined
      : { step: tried.step, decision, refusing: [], allowing: [] };
  if (compareAct(example.value, outcome).length > 0) return true;
  const asBefore = way.off === undefined && decision === tried?.decision && !spoilt.reach.duties;
  if (!asBefore && reads(played, law, way.off ?? played.read, decision)) return true;
  for (const moment of after) if ('refusals' in way.go(moment)) return true;
  return false;
}

/** The way through an example: along the one known, until a step comes out otherwise. */
class Way {
  readonly #law: Law;
  readonly #spoilt: Spoilt;
  /** Where it stands once it has left the known way. */
  off: Stage | undefined;

  constructor(law: Law, spoilt: Spoilt) {
    this.#law = law;
    this.#spoilt = spoilt;
  }

  /** How a step comes out; the decision known already where nothing could change it, or did. */
  go(moment: Moment): Decision {
    if (this.off !== undefined) {
      const { stage, decision } = take(this.off, moment.step, this.#law);
      this.off = stage;
      return decision;
    }
    if (!reaches(this.#spoilt.reach, moment)) return moment.decision;
    const came = this.#spoilt.again.get(moment) ?? takenAgain(moment, this.#law);
    this.#spoilt.again.set(moment, came);
    this.off = came.off;
    return came.decision;
  }
}

function takenAgain(moment: Moment, law: Law): Again {
  const { stage, decision } = take(moment.from, moment.step, law);
  if (JSON.stringify(decision) === moment.text) return { decision: moment.decision };
  return marks(decision) === marks(moment.decision) ? { decision } : { decision, off: stage };
}

/** What a decision leaves behind: a refusal leaves nothing. */
function marks(decision: Decision): string {
  return 'streams' in decision ? JSON.stringify(decision.streams) : '';
}

/** Do dates or sentences differ from what the example says? */
function reads(played: Played, law: Law, stage: Stage, decision: Decision | undefined): boolean {
  const { sentence } = played.example.value.expect;
  const spoken = spokenOf(played.example.value, stage, law, false);
  if (spoken.problems.length > 0) return true;
  if (sentence === undefined) return false;
  const refusals = decision !== undefined && 'refusals' in decision ? decision.refusals : [];
  const sentences = [...refusals.map((refusal) => sentenceOf(refusal, law)), ...spoken.sentences];
  return !sentences.includes(sentence);
}

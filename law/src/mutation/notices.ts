import { sentenceOf } from '@zhaozhang/core';
import type { Decision, Law } from '@zhaozhang/core';
import { compareAct } from '../examples/compare.ts';
import { spokenOf } from '../examples/spoken.ts';
import { withParams } from '../examples/with-params.ts';
import type { Moment, Played } from './played.ts';
import type { Reach } from './reach.ts';
import { take } from '../rehearsal/stage.ts';
import type { Stage } from '../rehearsal/stage.ts';

/**
 * Does an example come out otherwise than it says, under a changed law? Steps the change cannot reach are not taken
 * again as long as everything before them came out as it did; it stops at the first difference.
 */
export function notices(played: Played, spoilt: Law, reach: Reach): boolean {
  const { example, before, tried, after } = played;
  const law = withParams(spoilt, example.value);
  const way = new Way(law, reach);
  for (const moment of before) if ('refusals' in way.go(moment)) return true;
  const decision = tried === undefined ? undefined : way.go(tried);
  const outcome =
    tried === undefined || decision === undefined
      ? undefined
      : { step: tried.step, decision, refusing: [], allowing: [] };
  if (compareAct(example.value, outcome).length > 0) return true;
  const asBefore = way.off === undefined && decision === tried?.decision && !reach.duties;
  if (!asBefore && reads(played, law, way.off ?? played.read, decision)) return true;
  for (const moment of after) if ('refusals' in way.go(moment)) return true;
  return false;
}

/** The way through an example: along the one known, until a step comes out otherwise. */
class Way {
  readonly #law: Law;
  readonly #reach: Reach;
  /** Where it stands once it has left the known way. */
  off: Stage | undefined;

  constructor(law: Law, reach: Reach) {
    this.#law = law;
    this.#reach = reach;
  }

  /** How a step comes out; the decision known already where nothing could change it. */
  go(moment: Moment): Decision {
    if (this.off === undefined && !this.#reach.acts.has(moment.step.act)) return moment.decision;
    const { stage, decision } = take(this.off ?? moment.from, moment.step, this.#law);
    if (this.off !== undefined || marks(decision) !== marks(moment.decision)) this.off = stage;
    else if (JSON.stringify(decision) === JSON.stringify(moment.decision)) return moment.decision;
    return decision;
  }
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

import { actDefinitions, preview } from '@zhaozhang/core';
import type { ActContext, DomainEvent, Law, Value } from '@zhaozhang/core';
import { addDays, instant } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import type { StandardText, StepText } from '../examples/example-text.ts';
import { agencyOn, caseOn, emptyStage, setUpAgency, take } from '../rehearsal/stage.ts';
import type { Stage } from '../rehearsal/stage.ts';

type Told = DomainEvent<{ readonly [key: string]: unknown }>;

/** What one walk came to: whether the decision was made, and everything that happened up to it. */
export interface Walked {
  readonly decided: boolean;
  readonly refusals: readonly string[];
  readonly agency: readonly Told[];
  /** Events of the case; where the decision was refused, the one it would have been stands last. */
  readonly file: readonly Told[];
}

/** Small and repeatable (mulberry32). */
export function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The same steps in other weeks: everything from a random day on happens some weeks later, twice. Whole weeks, so that
 * what was done on a working day still is, but for holidays, which are what the walk is to meet. Drawn once, it moves
 * all steps alike, those of a case and those of the same case with something missing.
 */
export function atOtherTimes(random: () => number): (steps: readonly StepText[]) => readonly StepText[] {
  const moves = [20, 6].map((most) => ({ weeks: Math.floor(random() * most), place: random() }));
  return (steps) => {
    let text = JSON.stringify(steps);
    for (const { weeks, place } of moves) {
      const from = addDays(firstDay, Math.floor(place * DAYS));
      text = text.replace(isoDay, (day) => (day >= from ? addDays(day as Day, 7 * weeks) : day));
    }
    return JSON.parse(text) as StepText[];
  };
}
/** The cases of the examples begin in the first weeks of this stretch. */
const firstDay = '2026-02-01' as Day;
const DAYS = 60;
const isoDay = /\b2026-\d\d-\d\d(?=T|")/g;

/** Plays the steps up to the decision. What is refused on the way leaves nothing; `chance` adds acts nobody planned. */
export class Walker {
  readonly #law: Law;
  readonly #begun: Stage;
  readonly #agency: readonly Told[];

  constructor(standard: StandardText, law: Law, begins: string) {
    this.#law = law;
    this.#begun = setUpAgency(emptyStage('standard'), standard.setup.acts, begins, law);
    // The agency's own events, read back as the oracle reads them: what was entered, in order.
    this.#agency = standard.setup.acts.map((one) => ({
      ...({ type: actDefinitions.get(one.act)?.event ?? '', actId: '', act: one.act } as Told),
      ...{ at: instant(begins), enteredAt: instant(begins), input: one.input, record: {} },
    }));
  }

  walk(steps: readonly StepText[], last: string, random: () => number, chance: number): Walked {
    let stage = this.#begun;
    const file: Told[] = [];
    const agency = [...this.#agency];
    for (const step of steps) {
      if (random() < chance) {
        const unplanned = this.#unplanned(stage, step.at, random);
        const tried = unplanned === undefined ? undefined : take(stage, unplanned, this.#law);
        if (tried !== undefined && 'streams' in tried.decision) {
          stage = tried.stage;
          file.push(...ofCase(tried.decision.streams));
        }
      }
      const taken = take(stage, step, this.#law);
      stage = taken.stage;
      if ('streams' in taken.decision) {
        file.push(...ofCase(taken.decision.streams));
        agency.push(...taken.decision.streams.filter(isOffice).flatMap((one) => one.events as Told[]));
      }
      if (step.as !== last) continue;
      if ('streams' in taken.decision) return { decided: true, refusals: [], agency, file };
      const type = actDefinitions.get(step.act)?.event ?? '';
      const would = { ...taken.act, type, actId: taken.act.id, at: taken.act.occurredAt } as unknown as Told;
      const refusals = taken.decision.refusals.map((one) => one.code);
      return { decided: false, refusals, agency, file: [...file, would] };
    }
    throw new Error(`没有走到 ${last}`);
  }

  /** An act that could be done now by somebody, filled in with what the file already knows. */
  #unplanned(stage: Stage, at: string, random: () => number): StepText | undefined {
    const names = [...actDefinitions.values()]
      .filter((one) => one.aggregate === 'case')
      .map((one) => one.name);
    const act = names[Math.floor(random() * names.length)] ?? '';
    const officers = Object.values(agencyOn(stage).officers);
    const by = officers[Math.floor(random() * officers.length)];
    const definition = actDefinitions.get(act);
    if (definition === undefined || by === undefined || act === 'case.decide') return undefined;
    const context: ActContext = {
      actor: { account: by.id, name: by.name, officer: by.id },
      refs: { agency: agencyOn(stage), series: {} },
      law: this.#law,
      now: instant(at),
    };
    if (preview(caseOn(stage), act, context).status === 'refused') return undefined;
    const filled = definition.prefill?.(caseOn(stage) as never, context);
    return {
      ...{ at, by: by.name, act },
      input: (filled?.input ?? {}) as Record<string, Value>,
      record: filled?.record ?? {},
    };
  }
}

function isOffice({ stream }: { readonly stream: string }): boolean {
  return stream.startsWith('agency/');
}

function ofCase(
  streams: readonly { readonly stream: string; readonly events: readonly DomainEvent[] }[],
): Told[] {
  return streams.filter(({ stream }) => stream.startsWith('case/')).flatMap((one) => one.events as Told[]);
}

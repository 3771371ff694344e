import type { Law } from '@zhaozhang/core';
import { compileBundle } from '../bundle.ts';
import type { StandardText } from '../examples/example-text.ts';
import type { PackExample } from '../examples/read-examples.ts';
import type { Fault } from '../fault.ts';
import type { Library, Placed } from '../library.ts';
import type { Equivalent } from './equivalents.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { notices, spoiltBy } from './notices.ts';
import type { Spoilt } from './notices.ts';
import { playerOf } from './played.ts';
import type { Played } from './played.ts';
import { dates, reachOf } from './reach.ts';

/** A mutant no example notices, and the example to write. */
export type Survivor = Pick<Mutant, 'rule' | 'operator' | 'at' | 'says' | 'write'>;

export interface Mutation {
  /** How many there are; each is killed, equivalent or survives. */
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  readonly survived: readonly Survivor[];
  /** Examples that do not hold to begin with, and entries of the list of equivalents that are no longer true. */
  readonly faults: readonly Fault[];
}

/**
 * Spoils every rule and parameter in memory, one way at a time, and asks the examples whether they notice: first those
 * that cite a clause of it, then all others played under a law that holds it. `only` names the beginnings of the rules
 * to spoil, for whoever is writing their examples; none: all.
 */
export function mutate(
  library: Library,
  standard: StandardText,
  examples: readonly PackExample[],
  equivalents: readonly Placed<Equivalent>[],
  only: readonly string[] = [],
): Mutation {
  const asked = ({ rule }: Pick<Mutant, 'rule'>) =>
    only.length === 0 || only.some((name) => rule.startsWith(name));
  const theatres = theatresOf(library, standard, examples);
  const broken = theatres.flatMap(({ law, played }) =>
    played.filter((one) => notices(one, spoiltBy(law, dates))).map(({ example }) => brokenness(example)),
  );
  // An example that fails by itself would be taken to notice everything.
  if (broken.length > 0) return { mutants: 0, killed: 0, equivalent: 0, survived: [], faults: broken };
  const all = mutantsOf(theatres.map(({ law }) => law)).filter(asked);
  const witnesses = new Map<string, Witness[]>();
  const alive = all.filter((mutant) => !isKilled(mutant, theatres, kept(witnesses, mutant.rule)));
  const survived = alive.filter((mutant) => !equivalents.some(({ value }) => isOf(value, mutant)));
  return {
    mutants: all.length,
    killed: all.length - alive.length,
    equivalent: alive.length - survived.length,
    survived: survived.map(({ rule, operator, at, says, write }) => ({ rule, operator, at, says, write })),
    faults: equivalents.flatMap((one) => (asked(one.value) ? staleness(one, all, alive) : [])),
  };
}

/** A law and the examples that are played under it. */
interface Theatre {
  readonly law: Law;
  readonly played: readonly Played[];
}

/** Every pack has its own law even where no example of it is written: then all its mutants survive, and say so. */
function theatresOf(
  library: Library,
  standard: StandardText,
  examples: readonly PackExample[],
): readonly Theatre[] {
  const bound = (pack: string) => [pack, ...standard.law];
  const bindings = new Map(
    [
      ...[...library.packs.keys()].map(bound),
      ...examples.map((example) => example.value.law ?? bound(example.pack)),
    ].map((packs) => [packs.join(' '), packs]),
  );
  return [...bindings].map(([key, packs]) => {
    const { law } = compileBundle(library, packs);
    const own = examples.filter((example) => (example.value.law ?? bound(example.pack)).join(' ') === key);
    return { law, played: own.map(playerOf(standard, law)) };
  });
}

/** An example that has noticed a change of a rule, with the law it is played under. */
interface Witness {
  readonly theatre: Theatre;
  readonly one: Played;
}

function kept(among: Map<string, Witness[]>, rule: string): Witness[] {
  const there = among.get(rule) ?? [];
  among.set(rule, there);
  return there;
}

/**
 * Whoever noticed another change of the same rule is asked first, the latest before all others, then the examples that
 * cite a clause of it, then those that try an act it speaks to or read what it says is owed, then the rest: of the dozen
 * ways to spoil a rule most are noticed by the same few, and a rule made to reach too far by what it had let alone.
 */
function isKilled(mutant: Mutant, theatres: readonly Theatre[], witnesses: Witness[]): boolean {
  // Spoilt where it is asked, not before: most are noticed under one law.
  const spoilt = new Map<Theatre, Spoilt>();
  const spoil = (theatre: Theatre) => {
    const known = spoilt.get(theatre);
    if (known !== undefined) return known;
    const changed = mutant.change(theatre.law);
    const made = spoiltBy(changed, reachOf(theatre.law, changed));
    spoilt.set(theatre, made);
    return made;
  };
  const notes = ({ theatre, one }: Witness) => differs(one, spoil(theatre));
  const again = witnesses.findIndex((witness) => mutant.holdsIn(witness.theatre.law) && notes(witness));
  const known = witnesses[again];
  if (known !== undefined) {
    witnesses.splice(again, 1);
    witnesses.unshift(known);
    return true;
  }
  const asked = new Set(witnesses.map(({ one }) => one));
  const holding = theatres.filter(({ law }) => mutant.holdsIn(law));
  return turnsOf(mutant).some((itsTurn) =>
    holding.some((theatre) =>
      theatre.played.some((one) => {
        if (asked.has(one) || !itsTurn(one)) return false;
        asked.add(one);
        if (!notes({ theatre, one })) return false;
        witnesses.unshift({ theatre, one });
        return true;
      }),
    ),
  );
}

function turnsOf({ rule, clauses, about }: Mutant): readonly ((one: Played) => boolean)[] {
  return [
    (one) => refuses(one, rule),
    ({ example }) => example.value.cites.some((clause) => clauses.includes(clause)),
    (one) => askedIn(one).some((name) => about.includes(name)),
    () => true,
  ];
}

function refuses({ tried }: Played, rule: string): boolean {
  return (
    tried !== undefined &&
    'refusals' in tried.decision &&
    tried.decision.refusals.some((refusal) => refusal.rule === rule)
  );
}

/** What an example asks: may this act be done, is this owed, what does this word come to? */
function askedIn({ tried, example }: Played): readonly string[] {
  const { owed = [], notOwed = [], defined = [] } = example.value.expect;
  return [
    ...(tried === undefined ? [] : [tried.step.act]),
    ...owed.map(({ duty }) => duty),
    ...notOwed,
    ...defined.map(({ word }) => word),
  ];
}

/** A rule so spoilt that judging by it breaks down does not come out as the example says either. */
export function differs(...of: Parameters<typeof notices>): boolean {
  try {
    return notices(...of);
  } catch {
    return true;
  }
}

function isOf(equivalent: Equivalent, mutant: Mutant): boolean {
  return (
    equivalent.rule === mutant.rule && equivalent.operator === mutant.operator && equivalent.at === mutant.at
  );
}

function brokenness({ file, line, value }: PackExample): Fault {
  return { file, line, what: `示例“${value.title}”本身就不成立`, remedy: '先运行测试，改正这个示例' };
}

function staleness(
  { value, file, line }: Placed<Equivalent>,
  all: readonly Mutant[],
  alive: readonly Mutant[],
): readonly Fault[] {
  if (alive.some((mutant) => isOf(value, mutant))) return [];
  const known = all.some((mutant) => isOf(value, mutant));
  const what = `${value.rule} 的变体 ${value.operator}`;
  return [
    {
      file,
      line,
      what: known ? `${what} 已有示例看得出来，并不等价` : `没有 ${what}`,
      remedy: '从等价变体中去掉这一条',
    },
  ];
}

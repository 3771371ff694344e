import type { Value } from '../canonical.ts';
import {
  addDays,
  computeLimit,
  dayNumber,
  dayOf,
  parseDay,
  parseInstant,
  startOfDay,
} from '../time/index.ts';
import type { Day, Instant } from '../time/index.ts';
import { amountOf } from './amount.ts';
import { byKey } from '../by-key.ts';
import { governs } from './edition.ts';
import { onDay } from './moments.ts';
import { certainly, evaluate, noFacts } from './evaluate.ts';
import type { Verdict } from './evaluate.ts';
import type { DefinedReading, Reading, Scene } from './fact.ts';
import type { FactUse } from './fact-use.ts';
import { unknownReading } from './fact.ts';
import type { Law } from './law.ts';
import type { Accrual, TableRow } from './primitive.ts';
import { literalSide, resolve } from './resolve.ts';
import { prevailing } from './settlement.ts';
import { wholeCase } from './subject.ts';
import type { Subject } from './subject.ts';

const underWord = byKey<TableRow>((row) => [row.defines]);

/** The rows that define a word. */
export function rowsOf(word: string, law: Pick<Law, 'tables'>): readonly TableRow[] {
  return underWord(law.tables, word);
}

/**
 * What a word the law itself defines comes to for a subject. A yes-or-no word holds as soon as one row that applies
 * says so, since such lists are open and local law may add to them. Of any other word all rows that apply must say the
 * same: where they do not, nothing is followed until the legal office has settled which prevails.
 */
export function definedFor(word: string, scene: Scene, subject: Subject): DefinedReading | undefined {
  const rows = rowsOf(word, scene.law);
  const [first] = rows;
  if (first === undefined) return undefined;
  const of = first.per === 'case' ? wholeCase : subject;
  // A thing that happened is judged by the edition of its own day, whenever it is asked about.
  const day = dayOf(of.at ?? scene.asOf);
  const then = onDay(scene, day);
  const standing = standingOf(rows, then, of);
  const applying = standing.filter(({ verdict }) => verdict.truth === 'true');
  const given = applying.map(({ row, verdict }) => ({ row, ...givenBy(row, verdict, then, of) }));
  const facts = () => [
    ...standing.flatMap(({ verdict }) => verdict.facts()),
    ...given.flatMap((one) => one.facts()),
  ];
  const open = standing.some(({ verdict }) => verdict.open) || given.some((one) => one.open);
  const label = first.label;
  const openOf = (row: TableRow) => standing.some((one) => one.row === row && one.verdict.open);
  const told = (reading: Reading, by: readonly TableRow[], unsettled = open): DefinedReading => ({
    reading,
    label,
    open: unsettled,
    facts,
    by,
  });
  if (first.type === 'bool') {
    const holds = given.filter(({ reading }) => reading.known && reading.value === true);
    if (holds.length > 0)
      return told(
        earliest(holds.map(({ reading }) => reading)),
        holds.map(({ row }) => row),
        holds.every(({ row, open: waits }) => waits || openOf(row)),
      );
    const unsure =
      standing.some(({ verdict }) => verdict.truth === 'unknown') ||
      given.some(({ reading }) => !reading.known);
    return told(unsure ? unknownReading : { known: true, value: false }, []);
  }
  const known = given.filter(({ reading }) => reading.known);
  const prevails = prevailing(
    known.map(({ row, reading }) => ({
      rule: row.id,
      says: reading.known ? JSON.stringify(reading.value) : '',
    })),
    scene.law.settlements,
  );
  if (prevails === undefined)
    return told(
      {
        known: false,
        conflict: {
          rules: known.map(({ row }) => row.id),
          clauses: [...new Set(known.flatMap(({ row }) => row.clauses))],
        },
      },
      known.map(({ row }) => row),
    );
  const row = known.find((one) => one.row.id === prevails) ?? known[0];
  return told(row === undefined ? unknownReading : row.reading, row === undefined ? [] : [row.row]);
}

/** The rows in force for a subject, each with whether it applies. `scene.on` is the day that picks editions. */
function standingOf(
  rows: readonly TableRow[],
  scene: Scene & { readonly on: Day },
  subject: Subject,
): readonly { readonly row: TableRow; readonly verdict: Verdict }[] {
  return rows
    .filter((row) => row.per === subject.per && governs(row, scene, scene.on))
    .map((row) => ({
      row,
      verdict: row.when === undefined ? certainly : evaluate(row.when, scene, subject),
    }));
}

/** What somebody asks of the words the law defines. */
export interface WordsAsked {
  readonly scene: Scene;
  readonly subjects: (per: TableRow['per']) => readonly Subject[];
}

/** Ids of all rows that apply to something there is, and of those that apply to something else only. */
export function standingRows({ scene, subjects }: WordsAsked): {
  readonly applied: readonly string[];
  readonly passedOver: readonly string[];
} {
  const applied = new Set<string>();
  const passedOver = new Set<string>();
  for (const row of scene.law.tables)
    for (const subject of subjects(row.per)) {
      const on = dayOf(subject.at ?? scene.asOf);
      const [standing] = standingOf([row], { ...scene, on }, subject);
      (standing?.verdict.truth === 'true' ? applied : passedOver).add(row.id);
    }
  return { applied: [...applied], passedOver: [...passedOver] };
}

/** It holds from the moment the first of several grounds held. */
function earliest(readings: readonly Reading[]): Reading {
  const moments = readings.map((reading) => (reading.known ? reading.since : undefined));
  const since = moments.includes(undefined) ? undefined : moments.filter((at) => at !== undefined).sort()[0];
  return since === undefined ? { known: true, value: true } : { known: true, value: true, since };
}

interface Gave {
  readonly reading: Reading;
  readonly open: boolean;
  facts(): readonly FactUse[];
}

function givenBy(row: TableRow, verdict: Verdict, scene: Scene, subject: Subject): Gave {
  const { gives } = row;
  if (typeof gives === 'object' && 'after' in gives) {
    const { reading, shown, ofInput } = resolve(gives.after, scene, subject);
    const n = amountOf(gives.n, scene, subject);
    const from = momentOf(reading);
    if (from === undefined || n === undefined)
      return { reading: unknownReading, open: ofInput, facts: () => [shown()] };
    const { lawfulDueAt } = computeLimit({
      from,
      span: { n, unit: gives.unit },
      roll: gives.roll,
      calendar: scene.law.calendar,
    });
    return {
      reading: { known: true, value: lawfulDueAt, since: lawfulDueAt },
      open: ofInput,
      facts: () => [shown()],
    };
  }
  if (typeof gives === 'object' && 'endOf' in gives) {
    const end = scene.owed(gives.endOf, scene, subject)?.lawfulDueAt;
    return {
      reading: end === undefined ? unknownReading : { known: true, value: end, since: end },
      open: false,
      facts: noFacts,
    };
  }
  if (typeof gives === 'object' && 'accrues' in gives) return accrued(gives.accrues, scene, subject);
  if (typeof gives === 'object' && 'fact' in gives) {
    const { reading, shown, ofInput } = resolve(gives.fact, scene, subject);
    if (row.type !== 'instant') return { reading, open: ofInput, facts: () => [shown()] };
    const at = momentOf(reading);
    return {
      reading: at === undefined ? unknownReading : { known: true, value: at, since: at },
      open: ofInput,
      facts: () => [shown()],
    };
  }
  const { value, ofInput } = literalSide(gives, scene, subject);
  const since = sinceOf(verdict);
  return {
    reading:
      value === undefined
        ? unknownReading
        : { known: true, value, ...(since === undefined ? {} : { since }) },
    open: ofInput,
    facts: noFacts,
  };
}

/** A moment, or the beginning of a day; a yes-or-no fact is the moment at which it came to hold. */
function momentOf(reading: Reading): Instant | undefined {
  if (!reading.known || reading.value === false) return undefined;
  const day = parseDay(reading.value);
  return parseInstant(reading.value) ?? (day === undefined ? reading.since : startOfDay(day));
}

/** A condition holds since the last of the facts that told so. */
function sinceOf(verdict: Verdict): Instant | undefined {
  return verdict
    .facts()
    .map((use) => use.since)
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}

/** 逐日加处: counted in whole days from the day after the last lawful one, never above the ceiling. */
function accrued(rule: Accrual, scene: Scene, subject: Subject): Gave {
  const base = resolve(rule.base, scene, subject);
  const cap = resolve(rule.cap, scene, subject);
  const facts = () => [base.shown(), cap.shown()];
  const permille = amountOf(rule.permille, scene, subject);
  const owed = scene.owed(rule.dueOf, scene, subject);
  const sum = base.reading.known ? base.reading.value : undefined;
  const most = cap.reading.known ? cap.reading.value : undefined;
  if (owed === undefined || permille === undefined || typeof sum !== 'number' || typeof most !== 'number')
    return { reading: unknownReading, open: base.ofInput || cap.ofInput, facts };
  const first = addDays(dayOf(owed.lawfulDueAt), 1);
  // Multiplied before divided: sums are whole fen, and what is left under one fen is not asked for.
  const value: Value = Math.min(
    Math.floor((overDays(rule.base, sum, first, scene, subject) * permille) / 1000),
    most,
  );
  return { reading: { known: true, value }, open: base.ofInput || cap.ofInput, facts };
}

/**
 * What was owed on each day from the first on, added up. What is paid in the course of a day still counts for that day.
 * What is owed only falls: once it is down to what it is now, it is the same for all days left.
 */
function overDays(base: string, now: number, first: Day, scene: Scene, subject: Subject): number {
  const last = dayNumber(dayOf(scene.asOf));
  let total = 0;
  for (let day = first; dayNumber(day) <= last; day = addDays(day, 1)) {
    const { reading } = resolve(base, { ...scene, asOf: startOfDay(day) }, subject);
    const then = reading.known && typeof reading.value === 'number' ? reading.value : now;
    if (then === now) return total + now * (last - dayNumber(day) + 1);
    total += then;
  }
  return total;
}

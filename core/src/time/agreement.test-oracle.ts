import { computeLimit } from './compute-limit.ts';
import { countLimit, PaperCalendar, type PaperResult } from './day-by-day.test-oracle.ts';
import { type CalendarFiles, calendarOf } from './files.test-oracle.ts';
import { dayFromNumber, dayNumber, day, type Instant, instant } from './index.ts';
import type { LimitInput, LimitResult, Roll, Span, Suspension, Unit } from './limit.ts';

/** What a run of generated limits met, so that a test can see that it was no empty run. */
export interface Agreement {
  compared: number;
  disagreements: string[];
  met: Record<string, number>;
}

const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'workday', 'workday', 'day', 'month', 'year'];
const LONGEST: Record<Unit, number> = { minute: 600, hour: 72, day: 120, workday: 60, month: 12, year: 5 };
const ROLLS: readonly Roll[] = ['party', 'agency', 'restraint'];

/** Compares both implementations on `count` generated limits; the same seed gives the same limits anywhere. */
export function compareBoth(files: CalendarFiles, count: number, seed: number): Agreement {
  const calendar = calendarOf(files);
  const paper = new PaperCalendar(files.years, files.statute);
  const random = generator(seed);
  const first = dayNumber(day('2017-01-02'));
  const last = dayNumber(day('2028-06-30'));
  const moment = (low: number, high: number): Instant => {
    const d = dayFromNumber(low + random(high - low + 1));
    return instant(`${d}T${two(random(24))}:${two(random(60))}`);
  };
  const spanOf = (least: number): Span => {
    const unit = UNITS[random(UNITS.length)] ?? 'day';
    return { unit, n: least + random(LONGEST[unit] + 1 - least) };
  };
  const met: Record<string, number> = {};
  const disagreements: string[] = [];
  for (let i = 0; i < count; i++) {
    const from = moment(first, last);
    const begun = dayNumber(from.slice(0, 10) as Parameters<typeof dayNumber>[0]);
    const suspensions = Array.from({ length: Math.max(0, random(6) - 3) }, (): Suspension => {
      const a = moment(begun - 3, begun + 60);
      const start = dayNumber(a.slice(0, 10) as Parameters<typeof dayNumber>[0]);
      const whole = random(2) === 0;
      const b = moment(start + 1, start + 1 + random(20));
      const from = whole ? (`${a.slice(0, 10)}T00:00:00+08:00` as Instant) : a;
      if (random(8) === 0) return { from, label: '未止' };
      return { from, to: whole ? (`${b.slice(0, 10)}T23:59:59+08:00` as Instant) : b, label: '停表' };
    });
    const extensions = Array.from({ length: Math.max(0, random(5) - 3) }, () => spanOf(1));
    const span = spanOf(0);
    // Minute-stepping needs full minutes: a clock leg after a leg of days starts at 23:59:59 and is left to vectors.
    const clocks = [span, ...extensions].some((s) => s.unit === 'hour' || s.unit === 'minute');
    const input: Omit<LimitInput, 'calendar'> = {
      from,
      span,
      roll: ROLLS[random(3)] ?? 'party',
      extensions: clocks ? extensions.filter((s) => s.unit !== 'hour' && s.unit !== 'minute') : extensions,
      suspensions: clocks ? suspensions.map((s) => ({ ...s, ...fullMinute(s) })) : suspensions,
      hourStart: random(4) === 0 ? 'next-hour' : 'moment',
    };
    const ours = comparable(computeLimit({ ...input, calendar }));
    const theirs = countLimit(input, paper);
    for (const key of featuresOf(input, ours)) met[key] = (met[key] ?? 0) + 1;
    if (JSON.stringify(ours) !== JSON.stringify(theirs) && disagreements.length < 5) {
      disagreements.push(JSON.stringify({ input, ours, theirs }));
    }
  }
  return { compared: count, disagreements, met };
}

function fullMinute(s: Suspension): { to?: Instant } {
  return s.to === undefined ? {} : { to: `${s.to.slice(0, 17)}00+08:00` as Instant };
}

function comparable(r: LimitResult): PaperResult {
  const { firstDay, nominal, due, lawfulDue, dueAt, lawfulDueAt } = r;
  const days = (list: readonly { day: string }[]): string[] => list.map((x) => x.day);
  return {
    dates: { firstDay, nominal, due, lawfulDue, dueAt, lawfulDueAt },
    passed: {
      skipped: days(r.skipped),
      makeupCounted: days(r.makeupCounted),
      rolledOver: days(r.rolledOver),
    },
    suspendedDays: r.suspendedDays,
    open: r.open,
    provisional: r.provisional,
  };
}

function featuresOf(input: Omit<LimitInput, 'calendar'>, r: PaperResult): string[] {
  const seen: string[] = [input.span.unit, input.roll];
  if (r.passed.rolledOver.length > 0) seen.push('rolled');
  if (r.passed.makeupCounted.length > 0) seen.push('makeup');
  if (r.suspendedDays > 0) seen.push('suspended');
  if (r.open) seen.push('open');
  if (r.provisional) seen.push('provisional');
  if ((input.extensions ?? []).length > 0) seen.push('extended');
  return seen;
}

/** A small linear congruential generator: deterministic, and independent of any platform. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

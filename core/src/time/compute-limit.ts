import type { Calendar } from './calendar.ts';
import { addDays, type Day, dayFromNumber, dayNumber } from './day.ts';
import { dayOf, endOfDay, type Instant } from './instant.ts';
import type { LimitInput, LimitResult, PassedDay, Span } from './limit.ts';
import { describeDays, nameField } from './passed-days.ts';
import { nextHour, runClock } from './run-clock.ts';
import { runDays } from './run-days.ts';
import { refuseReversed, type Stretch, suspendedDayStretches, suspendedMoments } from './suspension.ts';

/**
 * When a limit ends, with everything its explanation needs. The start is not counted; days end at 23:59:59.
 * 处罚法第八十五条、强制法第六十九条、民事诉讼法第八十五条、民法典第二百零一条至第二百零三条。
 * @throws RangeError for a span that is no whole number, a suspension that ends before it begins, or a day the
 * calendar does not reach back to.
 */
export function computeLimit(input: LimitInput): LimitResult {
  const { from, span, roll, calendar } = input;
  const extensions = input.extensions ?? [];
  const suspensions = input.suspensions ?? [];
  refuseBadSpans(span, extensions);
  refuseReversed(suspensions);
  const dayPauses = suspendedDayStretches(suspensions, roll);
  const momentPauses = suspendedMoments(suspensions);

  const skipped: PassedDay[] = [];
  const makeupCounted: LimitResult['makeupCounted'] = [];
  let suspendedDays = 0;
  let provisional = false;
  let end: Instant = from;
  // A leg in hours ends at a second, any other leg at the end of a day; the next leg goes on from there.
  for (const leg of [span, ...extensions]) {
    const base = dayOf(end);
    if (isClock(leg)) {
      const start =
        leg === span && leg.unit === 'hour' && input.hourStart === 'next-hour' ? nextHour(end) : end;
      const run = runClock(start, leg, momentPauses);
      end = run.end;
      suspendedDays += run.touched;
      continue;
    }
    const run = runDays(base, leg, dayPauses, calendar);
    end = endOfDay(run.end);
    suspendedDays += run.suspended;
    if (leg.unit !== 'workday') continue;
    const first = addDays(base, leg.n === 0 ? 0 : 1);
    provisional ||= looksAtProvisional(first, run.end, calendar);
    for (const passed of describeDays(first, run.end, calendar)) {
      if (passed.kind === 'makeup') {
        if (!inside(dayPauses, passed.day))
          makeupCounted.push({ day: passed.day, ...nameField(passed.name) });
      } else if (passed.kind !== 'workday') skipped.push(passed);
    }
  }

  const nominal = dayOf(end);
  const legs = [span, ...extensions];
  const rolls = roll !== 'restraint' && !isClock(legs.at(-1) ?? span);
  const rolled = rolls ? rollForward(nominal, dayPauses, calendar) : nominal;
  const rolledOver = rolled === nominal ? [] : describeDays(nominal, addDays(rolled, -1), calendar);
  // A worked Saturday as last day is why nothing rolls: the explanation has to name it.
  if (rolls && calendar.kindOf(rolled) === 'makeup' && !makeupCounted.some((m) => m.day === rolled)) {
    makeupCounted.push({ day: rolled, ...nameField(calendar.nameOf(rolled)) });
  }
  const dueAt = roll === 'party' && rolled !== nominal ? endOfDay(rolled) : end;
  const lawfulDueAt = rolled === nominal ? end : endOfDay(rolled);
  const starts = isClock(span) || span.n === 0;
  return {
    from,
    firstDay: starts ? dayOf(from) : addDays(dayOf(from), 1),
    nominal,
    due: dayOf(dueAt),
    lawfulDue: rolled,
    dueAt,
    lawfulDueAt,
    skipped,
    makeupCounted,
    rolledOver,
    suspendedDays,
    open: suspensions.some((s) => s.to === undefined && s.from <= lawfulDueAt),
    provisional: provisional || (rolls && looksAtProvisional(nominal, rolled, calendar)),
    extended: [...extensions],
  };
}

function isClock(span: Span): boolean {
  return span.unit === 'minute' || span.unit === 'hour';
}

function inside(pauses: readonly Stretch[], d: Day): boolean {
  const n = dayNumber(d);
  return pauses.some((p) => p.first <= n && n <= p.last);
}

/** The first working day from `nominal` on; a rolled limit does not end on a day on which it stands still. */
function rollForward(nominal: Day, pauses: readonly Stretch[], calendar: Calendar): Day {
  if (calendar.isWorkday(nominal)) return nominal;
  let d = calendar.nextWorkday(nominal);
  for (const pause of pauses) {
    if (pause.first <= dayNumber(d) && dayNumber(d) <= pause.last) {
      d = calendar.nextWorkday(dayFromNumber(pause.last + 1));
    }
  }
  return d;
}

/** Status belongs to a whole year, so one look per year is enough. */
function looksAtProvisional(first: Day, last: Day, calendar: Calendar): boolean {
  for (let year = Number(first.slice(0, 4)); year < Number(last.slice(0, 4)); year++) {
    const newYearsEve = `${String(year).padStart(4, '0')}-12-31` as Day;
    if (calendar.statusOf(newYearsEve) === 'provisional') return true;
  }
  return calendar.statusOf(last) === 'provisional';
}

function refuseBadSpans(span: Span, extensions: readonly Span[]): void {
  if (!Number.isInteger(span.n) || span.n < 0)
    throw new RangeError(`期限须为非负整数：${span.n} ${span.unit}`);
  const bad = extensions.find((e) => !Number.isInteger(e.n) || e.n < 1);
  if (bad !== undefined) throw new RangeError(`延长须为正整数：${bad.n} ${bad.unit}`);
}

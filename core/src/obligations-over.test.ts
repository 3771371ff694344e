import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnteredCalendar } from './authority/state.ts';
import type { CaseState } from './case/state.ts';
import { explain } from './explain.ts';
import { obligationsOver, obligationsUnder } from './obligations-over.ts';
import { obligations } from './obligations.ts';
import type { Law } from './rules/law.ts';
import { addDays, calendarDifference, changedSpans, day, instant } from './time/index.ts';
import type { CalendarYear, Day, DaySpan } from './time/index.ts';
import { caseAt } from './trial/lawful-path.ts';
import type { Milestone } from './trial/lawful-path.ts';
const packs = ['wuhan-civil-affairs/own-decisions/2026-01-01'];
const before = compileBundle(library, packs).law;
const yearOf = (year: number): CalendarYear => {
  const found = library.calendarYears.find((one) => one.year === year);
  if (found === undefined) throw new Error(`没有 ${year} 年`);
  return found;
};

/** The law after a year was entered at a moment. */
function afterEntering(arrangement: CalendarYear, at: string): Law {
  const entered: EnteredCalendar = {
    ...{ act: 'N1', at: instant(at), arrangement, replaced: yearOf(arrangement.year) },
  };
  return compileBundle(library, packs, [], [entered]).law;
}

/** The same file so many days later. */
function moved(state: CaseState, by: number): CaseState {
  const text = JSON.stringify(state).replace(/\b2026-\d\d-\d\d(?=T|")/g, (one) => addDays(one as Day, by));
  return JSON.parse(text) as CaseState;
}

const milestones: readonly Milestone[] = ['filed', 'noticed', 'served', 'decided', 'decision-served'];
const files = milestones.map((milestone) => caseAt(before, milestone).state);

const touches = (looked: DaySpan | undefined, span: DaySpan): boolean =>
  looked !== undefined && looked.first <= span.last && looked.last >= span.first;

/** A year with some days arranged otherwise: freed, worked, or renamed by belonging to another holiday. */
const arrangements = fc
  .record({
    year: fc.constantFrom(2026, 2027),
    announced: fc.boolean(),
    first: fc.integer({ min: 0, max: 364 }),
    length: fc.integer({ min: 1, max: 9 }),
    free: fc.boolean(),
  })
  .map(({ year, announced, first, length, free }): CalendarYear => {
    const standing = yearOf(year);
    const days = Array.from({ length }, (_, index) => addDays(day(`${year}-01-01`), first + index)).filter(
      (one) => one.startsWith(`${year}-`),
    );
    const named = days.map((one) => ({ day: one, name: '临时安排' }));
    const rest = (list: CalendarYear['off']) => list.filter((one) => !days.includes(one.day));
    return {
      ...standing,
      status: announced ? 'announced' : standing.status,
      notices: [{ number: '试', title: '试', issued: day(`${year}-12-31`) }],
      off: free ? [...standing.off, ...named] : rest(standing.off),
      statutory: free ? standing.statutory : rest(standing.statutory),
      work: free ? rest(standing.work) : [...standing.work, ...named],
    };
  });

describe('义务所依据的日子', () => {
  it('只重算跨过变动日子的案卷，与全部重算结果相同', () => {
    let [touched, changed, spared, untouched] = [0, 0, 0, 0];
    const wrong: unknown[] = [];
    fc.assert(
      fc.property(
        arrangements,
        fc.array(fc.record({ file: fc.nat(files.length - 1), by: fc.integer({ min: 0, max: 420 }) }), {
          ...{ minLength: 8, maxLength: 14 },
        }),
        (arrangement, cases) => {
          const after = afterEntering(arrangement, '2026-06-30T09:00');
          const difference = calendarDifference(before.calendar, after.calendar);
          const { span } = difference;
          const underAfter = obligationsUnder(after, changedSpans(difference));
          for (const { file, by } of cases) {
            const state = moved(files[file] as CaseState, by);
            const stood = obligationsOver(state, before);
            const all = obligations(state, after);
            const same = JSON.stringify(all) === JSON.stringify(stood.rows);
            // 按现在的日历算一遍就说得出：没有依据变动的日子的，两部日历算出来一样。
            const over = underAfter(state);
            if (!over.touched) untouched += 1;
            if (JSON.stringify(over.rows) !== JSON.stringify(all) || (!over.touched && !same))
              wrong.push(over);
            if (span !== undefined && touches(stood.looked, span)) {
              touched += 1;
              if (!same) changed += 1;
            } else {
              spared += 1;
              wrong.push(...(same ? [] : [stood.rows]));
            }
          }
        },
      ),
      { numRuns: 60, seed: 20_261_126 },
    );
    expect(wrong).toEqual([]);
    // 三种情形都真的出现过，否则这个性质什么也没有说。
    expect(Math.min(touched, changed, spared)).toBeGreaterThan(30);
    // 跨过变动日子的，许多并没有依据那一日：逐个回答看，比首末两日之间看得细。
    expect(untouched).toBeGreaterThan(spared);
  });

  it('看过哪些日子不影响结果；每次各记各的', () => {
    for (const state of files)
      expect(obligationsOver(state, before).rows).toEqual(obligations(state, before));
    const [early, late] = [files[0] as CaseState, moved(files[0] as CaseState, 200)];
    const alone = obligationsOver(early, before).looked;
    obligationsOver(late, before);
    expect(obligationsOver(early, before).looked).toEqual(alone);
    const none = { ...before, duties: [] };
    expect(obligationsOver(early, none)).toEqual({ rows: [], looked: undefined, touched: false });
  });

  it('新的一年公布之后，暂定的标记去掉，即使没有一日改变', () => {
    const after = afterEntering({ ...yearOf(2027), status: 'announced' }, '2026-11-26T09:00');
    expect(calendarDifference(before.calendar, after.calendar)).toEqual({
      ...{ days: [], years: [2027], span: { first: '2027-01-01', last: '2027-12-31' } },
    });
    const state = moved(files[1] as CaseState, 290);
    const provisional = (law: Law) => obligations(state, law).filter((one) => one.provisional).length;
    expect([provisional(before) > 0, provisional(after)]).toEqual([true, 0]);
  });
});

describe('已告知当事人的日期只延不缩（另见日历说明）', () => {
  const file = caseAt(before, 'decision-served');
  const [service] = file.state.entries.filter((one) => one.kind === 'service').slice(-1);
  const told = service?.at ?? '';
  const partyRow = (law: Law, state: CaseState = file.state) => {
    const found = obligations(state, law).filter((one) => one.derivation.readings[0]?.roll === 'party');
    const last = found.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    if (last === undefined) throw new Error('没有当事人的期限');
    return last;
  };
  const stood = partyRow(before);
  const due = day(stood.lawfulDue.slice(0, 10));

  /** Today's year with the told last day and all before it that follows the service turned into working days or free ones. */
  function turned(kind: 'off' | 'work'): CalendarYear {
    const standing = yearOf(2026);
    if (kind === 'off') return { ...standing, off: [...standing.off, { day: due, name: '临时安排' }] };
    const free: Day[] = [];
    for (let one = day(stood.from.slice(0, 10)); one <= due; one = addDays(one, 1))
      if (!before.calendar.isWorkday(one)) free.push(one);
    return {
      ...standing,
      off: standing.off.filter((one) => !free.includes(one.day)),
      statutory: standing.statutory.filter((one) => !free.includes(one.day)),
      work: [...standing.work, ...free.map((one) => ({ day: one, name: '临时安排' }))],
    };
  }

  it('告知之后末日成了假日的，顺延', () => {
    const row = partyRow(afterEntering(turned('off'), '2026-12-01T09:00'));
    expect(row.lawfulDue > stood.lawfulDue).toBe(true);
    expect(row.derivation.readings[0]?.shorter).toBeUndefined();
  });

  it('告知之后会提前的，仍是告知的日期，并说明现在的安排到哪一日', () => {
    const state = moved(file.state, 0);
    const law = afterEntering(turned('work'), '2026-12-01T09:00');
    const plain = partyRow({ ...law, earlierCalendars: [] }, state);
    expect(plain.lawfulDue < stood.lawfulDue).toBe(true);
    const row = partyRow(law, state);
    expect([row.lawfulDue, row.due]).toEqual([stood.lawfulDue, stood.due]);
    expect(row.derivation.readings[0]?.shorter).toBe(plain.due.slice(0, 10));
    expect(explain(row, law).join('')).toContain('只延不缩');
  });

  it('更换之后才起算的，按新的安排', () => {
    const law = afterEntering(turned('work'), '2026-01-02T09:00');
    expect(told > '2026-01-02').toBe(true);
    expect(partyRow(law).lawfulDue).toBe(partyRow({ ...law, earlierCalendars: [] }).lawfulDue);
  });
});

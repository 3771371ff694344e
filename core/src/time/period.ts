import { addDays, addMonths, type Day, day, parseDay } from './day.ts';

/** Stretches of the calendar after which something is due again. */
export const cycles = ['month', 'quarter', 'half-year', 'year'] as const;
export type Cycle = (typeof cycles)[number];

export const cycleLabels: Readonly<Record<Cycle, string>> = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

/** One of them, with its first and last day. `id` sorts by time among periods of one cycle. */
export interface Period {
  readonly id: string;
  readonly label: string;
  readonly first: Day;
  readonly last: Day;
}

const months: Readonly<Record<Cycle, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The period of a cycle in which a day lies. */
export function periodOf(on: Day, cycle: Cycle): Period {
  const year = on.slice(0, 4);
  const length = months[cycle];
  const nth = Math.floor((Number(on.slice(5, 7)) - 1) / length);
  const first = day(`${year}-${String(nth * length + 1).padStart(2, '0')}-01`);
  return {
    id: `${year}${marks[cycle](nth + 1)}`,
    label: `${year} 年${names[cycle](nth + 1)}`,
    first,
    last: addDays(addMonths(first, length), -1),
  };
}

/** The period that follows. */
export function periodAfter(period: Period, cycle: Cycle): Period {
  return periodOf(addDays(period.last, 1), cycle);
}

/** The period of that name: whichever cycle names its periods so. */
export function periodNamed(id: string): Period | undefined {
  const year = id.slice(0, 4);
  for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']) {
    const first = parseDay(`${year}-${month}-01`);
    const period = first === undefined ? undefined : cycles.map((cycle) => periodOf(first, cycle));
    const found = period?.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

const marks: Readonly<Record<Cycle, (nth: number) => string>> = {
  month: (nth) => `-${String(nth).padStart(2, '0')}`,
  quarter: (nth) => `-Q${nth}`,
  'half-year': (nth) => `-H${nth}`,
  year: () => '',
};

const names: Readonly<Record<Cycle, (nth: number) => string>> = {
  month: (nth) => ` ${nth} 月`,
  quarter: (nth) => `第${['一', '二', '三', '四'][nth - 1] ?? ''}季度`,
  'half-year': (nth) => (nth === 1 ? '上半年' : '下半年'),
  year: () => '',
};

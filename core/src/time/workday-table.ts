import { civilToNumber, LAST_NUMBER, numberToCivil } from './civil.ts';

/** Working days as integers: how many up to a day, and which is the k-th. Both answers are one array read. */
export interface WorkdayTable {
  /** Working days from the table's first day to `n`, both included; 0 for the day before the first. */
  countTo(n: number): number;
  /** Day number of the k-th working day of the table, k from 1. */
  kth(k: number): number;
}

/** What the table is built from; `prepare` is told of each year before its days are asked for. */
export interface WorkdaySource {
  prepare(year: number): void;
  isWorkday(n: number): boolean;
}

const STEP_YEARS = 40;

/**
 * Builds the table over whole years. It reaches 40 years beyond `lastYear` at once, so that a calendar is built
 * once in practice; a question beyond grows it, because no valid day may go unanswered.
 */
export function workdayTable(firstYear: number, lastYear: number, source: WorkdaySource): WorkdayTable {
  const firstNumber = civilToNumber(firstYear, 1, 1);
  let counts = new Int32Array(0);
  let kths = new Int32Array(0);

  const build = (throughYear: number): void => {
    const endYear = Math.min(throughYear, 9999);
    for (let year = firstYear; year <= endYear; year++) source.prepare(year);
    const size = civilToNumber(endYear, 12, 31) - firstNumber + 1;
    const nextCounts = new Int32Array(size);
    const nextKths = new Int32Array(size);
    let k = 0;
    for (let i = 0; i < size; i++) {
      if (source.isWorkday(firstNumber + i)) nextKths[k++] = firstNumber + i;
      nextCounts[i] = k;
    }
    counts = nextCounts;
    kths = nextKths.subarray(0, k);
  };
  build(lastYear + STEP_YEARS);

  return {
    countTo(n) {
      if (n < firstNumber) return 0;
      if (n > LAST_NUMBER) throw new RangeError('日期超出 9999 年');
      if (n - firstNumber >= counts.length) build(numberToCivil(n).year + STEP_YEARS);
      return counts[n - firstNumber] ?? 0;
    },
    kth(k) {
      while (k > kths.length) {
        const reached = numberToCivil(firstNumber + counts.length - 1).year;
        if (reached >= 9999) throw new RangeError('日期超出 9999 年');
        // At least 200 working days a year: one build reaches the wanted one, the loop only guards the guess.
        build(reached + STEP_YEARS + Math.ceil((k - kths.length) / 200));
      }
      return kths[k - 1] ?? Number.NaN;
    },
  };
}

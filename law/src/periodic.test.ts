import { describe, expect, it } from 'vitest';
import { emptyAgency, obligations } from '@zhaozhang/core';
import { day, instant } from '@zhaozhang/core/time';
import { compileBundle } from './bundle.ts';
import { library } from './testing/the-law.ts';

const pack = 'wuhan-justice/three-systems/2020-06-16';
const { law } = compileBundle(library, [pack]);
const agency = {
  ...emptyAgency('agency/sample'),
  bindings: [{ packs: [pack], from: day('2020-07-01') }],
};

/** The first batch owed and the last day for it, under a cycle the agency has chosen. */
function firstBatch(cycle: string) {
  const param = law.params['inspection.cycle'];
  if (param === undefined) throw new Error('没有这个参数');
  const chosen = { ...law, params: { ...law.params, [param.id]: { ...param, value: cycle } } };
  return obligations(agency, chosen).map((row) => [row.subjectLabel, row.due.slice(0, 10)]);
}

describe('按月或者按季汇总公示', () => {
  it('WHSF-3.1.3-3 按月的，七月一期，八月二十八日到期', () => {
    expect(firstBatch('month')).toEqual([['2020 年 7 月', '2020-08-28']]);
  });

  it('WHSF-3.1.3-3 按季的，第三季度一期，跨过国庆和调休，十一月四日到期', () => {
    expect(firstBatch('quarter')).toEqual([['2020 年第三季度', '2020-11-04']]);
  });

  it('WHSF-3.1.3-3 周期不是月、季、半年、年的，算不出期间', () => {
    expect(firstBatch('fortnight')).toEqual([]);
  });

  it('WHSF-3.1.3-3 一期公示之后才出现下一期', () => {
    const published = {
      ...agency,
      batches: [{ list: 'inspection-results', period: '2020-07', count: 3, at: instant('2020-08-27T09:00') }],
    };
    expect(obligations(published, law).map((row) => [row.subjectLabel, row.met !== undefined])).toEqual([
      ['2020 年 7 月', true],
      ['2020 年 8 月', false],
    ]);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { obligations } from '../obligations.ts';
import { status } from '../status.ts';
import { instant } from '../time/index.ts';
import { caseAt } from '../trial/lawful-path.ts';
import { dutyOf, smallLaw } from '../trial/small-law.ts';
import type { Duty } from './primitive.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

/** 2026-03-03 立案（周二），3 月 5 日询问，3 月 10 日告知，3 月 11 日送达；小法律里只有周末休息。 */
const { state } = caseAt(law, 'noticed');
const served = caseAt(law, 'served').state;

const review = (more: Partial<Duty>, within = 5): Duty =>
  dutyOf({
    start: 'case.filed',
    within: { n: within, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
    until: 'case.decided',
    ...more,
  });
const one = (duty: Duty, of = state) => {
  const [row] = obligations(of, smallLaw({ duties: [duty] }));
  if (row === undefined) throw new Error('没有这项义务');
  return row;
};
const longer = { granted: 'case.interviewed', n: 3, unit: 'workday', clauses: ['T-1'] } as const;

describe('延长', () => {
  it('WHMZ-SH-15-2 期限内批准的，自原到期日后接续：五个工作日到 3 月 10 日，再三个到 3 月 13 日', () => {
    expect(one(review({})).lawfulDue).toBe('2026-03-10T23:59:59+08:00');
    expect(one(review({ extend: [longer] })).lawfulDue).toBe('2026-03-13T23:59:59+08:00');
  });

  it('WHMZ-SH-15-2 期满以后才批准的，不算', () => {
    const row = one(review({ extend: [{ ...longer, granted: 'case.noticed' }] }, 3));
    expect(row.lawfulDue).toBe('2026-03-06T23:59:59+08:00');
    expect(row.derivation.readings[0]?.extensions).toEqual([]);
  });

  describe('到准许的日期', () => {
    const file = caseAt(law, 'served');
    file.do({
      ...{ id: 'Q1', act: 'case.request-extension', by: 'h1', at: '2026-03-25T09:00' },
      input: { party: 'P1', limit: 'statement', endedOn: '2026-03-24' },
      record: { 'extension.obstacle': '山洪断路，无法到场。' },
    });
    file.do({
      ...{ id: 'Q2', act: 'case.decide-extension', by: 'head', at: '2026-03-25T10:00' },
      input: { request: 'Q1', granted: true, until: '2026-03-30' },
    });
    const restored = (n: number): Duty => ({
      ...review({ per: 'party', owedBy: 'party', start: 'party.noticeServed', lapses: true }, n),
      within: { n, unit: 'workday', roll: 'party', unitBasis: 'T-1' },
      until: 'party.waivedDefence',
      extend: [{ granted: 'party.defenceExtended', to: 'party.defenceExtendedTo', clauses: ['T-1'] }],
    });

    it('NAT-MS-86-1 期满以后才准许的也算：误过的期限可以恢复', () => {
      expect(one({ ...restored(5), extend: [] }, file.state).lawfulDue).toBe('2026-03-18T23:59:59+08:00');
      expect(one(restored(5), file.state).lawfulDue).toBe('2026-03-30T23:59:59+08:00');
    });

    it('NAT-MS-86-1 准许的日期早于原来的末日，不缩短', () => {
      const row = one(restored(20), file.state);
      expect(row.lawfulDue).toBe('2026-04-08T23:59:59+08:00');
      expect(row.derivation.readings[0]?.extensions).toEqual([]);
    });
  });

  it('没有批准的，不延长；说明里也没有这一句', () => {
    const row = one(review({ extend: [{ ...longer, granted: 'case.decisionApproved' }] }));
    expect(row.lawfulDue).toBe('2026-03-10T23:59:59+08:00');
    expect(explain(row, smallLaw()).join('')).not.toContain('延长');
  });

  it('说明先说原来的末日，再说何日批准、延长几日、到何日', () => {
    expect(explain(one(review({ extend: [longer] })), smallLaw())).toEqual([
      '依据《试验法》第一条，自立案之日（3 月 3 日 周二）的次日起计算 5 个工作日，到 3 月 10 日 周二。',
      '依据《试验法》第一条，3 月 5 日 周四 批准延长 3 个工作日，到 3 月 13 日 周五。',
      '不计入：周末 2 天。',
    ]);
  });
});

describe('中止', () => {
  const still = { from: 'case.noticed', to: 'case.noticeServed', label: '送达' };

  it('中止的日子不计入：3 月 10 日至 11 日两个工作日，到期顺推两个工作日', () => {
    expect(one(review({ suspend: [still] }), served).lawfulDue).toBe('2026-03-12T23:59:59+08:00');
  });

  it('中止没有结束的，不会逾期，也起算不了后面的期限', () => {
    const waiting = review({ suspend: [still] });
    const after = dutyOf({
      id: 'trial.after',
      duty: 'after',
      start: { endOf: 'trial-duty' },
      within: { n: 1, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.published',
    });
    const rows = obligations(state, smallLaw({ duties: [waiting, after] }));
    expect(rows.map((row) => [row.duty, row.suspended])).toEqual([['trial-duty', true]]);
    expect(status(one(waiting), instant('2026-12-31T09:00'))).toBe('open');
    expect(explain(one(waiting), smallLaw()).join('')).toContain('至今没有结束');
  });

  it('说明里写明哪一段不计入、共几日、顺推到何日', () => {
    expect(explain(one(review({ suspend: [still] }), served), smallLaw())[1]).toBe(
      '送达自 3 月 10 日 周二 至 3 月 11 日 周三 不计入期限，共 2 日，顺推到 3 月 12 日 周四。',
    );
  });
});

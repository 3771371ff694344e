import { describe, expect, it } from 'vitest';
import type { Traced } from '../examples/trace.ts';
import { traced } from '../examples/trace.ts';
import { coverage } from './coverage.ts';
import { passedTests, titledWith } from './test-results.ts';
import { runsOfTheLaw } from '../testing/runs.ts';
import { library } from '../testing/the-law.ts';

const runs = await runsOfTheLaw();
const file = 'law/src/examples/examples.test.ts';
const clause = 'NAT-CF-40-1';
const refusing: Traced = {
  title: `${clause} 拒绝`,
  clauses: [clause],
  refused: ['decision.evidence'],
  allowed: [],
  owed: [],
  met: [],
};
const allowing: Traced = {
  title: `${clause} 准许`,
  clauses: [clause],
  refused: [],
  allowed: ['decision.evidence'],
  owed: [],
  met: [],
};
const passed = (trace: Traced) => ({ file, title: trace.title, fullName: trace.title });
const titled = (fullName: string, id: string) =>
  titledWith([{ file, title: '', fullName }], new Set([id])).has(id);
const statusOf = (traces: readonly Traced[], tests: readonly ReturnType<typeof passed>[]) =>
  coverage(library, traces, tests).find((one) => one.id === clause)?.status;

describe('条款的落实情况', () => {
  it('有拒绝也有准许，且测试通过的，算落实', () => {
    expect(statusOf([refusing, allowing], [passed(refusing), passed(allowing)])).toBe('carried');
  });

  it('只有拒绝或者只有准许的，不算落实', () => {
    expect(statusOf([refusing], [passed(refusing)])).toBe('open');
    expect(statusOf([allowing], [passed(allowing)])).toBe('open');
  });

  it('测试没有通过的，不算落实', () => {
    expect(statusOf([refusing, allowing], [passed(refusing)])).toBe('open');
  });

  it('拒绝的是别的规则的，不算落实', () => {
    expect(
      statusOf(
        [{ ...refusing, refused: ['decision.approved'] }, allowing],
        [passed(refusing), passed(allowing)],
      ),
    ).toBe('open');
  });

  it('以后落实的条款说出属于哪一方面', () => {
    const found = coverage(library, [], []);
    const later = found.find((one) => one.how === 'later');
    expect(later).toMatchObject({ status: 'later', area: expect.any(String) as string });
    expect(found.filter((one) => (one.how === 'later') !== (one.area !== undefined))).toEqual([]);
  });

  it('示例全部通过时，由规则落实的条款没有一条落空', () => {
    const traces = runs.map(traced);
    const found = coverage(library, traces, traces.map(passed));
    expect(
      found.filter((one) => one.how === 'rule' && one.status !== 'carried').map((one) => one.id),
    ).toEqual([]);
  });
});

describe('测试结果的读取', () => {
  it('只取通过的测试', () => {
    const report = {
      testResults: [
        {
          name: file,
          assertionResults: [
            { title: '甲', fullName: '组 甲', status: 'passed' },
            { title: '乙', fullName: '组 乙', status: 'failed' },
          ],
        },
      ],
    };
    expect(passedTests(report)).toEqual([{ file, title: '甲', fullName: '组 甲' }]);
  });

  it('条款编号要整个相同，不能只是开头相同', () => {
    expect(titled('WHMZ-JL-10-1 登记', 'WHMZ-JL-10-1')).toBe(true);
    expect(titled('WHMZ-JL-10-12 登记', 'WHMZ-JL-10-1')).toBe(false);
  });

  it('编号里有括号的也认得，编号后面的括号不算在内', () => {
    expect(titled('事前公开 CCXQ-2.1.2(1)-1 清单', 'CCXQ-2.1.2(1)-1')).toBe(true);
    expect(titled('CCXQ-2.1.2(1)-10 清单', 'CCXQ-2.1.2(1)-1')).toBe(false);
    expect(titled('WHMZ-JL-10-12、WHMZ-JL-10-1(登记)', 'WHMZ-JL-10-1')).toBe(true);
  });
});

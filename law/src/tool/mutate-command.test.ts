import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mutateCommand, mutationTold } from './mutate-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const none = { mutants: 100, killed: 98, equivalent: 2, survived: [], faults: [] };

describe('改动试验的说明', () => {
  it('都看得出来的，只说总数', () => {
    expect(mutationTold(none)).toEqual({
      lines: ['变体 100 个，杀死 98 个，等价 2 个（2.0%），存活 0 个'],
      exitCode: 0,
    });
  });

  it('有存活的，逐个说出规则、改动和该写的示例，以失败告终', () => {
    const survived = [
      {
        rule: 'decision.deadline',
        operator: 'duty.remind',
        at: 'decide.remindDays 加一',
        says: '提醒提前量加一、减一',
        write: '写出提醒日（remind）',
      },
    ];
    expect(mutationTold({ ...none, killed: 97, survived })).toEqual({
      lines: [
        '存活：decision.deadline duty.remind（decide.remindDays 加一）：提醒提前量加一、减一，没有示例看得出来。写出提醒日（remind）。',
        '变体 100 个，杀死 97 个，等价 2 个（2.0%），存活 1 个',
      ],
      exitCode: 1,
    });
  });

  it('等价的超过百分之二的，以失败告终', () => {
    const { lines, exitCode } = mutationTold({ ...none, killed: 97, equivalent: 3 });
    expect(lines[0]).toBe('等价的变体超过 2%，补写示例或者改写规则。');
    expect(exitCode).toBe(1);
  });

  it('名单有误的，说出文件、行和改法，以失败告终', () => {
    const fault = { file: 'equivalent-mutants.yaml', line: 3, what: '没有 a 的变体 b', remedy: '去掉' };
    const { lines, exitCode } = mutationTold({ ...none, faults: [fault] });
    expect(lines[0]).toBe('equivalent-mutants.yaml 第 3 行：没有 a 的变体 b。去掉。');
    expect(exitCode).toBe(1);
  });

  it('没有标准案的文件夹，说出缺什么', async () => {
    const { lines, exitCode } = await mutateCommand(`${law}broken/sound`, false);
    expect(lines.join('')).toContain('examples/standard.yaml');
    expect(exitCode).toBe(1);
  });
});

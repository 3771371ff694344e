import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCommand } from './check-command.ts';
import { coverageCommand } from './coverage-command.ts';
import { explainCommand } from './explain-command.ts';
import { lawFolder } from './folders.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const story = fileURLToPath(new URL('../../../scenarios/stories/ordinary-penalty.yaml', import.meta.url));

describe('法律工具', () => {
  it('没有问题的，说出规则包、条款、规则各有多少', async () => {
    const told = await checkCommand(law);
    expect(told.exitCode).toBe(0);
    expect(told.lines).toHaveLength(1);
    expect(told.lines[0]).toMatch(/^规则包 \d+ 个，条款 \d+ 条，规则 \d+ 条，没有发现问题$/);
  });

  it('有问题的，逐条说出并以失败告终', async () => {
    const told = await checkCommand(`${law}broken/fact-unknown`);
    expect(told.exitCode).toBe(1);
    expect(told.lines.at(-1)).toMatch(/^共 \d+ 个问题$/);
  });

  it('不带文件夹时，从任何地方运行都找得到法律', () => {
    expect(`${lawFolder(undefined)}/`.replace(/\/+$/, '/')).toBe(law);
  });

  it('说明示例中日期的由来', async () => {
    const told = await explainCommand(law, '七月五日立案');
    expect(told.exitCode).toBe(0);
    expect(told.lines.join('\n')).toContain('法律上顺延到 10 月 8 日');
  });

  it('说明故事中日期的由来', async () => {
    const told = await explainCommand(law, story);
    expect(told.exitCode).toBe(0);
    expect(told.lines.join('\n')).toContain('作出处罚决定（本案）');
  });

  it('没有这个示例、没有这个故事的，照实说', async () => {
    expect((await explainCommand(law, '没有这样的标题')).exitCode).toBe(1);
    expect((await explainCommand(law, `${law}no-such.yaml`)).exitCode).toBe(1);
  });

  it('没有测试结果的，不猜落实情况', async () => {
    const told = await coverageCommand(`${law}broken/sound`, false);
    expect(told).toEqual({ lines: ['没有最近一次测试的结果。先运行 npm test，再看落实情况。'], exitCode: 1 });
  });
});

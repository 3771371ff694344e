import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assumptionsCommand } from './assumptions-command.ts';
import { explainCommand } from './explain-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const stories = fileURLToPath(new URL('../../../scenarios/stories/', import.meta.url));

describe('说明（law:explain）', () => {
  it('给条款编号的，说明标题带有它的每个示例：欠着什么、拒绝什么', async () => {
    const { lines, exitCode } = await explainCommand(law, 'WHMZ-GS-8-3');
    const text = lines.join('\n');
    expect(exitCode).toBe(0);
    expect(text).toContain(
      '拒绝：暂不能公示决定：部门主要负责人尚未审定公示，或者审定之后内容有了变化（《武汉市民政系统行政执法公示办法》第八条）。报部门主要负责人审定。',
    );
    expect(text).toContain('公示决定（本案）');
    expect(text).not.toContain('WHMZ-JL-');
  });

  it('条款编号要整个相同', async () => {
    expect((await explainCommand(law, 'WHMZ-GS-8')).exitCode).toBe(1);
  });

  it('给故事和时刻的，只办到那一刻，并说出那一刻是否逾期', async () => {
    const story = `${stories}ordinary-penalty.yaml`;
    const early = (await explainCommand(law, story, '2026-01-01')).lines.join('\n');
    const whole = (await explainCommand(law, story)).lines.join('\n');
    expect(early).not.toContain('作出处罚决定');
    expect(whole).toContain('作出处罚决定（本案）');
    const late = (await explainCommand(law, story, '2099-12-31')).lines.join('\n');
    expect(late).toMatch(/办结|逾期|届满/);
  });

  it('故事里被拒的，说出时刻和理由', async () => {
    const { lines } = await explainCommand(law, `${stories}refused-then-mended.yaml`);
    expect(
      lines.filter((line) => /^ {2}\d{4}-\d{2}-\d{2}T\d{2}:\d{2} 拒绝：暂不能.+（.+）。.+。$/.test(line)),
    ).not.toEqual([]);
  });

  it('时刻写得不对的，照实说', async () => {
    const told = await explainCommand(law, `${stories}ordinary-penalty.yaml`, '明天');
    expect(told).toEqual({
      lines: ['时刻“明天”不是日期，写作 2026-03-20 或者 2026-03-20T09:00。'],
      exitCode: 1,
    });
  });
});

describe('待确认的取值和理解（law:assumptions）', () => {
  it('列出参数、规则、待补原文的规则包，各有理由', async () => {
    const { lines, exitCode } = await assumptionsCommand(law, false);
    expect(exitCode).toBe(0);
    expect(lines.some((line) => line.startsWith('param.defence.days\t陈述申辩期限\t5 个工作日\t'))).toBe(
      true,
    );
    expect(lines.some((line) => line.startsWith('rule.defence.period\t'))).toBe(true);
    expect(lines.some((line) => line.startsWith('pack.wuhan/enforcement-publication/'))).toBe(true);
    expect(lines.at(-1)).toMatch(/^待确认 \d+ 项；待补原文的规则包 \d+ 个$/);
  });

  it('也供程序读取：一项一条，编号不重复', async () => {
    const { lines } = await assumptionsCommand(law, true);
    const { assumptions } = JSON.parse(lines.join('\n')) as { assumptions: { id: string; reason: string }[] };
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
    expect(assumptions.every(({ reason }) => /[\u4e00-\u9fff]{4}/.test(reason))).toBe(true);
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mutateCommand } from '../tool/mutate-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const outcome = z.strictObject({
  mutants: z.number().int().min(12_000),
  killed: z.number().int(),
  equivalent: z.number().int(),
  survived: z.array(z.looseObject({ rule: z.string(), operator: z.string(), at: z.string() })),
});

describe('规则包的示例看得出法律的每一种改动', () => {
  it('存活 0 个；等价的不超过百分之二，其余都被杀死', { timeout: 600_000 }, async () => {
    const { lines, exitCode } = await mutateCommand(law, true);
    const { mutants, killed, equivalent, survived } = outcome.parse(JSON.parse(lines.join('\n')));
    expect(survived.map(({ rule, operator, at }) => [rule, operator, at].join(' ').trim())).toEqual([]);
    expect(equivalent / mutants).toBeLessThanOrEqual(0.02);
    expect(killed + equivalent).toBe(mutants);
    expect(exitCode).toBe(0);
  });
});

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mutateCommand } from '../tool/mutate-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const outcome = z.strictObject({
  mutants: z.number().int().min(300),
  killed: z.number().int(),
  equivalent: z.number().int(),
  survived: z.array(z.looseObject({ rule: z.string(), operator: z.string(), at: z.string() })),
});

/** What no example notices yet, one a line: rule, operator, spot. The list only ever gets shorter. */
const owed = (await readFile(`${law}unnoticed-mutants.txt`, 'utf8'))
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('规则包的示例看得出法律的每一种改动', () => {
  it('除了列明还欠示例的，存活 0 个；等价的不超过百分之二，其余都被杀死', { timeout: 600_000 }, async () => {
    const { lines, exitCode } = await mutateCommand(law, true);
    const { mutants, killed, equivalent, survived } = outcome.parse(JSON.parse(lines.join('\n')));
    const found = survived.map(({ rule, operator, at }) => [rule, operator, at].join(' ').trim()).sort();
    expect(
      found.filter((one) => !owed.includes(one)),
      '新的存活：补写示例',
    ).toEqual([]);
    expect(
      owed.filter((one) => !found.includes(one)),
      '已有示例看得出来：从欠账里去掉',
    ).toEqual([]);
    expect(equivalent / mutants).toBeLessThanOrEqual(0.02);
    expect(killed).toBe(mutants - equivalent - owed.length);
    // While anything is owed the command says so by its exit code; stale entries of the equivalents fail it too.
    expect(exitCode).toBe(owed.length === 0 ? 0 : 1);
  });
});

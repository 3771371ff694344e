import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mutateCommand } from '../tool/mutate-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));

describe('规则包的示例看得出法律的每一种改动', () => {
  it('存活 0 个，等价的不超过百分之二', { timeout: 120_000 }, async () => {
    const { lines, exitCode } = await mutateCommand(law, false);
    expect(lines.slice(0, -1)).toEqual([]);
    expect(lines.at(-1)).toMatch(/^变体 \d{3,} 个，杀死 \d+ 个，等价 \d+ 个（\d\.\d%），存活 0 个$/);
    expect(exitCode).toBe(0);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { against } from './against.ts';
import { checkCommand } from './check-command.ts';
import { lawFolder, library } from '../testing/the-law.ts';

const folder = await mkdtemp(join(tmpdir(), 'zhaozhang-list-'));
const list = (name: string) => join(folder, name);

beforeAll(async () => {
  await writeFile(list('whole.tsv'), 'id\tgist\nNAT-CF-60-1\t九十日\nWHSF-3.1.3-8\t当日撤回\n');
  await writeFile(list('more.tsv'), '\uFEFFid\tgist\r\nNAT-CF-60-1\t九十日\r\nTOWN-9-1\t没有这一条\r\n');
  await writeFile(list('twice.tsv'), 'id\nNAT-CF-60-1\nNAT-CF-60-1\n');
  await writeFile(list('odd.tsv'), '编号,大意\nNAT-CF-60-1,九十日\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const told = (name: string) => against(library, list(name));

describe('条款清单', () => {
  it('一个编号在全部规则包中只列一次', () => {
    const ids = [...library.packs.values()].flatMap((pack) => pack.clauses.map(({ value }) => value.id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBeGreaterThan(990);
  });

  it('清单里的条款规则包都有的，没有问题', async () => {
    expect(await told('whole.tsv')).toEqual([]);
  });

  it('清单里有而规则包没有的，说出缺哪一条、补在哪里', async () => {
    const { lines, exitCode } = await checkCommand(lawFolder, list('more.tsv'));
    expect(lines).toEqual([
      '条款 TOWN-9-1 没有列入任何规则包：在所属规则包的 clauses.yaml 中补上。',
      '共 1 个问题',
    ]);
    expect(exitCode).toBe(1);
  });

  it('清单列了两次的、没有 id 一栏的、读不到的，照实说', async () => {
    expect((await told('twice.tsv'))[0]).toBe('条款 NAT-CF-60-1 在对照清单中列了两次：去掉一次。');
    expect((await told('odd.tsv'))[0]).toContain('第一栏不是 id');
    expect((await told('no-such.tsv'))[0]).toContain('读不到对照清单');
  });
});

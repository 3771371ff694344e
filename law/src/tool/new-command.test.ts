import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { readLibrary } from '../library.ts';
import { checkCommand } from './check-command.ts';
import { newCommand } from './new-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const id = 'new-town/new-rules/2026-03-01';
const national = 'npc/penalty-law/2021-07-15';
const words = { id, title: '示例市办案规定', issuer: '示例市', issued: '2026-02-20', extends: [national] };
const made: string[] = [];

function copied(): string {
  const dir = mkdtempSync(join(tmpdir(), 'law-new-'));
  for (const part of ['packs', 'vocabulary', 'calendar', 'examples'])
    cpSync(join(law, part), join(dir, part), { recursive: true });
  return dir;
}

/** A copy of the law that one test may write to. */
function copy(): string {
  const dir = copied();
  made.push(dir);
  return dir;
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('新建规则包', () => {
  it('写出五个文件，不改一字就通过检查', async () => {
    const dir = copy();
    const told = await newCommand(dir, words);
    expect(told.exitCode).toBe(0);
    expect(told.lines.join('\n')).not.toContain('还要');
    expect(readdirSync(join(dir, 'packs', id)).sort()).toEqual(
      ['clauses', 'examples', 'pack', 'params', 'rules'].map((file) => `${file}.yaml`),
    );
    expect((await readLibrary(dir)).packs.get(id)?.text).toEqual({
      id,
      title: '示例市办案规定',
      issuer: '示例市',
      issued: '2026-02-20',
      inForce: { from: '2026-03-01' },
      extends: [national],
      force: 'direct',
    });
    expect(await checkCommand(dir)).toMatchObject({ exitCode: 0 });
  });

  it('没有说的，写上占位并逐项说出还要填什么', async () => {
    const dir = copy();
    const told = await newCommand(dir, { id, title: '示例市办案规定' });
    expect(told.lines.filter((line) => line.startsWith('还')).length).toBe(3);
    expect(readFileSync(join(dir, 'packs', id, 'pack.yaml'), 'utf8')).toContain('issuer: "待填写"');
    expect(await checkCommand(dir)).toMatchObject({ exitCode: 0 });
  });

  it('注释里的例子去掉井号就是合格的规则包，示例全部成立', async () => {
    const dir = copy();
    await newCommand(dir, words);
    for (const file of readdirSync(join(dir, 'packs', id))) {
      const path = join(dir, 'packs', id, file);
      const text = readFileSync(path, 'utf8').replace(/^# ?(?!#)/gm, '');
      writeFileSync(path, text.replace(/^\[\]$/m, ''));
    }
    expect(await checkCommand(dir)).toMatchObject({ exitCode: 0 });
    const library = await readLibrary(dir);
    expect(library.packs.get(id)?.rules).toHaveLength(4);
    const { standard, examples } = await readExamples(dir, library);
    const own = examples.filter((example) => example.pack === id);
    expect(own).toHaveLength(4);
    if (standard === undefined) throw new Error('没有标准案');
    expect(own.map(examplePlayer(library, standard)).flatMap((run) => run.problems)).toEqual([]);
  });
});

describe('不该建的，什么也不写', () => {
  let dir: string;
  /** One copy for all of them, each of which leaves it as it was. */
  beforeAll(() => {
    dir = copied();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('已有的规则包不覆盖', async () => {
    const before = readFileSync(join(dir, 'packs', national, 'pack.yaml'), 'utf8');
    const told = await newCommand(dir, { id: national, title: '另一部' });
    expect(told).toMatchObject({ exitCode: 1 });
    expect(told.lines[0]).toContain('已经存在');
    expect(readFileSync(join(dir, 'packs', national, 'pack.yaml'), 'utf8')).toBe(before);
  });

  it.each([
    [{ ...words, id: 'new-town/new-rules' }, '应当是三段'],
    [{ ...words, id: `${id}/more` }, '应当是三段'],
    [{ ...words, id: '示例市/new-rules/2026-03-01' }, '机关“示例市”只能用小写字母'],
    [{ ...words, id: 'new-town/../2026-03-01' }, '规范“..”只能用小写字母'],
    [{ ...words, id: 'new-town/new-rules/2026-02-30' }, '不是存在的日期'],
    [{ ...words, title: '《示例》' }, '不带书名号'],
    [{ ...words, title: '例' }, '至少两个字'],
    [{ ...words, issuer: '市' }, '发布机关至少两个字'],
    [{ ...words, issued: '昨天' }, '印发日“昨天”不是存在的日期'],
    [{ ...words, extends: ['no/such/2020-01-01'] }, '规则包 no/such/2020-01-01 不存在'],
    [{ id, title: undefined }, '写明编号和名称'],
  ])('写错的用中文说清，什么也不写：%#', async (wrong, sentence) => {
    const told = await newCommand(dir, wrong);
    expect(told.exitCode).toBe(1);
    expect(told.lines[0]).toContain(sentence);
    expect(readdirSync(join(dir, 'packs'))).not.toContain('new-town');
  });
});

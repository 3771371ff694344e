import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { readLibrary } from '../library.ts';
import { checkCommand } from './check-command.ts';
import { newCommand } from './new-command.ts';

const law = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(law, '../docs/guides/encode-a-regulation.md'), 'utf8');
/** What the guide tells to type, in its order: whole files, and one field for the vocabulary. */
const [clauses, params, field, rules, examples] = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(
  ([, text = '']) => text,
);
const [, id = '', title = '', issuer = '', issued = '', above = ''] =
  /law:new -- (\S+) --title '([^']+)' --issuer (\S+) --issued (\S+) --extends (\S+)/.exec(guide) ?? [];

let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'law-guide-'));
  for (const part of ['packs', 'vocabulary', 'calendar', 'examples'])
    cpSync(join(law, part), join(dir, part), { recursive: true });
  await newCommand(dir, { id, title, issuer, issued, extends: [above] });
  for (const [name, text] of Object.entries({ clauses, params, rules, examples }))
    writeFileSync(join(dir, 'packs', id, `${name}.yaml`), text ?? '');
  appendFileSync(join(dir, 'vocabulary/fields.yaml'), field ?? '');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('照指南做一遍', () => {
  it('指南里的一页规定照写，检查没有问题', async () => {
    expect(await checkCommand(dir)).toMatchObject({ exitCode: 0 });
    expect((await readLibrary(dir)).packs.get(id)?.clauses).toHaveLength(9);
  });

  it('指南里的示例在今天的法律之下仍然全部成立', async () => {
    const library = await readLibrary(dir);
    const { standard, examples: all } = await readExamples(dir, library);
    if (standard === undefined) throw new Error('标准案读不出来');
    const own = all.filter((example) => example.pack === id);
    expect(own.length).toBeGreaterThan(10);
    expect(own.map(examplePlayer(library, standard)).flatMap((run) => run.problems)).toEqual([]);
  });
});

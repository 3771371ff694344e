import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chaptersOf } from '../library.ts';
import { readYaml } from '../read-yaml.ts';
import { schemaOf } from './schema.ts';
import { lawFolder, library } from '../testing/the-law.ts';

describe('编辑器所用的格式说明', () => {
  it('与词汇表一致（不一致的，运行 law schema 重写）', async () => {
    const written = JSON.parse(await readFile(`${lawFolder}vocabulary/schema.json`, 'utf8')) as unknown;
    expect(written).toEqual(schemaOf(library));
  });

  it('列出现有的事实、行为、栏目和代码，并有中文名称', () => {
    const text = JSON.stringify(schemaOf(library));
    expect(text).not.toContain('{}');
    for (const word of [
      'case.filed',
      '已立案',
      'case.decide',
      '作出决定',
      'notice.facts',
      '违法事实',
      'penalty',
      'DEFENCE_PERIOD_OPEN',
    ])
      expect(text).toContain(`"${word}`);
  });

  describe('与检查所用的写法相同', () => {
    const schema = schemaOf(library);
    const reader = (name: string) =>
      z.fromJSONSchema({ ...schema, anyOf: [{ $ref: `#/$defs/${name}` }] } as Parameters<
        typeof z.fromJSONSchema
      >[0]);

    for (const name of ['pack', 'clauses', 'params', 'rules', 'examples'])
      it(`${name}.yaml 都合乎格式说明`, async () => {
        const asWritten = reader(name);
        for (const pack of library.packs.values()) {
          const files = await chaptersOf(lawFolder, `${dirname(pack.file)}/${name}`);
          expect(files.length).toBeGreaterThan(0);
          for (const file of files) {
            const read = await readYaml(`${lawFolder}${file}`, file);
            if ('fault' in read) throw new Error(`${file}：${read.fault.what}`);
            expect([file, asWritten.safeParse(read.yaml.raw).error?.issues ?? []]).toEqual([file, []]);
          }
        }
      });

    it('不认识的事实不合乎格式说明', () => {
      const rule = {
        kind: 'gate',
        id: 'a.b',
        cites: ['A-1'],
        per: 'case',
        acts: ['case.file'],
        effect: 'void',
        code: 'SOME_CODE',
        because: '尚未满足条件',
        remedy: { says: '先满足' },
      };
      expect(reader('rules').safeParse([{ ...rule, unless: 'case.filed' }]).success).toBe(true);
      expect(reader('rules').safeParse([{ ...rule, unless: 'case.photographed' }]).success).toBe(false);
      expect(
        reader('rules').safeParse([{ ...rule, unless: 'case.filed', acts: ['case.photograph'] }]).success,
      ).toBe(false);
    });
  });
});

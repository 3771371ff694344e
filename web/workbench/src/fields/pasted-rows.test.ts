import { describe, expect, it } from 'vitest';
import type { Field } from './field.ts';
import { canPaste, pastedRows } from './pasted-rows.ts';

const field = (name: string, kind: Field['kind'] = 'text'): Field => ({
  ...{ name, label: name, kind, optional: false, options: [], parts: [], clauses: [], secret: false },
});
const columns = [field('code'), field('name')];

describe('粘贴多行', () => {
  it('从表格、名单粘贴：制表符、逗号、顿号、空格都认得，空行不算', () => {
    const rows = [
      { code: 'A1', name: '甲示例协会' },
      { code: 'B2', name: '乙示例商会' },
    ];
    for (const text of [
      'A1\t甲示例协会\r\nB2\t乙示例商会\r\n',
      'A1,甲示例协会\n\nB2，乙示例商会',
      ' A1 甲示例协会\nB2、乙示例商会 ',
    ])
      expect(pastedRows(text, columns)).toEqual(rows);
  });

  it('多出的归最后一栏，缺的留空待填', () => {
    expect(pastedRows('A1 甲 示例协会', columns)).toEqual([{ code: 'A1', name: '甲 示例协会' }]);
    expect(pastedRows('A1', columns)).toEqual([{ code: 'A1', name: '' }]);
    expect(pastedRows('甲，乙', [field('name')])).toEqual([{ name: '甲，乙' }]);
  });

  it('只有全是文字的行可以粘贴', () => {
    expect(canPaste(columns)).toBe(true);
    expect(canPaste([field('id', 'local-id'), field('name')])).toBe(true);
    expect(canPaste([field('name'), field('kind', 'code')])).toBe(false);
    expect(canPaste([])).toBe(false);
  });
});

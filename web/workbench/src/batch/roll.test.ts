import { describe, expect, it } from 'vitest';
import { decoded, readTable } from './read-table.ts';
import { faultsOfRows, leadOf, rollOf } from './roll.ts';

const kinds = [
  { value: 'social-organisation', label: '社会团体' },
  { value: 'foundation', label: '基金会' },
];

describe('读入名册', () => {
  it('电子表格粘贴来的以制表符分隔，文件的以逗号分隔，引号里的逗号和换行是内容', () => {
    expect(readTable('名称\t住所\n甲会\t示范路 1 号\r\n\n乙会\t示范路 2 号')).toEqual([
      ['名称', '住所'],
      ['甲会', '示范路 1 号'],
      ['乙会', '示范路 2 号'],
    ]);
    expect(readTable('\uFEFF名称,住所\n"甲,会","示范路\n""1"" 号"')).toEqual([
      ['名称', '住所'],
      ['甲,会', '示范路\n"1" 号'],
    ]);
  });

  it('文件是 UTF-8 或者 GB18030 都读得出', () => {
    expect(decoded(new TextEncoder().encode('名称').buffer as ArrayBuffer)).toBe('名称');
    expect(decoded(new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6]).buffer)).toBe('名称');
  });

  it('首行的栏目名称认得出，次序随意；不认识的栏目说出来', () => {
    const roll = rollOf(
      [
        ['单位名称', '序号', '统一社会信用代码（18位）', '组织类型'],
        ['甲会', '1', ' 51420100 690000001r ', '社会团体'],
      ],
      kinds,
    );
    expect(roll).toEqual({
      headed: true,
      unknown: ['序号'],
      rows: [
        {
          'lead.party-name': '甲会',
          'lead.party-code': '51420100690000001R',
          'lead.party-kind': 'social-organisation',
        },
      ],
    });
  });

  it('没有首行的按栏目次序读入', () => {
    const roll = rollOf([['甲会', '51420100690000001R', '邹某']], kinds);
    expect(roll.headed).toBe(false);
    expect(roll.rows).toEqual([
      {
        'lead.party-name': '甲会',
        'lead.party-code': '51420100690000001R',
        'lead.party-representative': '邹某',
      },
    ]);
  });
});

describe('名册逐行核对', () => {
  const faultsOf = (...rows: Record<string, string>[]) =>
    faultsOfRows(rows, kinds).map((faults) => Object.fromEntries(faults));

  it('代码错一位的指到那一行那一栏并说怎样改；待核的和空着的放过', () => {
    const [wrong, open, blank] = faultsOf(
      { 'lead.party-name': '甲会', 'lead.party-code': '51420100690000001X' },
      { 'lead.party-name': '乙会', 'lead.party-code': '待核' },
      { 'lead.party-name': '丙会' },
    );
    expect(Object.keys(wrong ?? {})).toEqual(['lead.party-code']);
    expect(wrong?.['lead.party-code']).toMatch(/登记证书.*待核/);
    expect([open, blank]).toEqual([{}, {}]);
  });

  it('重复的只指后一行；同名而代码不同的是两家', () => {
    const same = { 'lead.party-name': '甲会', 'lead.party-code': '51420100690000001R' };
    const [first, second] = faultsOf(same, { ...same, 'lead.party-name': '甲协会' });
    expect(first).toEqual({});
    expect(second?.['lead.party-code']).toBe('与第 1 行相同；重复的删去一行');
    expect(faultsOf(same, { ...same, 'lead.party-code': '51420100690000002W' })).toEqual([{}, {}]);
    expect(faultsOf({ 'lead.party-name': '甲会' }, { 'lead.party-name': '甲会' })[1]).toHaveProperty([
      'lead.party-name',
    ]);
  });

  it('没有名称的、类型不认识的各有说法', () => {
    const [faults] = faultsOf({ 'lead.party-kind': '研究所' });
    expect(faults?.['lead.party-name']).toMatch(/全称/);
    expect(faults?.['lead.party-kind']).toMatch(/社会团体、基金会/);
  });
});

describe('名册的一行成为一条案源', () => {
  it('摘要前面是名称，后面是情况；待核的不写进记录，类型没有写的用共同的', () => {
    const row = { 'lead.party-name': '甲会', 'lead.party-code': '待核', note: '两次通知未补报' };
    expect(leadOf(row, { summary: '没有接受年度检查', kind: 'foundation' })).toEqual({
      summary: '甲会没有接受年度检查。两次通知未补报',
      record: { 'lead.party-name': '甲会', 'lead.party-kind': 'foundation' },
    });
  });
});

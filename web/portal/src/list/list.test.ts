import type { PublicList } from '@zhaozhang/api/contract/public';
import { describe, expect, it } from 'vitest';
import { renderList } from '../index.ts';
import { frame, row, rows } from '../trial/samples.ts';
import { listAddress } from './list-address.ts';
import { mostLetters } from './query-text.ts';

const page = (part: Partial<PublicList> = {}): string =>
  renderList({ ...frame, path: '/decisions' }, { query: '', rows, page: 1, more: false, ...part });

describe('决定列表', () => {
  it('每行通向决定的页面，编号中的特殊字符不改变去处', () => {
    expect(page()).toContain('href="/decisions/01JQ8Z5T3M4N5P6Q7R8S9T0V20"');
    expect(page({ rows: [row(1, { id: '../x?y#z' })] })).toContain('href="/decisions/..%2Fx%3Fy%23z"');
  });

  it('已撤回的只留文号，不再说当事人和案由', () => {
    expect(page()).toContain('已撤回公示');
    expect(page()).not.toContain('不应出现');
  });

  it('把问题写回查找框和标题', () => {
    const html = page({ query: '书画 & <b>' });
    expect(html).toContain('value="书画 &amp; &lt;b&gt;"');
    expect(html).toContain('<h1>查找「书画 &amp; &lt;b&gt;」</h1>');
  });

  it('过长、带控制字符或残缺字符的问题不会撑大或弄坏页面', () => {
    const html = page({ query: `\u0000\ud800${'长'.repeat(50_000)}`, more: true });
    expect(html).toContain(`「${'长'.repeat(mostLetters)}」`);
    expect(html.length).toBeLessThan(30_000);
  });

  it('只说本页件数，不说总数', () => {
    expect(page({ more: true })).toContain('本页 20 件，后面还有。只包括已经公示的决定。');
    expect(page({ page: 3, rows: rows.slice(0, 7) })).toContain('第 3 页，本页 7 件，后面没有了。');
    expect(page()).not.toMatch(/共\s*\d/);
  });

  it('没有结果时说明怎样再试，不透露未公示的内容是否存在', () => {
    const html = page({ query: '某单位', rows: [] });
    expect(html).toContain('没有找到与「某单位」有关的已公示决定');
    expect(html).toContain('用全名查不到');
    expect(page({ rows: [] })).toContain('还没有公示的决定');
    expect(page({ rows: [], page: 4 })).toContain('回到第一页');
  });

  it('用普通链接翻页，问题随页保留', () => {
    const html = page({ query: '书画', page: 2, more: true });
    expect(html).toContain(`<a rel="prev" href="/decisions?q=${encodeURIComponent('书画')}">`);
    expect(html).toContain(`href="/decisions?q=${encodeURIComponent('书画')}&amp;page=3"`);
    expect(page()).not.toContain('class="pager"');
    expect(listAddress('', 1)).toBe('/decisions');
  });

  it('带问题的页面不让搜索引擎收录', () => {
    expect(page({ query: '某单位' })).toContain('<meta name="robots" content="noindex"/>');
    expect(page()).not.toContain('noindex');
  });
});

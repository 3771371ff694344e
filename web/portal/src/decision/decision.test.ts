import { describe, expect, it } from 'vitest';
import { renderDecision } from '../index.ts';
import { crowded, decision, frame, withdrawn } from '../trial/samples.ts';
import { partyRows } from './party-rows.ts';
import { summary } from './summary.ts';

const page = (part: Partial<typeof decision> = {}): string => renderDecision(frame, { ...decision, ...part });

describe('决定页面', () => {
  it('先用一句话说明决定了什么，金额以元计、两位小数、千位分隔', () => {
    expect(summary(decision)).toBe(
      '2026 年 3 月 27 日，武汉市民政局对江岸示例书画联谊会作出给予行政处罚的决定：警告；没收违法所得 12,345.50 元（收费培训所得）。',
    );
    expect(page()).toContain(`<p class="summary">${summary(decision)}</p>`);
  });

  it('检查结果的页面用检查的说法，没有违法事实和处罚', () => {
    const found = { kind: 'inspection', outcome: '未发现问题', facts: '收费与公示一致。', sanctions: [] };
    expect(summary({ ...decision, ...found })).toMatch(/^2026 年 3 月 27 日，.*作出检查结果：未发现问题。$/);
    const html = page(found);
    for (const label of ['检查事项', '检查结果', '检查的情况', '告知书文号']) expect(html).toContain(label);
    expect(html).not.toContain('违法事实');
    expect(page()).toContain('违法事实');
  });

  it('WHMZ-GS-6-1 联合执法的写明与谁，作出机关只有本机关；不是联合执法的没有这一栏', () => {
    const html = page({ joint: ['江岸区示例分局', '示例消防大队'] });
    expect(html).toContain('<dt>作出机关</dt><dd><p>武汉市民政局</p></dd>');
    expect(html).toContain('与江岸区示例分局、示例消防大队联合执法。本决定由武汉市民政局在自己的职权内作出');
    expect(page()).not.toContain('联合执法');
  });

  it('作出决定的机关已经并入别的机关的，写明由谁承继、向谁提出；没有的不写', () => {
    const html = page({ successor: { name: '武汉市社会工作局', day: '2026-07-01' } });
    expect(html).toContain('<dt>作出机关</dt><dd><p>武汉市民政局</p></dd>');
    expect(html).toContain('已经由武汉市社会工作局承继，本案自 2026 年 7 月 1 日起由其接着办理');
    expect(html).toContain('可以向武汉市社会工作局书面提出');
    expect(page()).not.toContain('职权承继');
  });

  it('当事人众多时，一句话只说人数，各自的处罚列表写明', () => {
    expect(summary(crowded)).toContain('等 40 名当事人作出给予行政处罚的决定，各当事人的处罚见下表。');
    const html = renderDecision(frame, crowded);
    for (const { name } of crowded.parties) expect(html).toContain(name);
    expect(html).toContain('罚款 50,000.39 元');
  });

  it('隐名后同名的当事人合并为一行并写明人数，不去猜哪项处罚属于哪一个', () => {
    const person = { name: '张某某', kind: '自然人' };
    const rows = partyRows({
      ...decision,
      parties: [person, person, { name: '李某某', kind: '自然人' }],
      sanctions: [
        { party: '张某某', kind: '警告' },
        { party: '张某某', kind: '罚款', amount: 20_000 },
      ],
    });
    expect(rows).toEqual([
      { name: '张某某', count: 2, kind: '自然人', sanctions: ['警告', '罚款 200.00 元'] },
      { name: '李某某', count: 1, kind: '自然人', sanctions: [] },
    ]);
  });

  it('尚未送达的写明「送达中」，已送达的不写', () => {
    expect(page({ served: false })).toContain('送达中');
    expect(page({ served: true })).not.toContain('送达中');
  });

  it('WHMZ-GS-5-6 送达的方式和日期、履行的状态写在公示的页面上，没有的不写', () => {
    const shown = page({
      services: [{ party: '江岸示例书画联谊会', method: '直接送达', day: '2026-03-30' }],
      performances: [{ party: '江岸示例书画联谊会', state: '全部履行', day: '2026-04-10' }],
    });
    expect(shown).toContain('直接送达');
    expect(shown).toContain('全部履行');
    expect(page()).not.toContain('履行情况');
  });

  it('写明最迟公示日和它怎样算出，逾期公示的如实标明', () => {
    expect(page()).toContain('<li>第七个工作日为 2026 年 4 月 8 日。</li>');
    expect(page()).not.toContain('逾期公示');
    expect(page({ publishedDay: '2026-04-09' })).toContain('逾期公示');
  });

  it('写明复议和诉讼的途径，也写明内容有误怎样提出', () => {
    expect(page()).toContain(decision.reconsideration);
    expect(page()).toContain(decision.litigation);
    expect(page()).toContain('可以向武汉市民政局书面提出');
    expect(page({ reconsideration: '', litigation: '' })).toContain('以决定书载明的为准');
  });

  it('写明记录在日志中的位置和检查点；尚未写入的写「待入链」', () => {
    expect(page()).toContain('存证日志的第 18 条');
    expect(page()).toContain('q1Z9d3uV6yJ8mT4cB0nXw2sK5hL7pR1eF9aG3iO6uYo=');
    const { proof: _, ...unlogged } = decision;
    expect(renderDecision(frame, unlogged)).toContain('待入链');
    expect(renderDecision(frame, unlogged)).not.toContain('<pre>');
  });

  it('已撤回的只说撤回、理由和日期，决定的任何内容都不再出现', () => {
    const html = renderDecision(frame, withdrawn);
    expect(html).toContain('已撤回公示');
    expect(html).toContain('2026 年 6 月 1 日');
    expect(html).toContain('行政处罚决定被依法撤销。');
    const gone = [
      ...[decision.agency, decision.documentNumber, decision.cause, decision.outcome, decision.basis],
      ...[
        '江岸示例书画联谊会',
        '51420100MJH0000001',
        '12,345.50',
        '警告',
        '职业技能培训',
        '2026 年 3 月 27 日',
      ],
      ...['存证日志的第', '复议'],
    ];
    for (const text of gone) expect(html).not.toContain(text);
  });

  it('敌意文字原样显示，不成为标记', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&</title><script>';
    const html = page({
      parties: [{ name: hostile, kind: hostile, code: hostile }],
      sanctions: [{ party: hostile, kind: hostile, detail: hostile }],
      documentNumber: hostile,
      cause: hostile,
      facts: hostile,
      agency: hostile,
      decidedDay: hostile,
      proof: { index: 0, size: 1, checkpoint: hostile },
    });
    expect(html).not.toMatch(/<img|<script/i);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

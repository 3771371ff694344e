import { describe, expect, it } from 'vitest';
import { cssPath, portalCss } from './index.ts';
import { pages } from './trial/pages.ts';

/** What a reader sees: no markup, no attributes. */
const seen = (html: string): string => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, '\n');

describe.each(Object.entries(pages))('门户页面「%s」', (_name, html) => {
  it('连同样式不超过三十千字节', () => {
    expect(
      new TextEncoder().encode(html).length + new TextEncoder().encode(portalCss).length,
    ).toBeLessThanOrEqual(30_000);
  });

  it('没有脚本、事件属性、内联样式，也不向别处请求', () => {
    expect(html).not.toMatch(/<script|<style|<iframe|<img|javascript:/i);
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style)\s*=/i);
    for (const [, address] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      expect(address).toMatch(/^(?:\/(?!\/)|#)/);
    }
  });

  it('标明中文，有标题、跳转链接和地标，只有一个一级标题', () => {
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN"/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('<a class="skip" href="#content">');
    for (const landmark of ['<header', '<nav', '<main id="content"', '<footer'])
      expect(html).toContain(landmark);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it('标题逐级下降，不跳级', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    for (const [place, level] of levels.entries()) {
      expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1);
    }
  });

  it('页内链接都有落点', () => {
    for (const [, place] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${place}"`);
  });

  it('正文中没有内部编号', () => {
    expect(seen(html)).not.toMatch(/[0-9A-HJKMNP-TV-Z]{26}/);
    expect(seen(html)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('只通向存在的地方', () => {
    for (const [, address] of html.matchAll(/href="(\/[^"]*)"/g)) {
      expect(address).toMatch(/^\/(?:$|\?|decisions(?:$|[/?])|verify(?:$|\?)|workbench\/$|portal\.css\?)/);
    }
  });
});

describe('样式', () => {
  it('地址随内容而变，内容不向别处请求', () => {
    expect(cssPath).toMatch(/^\/portal\.css\?v=[0-9a-f]{8}$/);
    expect(portalCss).not.toMatch(/url\(|@import/);
  });

  it('括号配对，没有漏写的变量', () => {
    expect(portalCss.split('{')).toHaveLength(portalCss.split('}').length);
    for (const [, name] of portalCss.matchAll(/var\((--[\w-]+)\)/g)) expect(portalCss).toContain(`${name}:`);
  });
});

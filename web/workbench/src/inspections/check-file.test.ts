import type { InspectionsView } from '@zhaozhang/api/contract';
import { commitmentOf, drawn, seedOf } from '@zhaozhang/core';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { checkFile, checkProgram } from './check-file.ts';

type Draw = InspectionsView['draws'][number];

const terms: Draw['terms'] = {
  purpose: '2026 年度检查计划：收费情况检查（全部协会）',
  objects: ['A', 'B', 'C', 'D', 'E'].map((letter) => ({
    code: `CODE-${letter}`,
    name: `示例${letter}<协会>`,
  })),
  officers: ['chen', 'li', 'wang'],
  exclusions: [{ object: 'CODE-B', officer: 'li', reason: '近亲属' }],
  count: 3,
  each: 2,
  source: 'welfare-lottery',
  issue: '2026018',
};
const number = '03 09 14 22 27 31 08';
const commitment = commitmentOf(terms);
const seed = seedOf(commitment, number);
const results = drawn(terms, seed).map((one) => ({ ...one, officers: [...one.officers] }));
const draw: Draw = {
  id: 'C1',
  terms,
  source: '中国福利彩票双色球开奖号码',
  commitment,
  committedAt: '2026-02-10T09:00:00.000+08:00',
  knownAt: '2026-02-11T21:15:00.000+08:00',
  names: { chen: { name: '陈示例', certificate: 'Z-1' }, li: { name: '李示例' }, wang: { name: '王示例' } },
  result: { number, proof: '开奖公告', seed, at: '2026-02-12T09:00:00.000+08:00', results },
};

/** What the program in a file says of the data in it, run as a browser would: apart from ours. */
async function saidBy(file: string | undefined, change: object = {}): Promise<readonly string[]> {
  const found = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(file ?? '');
  const data = { ...(JSON.parse(found?.[1] ?? '{}') as object), ...change };
  const told = runInNewContext(`${checkProgram}; redraw(data)`, { crypto, TextEncoder, data }) as Promise<
    readonly string[]
  >;
  return [...(await told)];
}

describe('抽查的复核文件', () => {
  const file = checkFile('示例市民政局', draw);

  it('NAT-54-3 另写的程序重新抽取，与系统抽的一致', async () => {
    expect(file).toContain(checkProgram);
    expect(await saidBy(file)).toEqual([]);
  });

  it('换了名单、号码、种子、抽中的一家或者人员，文件自己说出不符', async () => {
    const fewer = { ...terms, objects: terms.objects.slice(1) };
    expect(await saidBy(file, { terms: fewer })).toContain('名单、数目或者约定的号码与封存摘要不符');
    expect(await saidBy(file, { number: '03 09 14 22 27 31 09' })).toContain(
      '种子不是由封存摘要和公布的号码算出的',
    );
    expect(await saidBy(file, { results: results.slice(1) })).toEqual(['重新抽取的结果与所列的不同']);
    const friends = results.map((one) => ({ ...one, officers: one.officers.toReversed() }));
    expect(await saidBy(file, { results: friends })).toEqual(['重新抽取的结果与所列的不同']);
  });

  it('列出两份名单、回避、种子和每一支签，名称里的标记原样写出，什么也不从网上取', () => {
    for (const text of [commitment, seed, number, '开奖公告', '陈示例', 'Z-1', '近亲属', 'CODE-E'])
      expect(file).toContain(text);
    for (const { lot } of results) expect(file).toContain(lot);
    expect(file).toContain('示例A&lt;协会&gt;');
    expect(file).not.toContain('示例A<协会>');
    expect(file).not.toMatch(/https?:|src=/);
  });

  it('还没有抽取的，没有可以复核的', () => {
    const { result, ...sealed } = draw;
    expect(result).toBeDefined();
    expect(checkFile('示例市民政局', sealed)).toBeUndefined();
  });
});

import { fileURLToPath } from 'node:url';
import { parseDay } from '@zhaozhang/core/time';
import { compileBundle, saidExamples, withParents } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { lawViewOf } from '../law.ts';

const dir = fileURLToPath(new URL('../../../../law', import.meta.url));
const packs = ['wuhan-civil-affairs/own-decisions/2026-01-01'];
const { law } = compileBundle(library, packs);
const said = await saidExamples(dir, library);
const today = parseDay('2026-03-26');
if (today === undefined) throw new Error('日期');
const view = lawViewOf(withParents(library, packs), said, law, today, {});

const clauses = view.packs.flatMap((pack) => pack.clauses);
const rules = [...clauses.flatMap((clause) => clause.rules), ...view.packs.flatMap((pack) => pack.rules)];
/** Everything the page of the law says of rules and examples, each once. */
const sentences = [
  ...new Set([
    ...rules.flatMap((rule) => [
      rule.sentence,
      ...(rule.effect === undefined ? [] : [`${rule.effect}。`]),
      ...(rule.because === undefined ? [] : [`${rule.because}。${rule.remedy ?? ''}。`]),
      ...rule.notes.map((note) => `${note}。`),
    ]),
    ...clauses.flatMap((clause) =>
      clause.examples.flatMap((example) => [`${example.outcome}。`, ...example.sentences]),
    ),
  ]),
];

/** Latin letters that stand on the page, each with why. */
const allowed: readonly (readonly [string, string])[] = [
  ['GB 11643', '国家标准的代号，公民身份号码的写法依它'],
  ['GB 32100', '国家标准的代号，统一社会信用代码的写法依它'],
];

describe('律例页上的句子', () => {
  it('不同的句子不少于二百句，每句都以句号结尾，没有一句断在中间', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    expect(sentences.filter((sentence) => !/[^，。；：]。$/.test(sentence))).toEqual([]);
  });

  it('没有一句出现拉丁字母或者代码，除列明理由的以外', () => {
    const bare = (sentence: string) => allowed.reduce((text, [word]) => text.replaceAll(word, ''), sentence);
    expect(sentences.filter((sentence) => /[A-Za-z_{}$]/.test(bare(sentence)))).toEqual([]);
    expect(allowed.filter(([word]) => !sentences.some((sentence) => sentence.includes(word)))).toEqual([]);
  });

  it('没有一句用到替代的说法：所填内容、所查明的事实、所定的内容', () => {
    const vague = /所填内容|所查明的事实|所定的(内容|参数|栏目)|该期限|该角色|所涉事项/;
    expect(sentences.filter((sentence) => vague.test(sentence))).toEqual([]);
  });

  it('被拒的示例都写着系统说的话，不只说拒绝', () => {
    const refused = said.filter(({ example }) => example.value.expect.refused !== undefined);
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.filter((one) => one.said.length === 0).map(({ example }) => example.name)).toEqual([]);
    const shown = clauses
      .flatMap((clause) => clause.examples)
      .filter((one) => one.outcome.startsWith('拒绝'));
    expect(shown.filter((one) => one.sentences.length === 0).map((one) => one.title)).toEqual([]);
  });
});

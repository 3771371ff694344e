import { explain } from '@zhaozhang/core';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allRules, isException } from '../check/rule-texts.ts';
import { isPlanned } from '../check/planned.ts';
import { faultSentence } from '../fault.ts';
import { traced } from './trace.ts';
import { runsOfTheLaw } from '../testing/runs.ts';
import { examplesOfTheLaw, lawFolder, library } from '../testing/the-law.ts';

const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url));
const golden = `${lawFolder}examples/sentences.golden.txt`;
const { faults } = await examplesOfTheLaw();
const runs = await runsOfTheLaw();
const sentences = [...new Set(runs.flatMap((run) => run.sentences))].sort();
// Whatever tests are picked, the trace tells of all: the coverage is judged by it together with the results.
mkdirSync(cache, { recursive: true });
writeFileSync(`${cache}law-trace.json`, JSON.stringify(runs.map(traced), undefined, 1));

describe('规则包的示例', () => {
  it('示例文件都写得合格', () => {
    expect(faults.map(faultSentence)).toEqual([]);
  });

  for (const run of runs)
    it(run.example.name, () => {
      expect(run.problems).toEqual([]);
    });
});

describe('示例是否足够', () => {
  const rules = allRules(library)
    .map(({ rule }) => rule.value)
    .filter((rule) => !isException(rule) && !isPlanned(rule));

  it('每道关口、每项必填都有拒绝和准许的示例', () => {
    const named = rules
      .filter((rule) => rule.kind !== 'deadline' && rule.kind !== 'definition')
      .map((rule) => rule.id);
    expect(named.filter((id) => !runs.some((run) => run.refused.includes(id)))).toEqual([]);
    expect(named.filter((id) => !runs.some((run) => run.allowed.includes(id)))).toEqual([]);
  });

  it('每条期限都有负有义务和按期履行的示例', () => {
    const named = rules.filter((rule) => rule.kind === 'deadline').map((rule) => rule.id);
    expect(named.filter((id) => !runs.some((run) => run.owed.includes(id)))).toEqual([]);
    expect(named.filter((id) => !runs.some((run) => run.met.includes(id)))).toEqual([]);
  });

  it('每条定义都有合用的和不合用的示例', () => {
    const definitions = rules.filter((rule) => rule.kind === 'definition');
    const named = definitions.map((rule) => rule.id);
    // One without a condition applies to all there is.
    const conditional = definitions.filter((rule) => rule.when !== undefined).map((rule) => rule.id);
    expect(conditional.filter((id) => !runs.some((run) => run.owed.includes(id)))).toEqual([]);
    expect(named.filter((id) => !runs.some((run) => run.met.includes(id)))).toEqual([]);
  });

  it('每个必填栏目都有缺了它而被拒的示例', () => {
    const missing = rules.flatMap((rule) =>
      rule.kind === 'record'
        ? rule.fields
            .filter(({ field }) => !refusedFor(rule.id, (at) => at.endsWith(field)))
            .map(({ field }) => `${rule.id} ${field}`)
        : [],
    );
    expect(missing).toEqual([]);
  });

  it('每种拒绝，凡补救指明了行为的，都有示例照做之后得以办成', () => {
    const asked = runs.flatMap((run) =>
      run.refusals.flatMap((one) =>
        one.remedy?.act === undefined ? [] : [`${one.rule ?? one.code} → ${one.remedy.act}`],
      ),
    );
    const shown = runs.flatMap((run) =>
      run.refusals
        .filter((one) => one.remedy?.act !== undefined && run.liftedBy.includes(one.remedy.act))
        .map((one) => `${one.rule ?? one.code} → ${one.remedy?.act ?? ''}`),
    );
    expect([...new Set(asked)].filter((pair) => !shown.includes(pair))).toEqual([]);
  });

  function refusedFor(rule: string, field: (at: string) => boolean): boolean {
    return runs.some((run) =>
      [...run.refusals, ...run.advice].some(
        (one) => one.rule === rule && one.field !== undefined && field(one.field),
      ),
    );
  }
});

/** Latin letters that officers themselves write, each with why. */
const allowed: readonly (readonly [string, string])[] = [
  ['GB 11643', '国家标准的代号，公民身份号码的写法依它'],
  ['GB 32100', '国家标准的代号，统一社会信用代码的写法依它'],
];

describe('示例产生的句子', () => {
  it('与存档逐字相同（有意改动的，以 UPDATE_GOLDEN=1 重写后逐句核对）', () => {
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, `${sentences.join('\n')}\n`);
    expect(sentences).toEqual(readFileSync(golden, 'utf8').trimEnd().split('\n'));
  });

  // Beside what examples ask for, every obligation of the file explained: what an officer may open on any page.
  const everything = [
    ...new Set([
      ...sentences,
      ...runs.flatMap((run) =>
        run.obligations.map(
          (row) => `${row.label}（${row.subjectLabel}）：${explain(row, run.law).join('')}`,
        ),
      ),
    ]),
  ];

  it('每句都以句号结尾', () => {
    expect(everything.length).toBeGreaterThanOrEqual(140);
    expect(everything.filter((sentence) => !sentence.endsWith('。'))).toEqual([]);
  });

  it('没有一句出现拉丁字母或者代码，除列明理由的以外', () => {
    const bare = (sentence: string) => allowed.reduce((text, [word]) => text.replaceAll(word, ''), sentence);
    expect(everything.filter((sentence) => /[A-Za-z_{}$]|undefined|null/.test(bare(sentence)))).toEqual([]);
    // What no sentence needs any more is taken off the list.
    expect(allowed.filter(([word]) => !everything.some((one) => one.includes(word)))).toEqual([]);
  });

  it('没有一句露出程序里的编号', () => {
    expect(
      sentences.filter((sentence) => /[a-z]+\.[a-z]+|[A-Z]{2,}_|\{|\}|undefined/.test(sentence)),
    ).toEqual([]);
  });
});

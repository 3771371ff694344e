import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { withParents } from '../bundle.ts';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import type { PackExample } from '../examples/read-examples.ts';
import type { Placed } from '../library.ts';
import type { Equivalent } from './equivalents.ts';
import { mutate } from './mutate.ts';
import { lawFolder, library as whole } from '../testing/the-law.ts';

const pack = 'state-council-office/three-systems/2018-12-05';
// National packs alone, and of each the rules and examples of its first file: what is tried here does not grow with
// every city, nor with every chapter.
const nationals = withParents(whole, ['npc/penalty-law/2021-07-15', pack]).map(({ text }) => text.id);
const first = <T extends { readonly file: string }>(rows: readonly T[]): readonly T[] =>
  rows.filter(({ file }) => /\/(?:rules|examples)\.yaml$/.test(file));
const national = new Map(
  [...whole.packs]
    .filter(([id]) => nationals.includes(id))
    .map(([id, one]) => [id, { ...one, rules: first(one.rules) }]),
);
const library = { ...whole, packs: national };
const all = await readExamples(lawFolder, library);
if (all.standard === undefined) throw new Error('标准案读不出来');
const { standard, examples: told } = { ...all, standard: all.standard };
// An example whose refusals come from a later chapter as well says nothing where that chapter is left out.
const play = examplePlayer(library, standard);
const examples = first(told).filter((example) => play(example).problems.length === 0);

const remindRemoved = { rule: 'publication.general.due', operator: 'duty.remind-removed', at: '' };

/** Rules of a few subjects: what becomes of a variant does not depend on how many others there are. */
const some = ['publication.', 'defence.', 'decision.'];

function run(of: readonly PackExample[], equivalents: readonly Placed<Equivalent>[] = []) {
  return mutate(library, standard, of, equivalents, some);
}

function named(value: Omit<Equivalent, 'reason'>): Placed<Equivalent> {
  const reason = '写在这里只为试验名单怎样起作用';
  return { value: { ...value, reason }, file: 'equivalent-mutants.yaml', line: 3, at: () => 3 };
}

/** The examples without the one that tells the day of reminding where only the general limit applies. */
const fewer = examples.filter(({ value }) => !value.title.startsWith('不予处罚的决定，四月二十日'));

describe('逐一改动规则', { timeout: 600_000 }, () => {
  it('示例少了说到提醒日的一个，去掉提醒的变体存活，说出该写什么', () => {
    const { survived, faults } = run(fewer);
    expect(faults).toEqual([]);
    expect(survived).toContainEqual({
      ...remindRemoved,
      says: '去掉提醒',
      write: '写出提醒日（remind）',
    });
    const others = run(examples).survived;
    expect(survived.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)))).toEqual(
      survived.filter(
        ({ rule, operator }) => rule === 'publication.general.due' && operator.includes('remind'),
      ),
    );
  });

  it('每个变体不是被杀死，就是等价，就是存活', () => {
    const { mutants, killed, equivalent, survived } = run(fewer, [named(remindRemoved)]);
    expect(equivalent).toBe(1);
    expect(killed).toBeGreaterThan(100);
    expect(killed + equivalent + survived.length).toBe(mutants);
    expect(survived).not.toContainEqual(expect.objectContaining(remindRemoved));
  });

  it('名单中的变体有示例看得出来的，报错', () => {
    const { faults, equivalent } = run(examples, [named(remindRemoved)]);
    expect(equivalent).toBe(0);
    expect(faults.map(({ line, what }) => [line, what])).toEqual([
      [3, 'publication.general.due 的变体 duty.remind-removed 已有示例看得出来，并不等价'],
    ]);
  });

  it('名单中的变体不存在的，报错', () => {
    const { faults } = run(examples, [named({ ...remindRemoved, rule: 'publication.none' })]);
    expect(faults.map(({ what }) => what)).toEqual(['没有 publication.none 的变体 duty.remind-removed']);
  });

  it('示例本身不成立的，不拿它去看变体，先说出是哪一个', () => {
    const [one, ...rest] = examples;
    if (one === undefined) throw new Error('没有示例');
    const wrong = { ...one, value: { ...one.value, expect: { notOwed: [], done: true as const } }, pack };
    const { mutants, faults } = run([
      ...rest,
      {
        ...wrong,
        value: { ...wrong.value, try: 'assign', change: { assign: { input: { officers: ['chen'] } } } },
      },
    ]);
    expect(mutants).toBe(0);
    expect(faults.map(({ what }) => what)).toEqual([`示例“${one.value.title}”本身就不成立`]);
  });

  it('点名几条规则的，只改那几条，名单上别的规则不过问', () => {
    const { mutants, killed, survived, faults } = mutate(
      library,
      standard,
      examples,
      [named({ ...remindRemoved, rule: 'no.such-rule' })],
      ['publication.general.due'],
    );
    expect(faults).toEqual([]);
    expect(new Set(survived.map(({ rule }) => rule)).size).toBeLessThanOrEqual(1);
    expect(mutants).toBeGreaterThan(10);
    expect(mutants).toBeLessThan(100);
    expect(killed + survived.length).toBe(mutants);
  });

  it('一个示例也没有的，全部存活', () => {
    const { mutants, survived } = run([]);
    expect(survived).toHaveLength(mutants);
    expect(mutants).toBeGreaterThan(100);
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { areas } from '../areas.ts';
import { rulesOf } from './rule-texts.ts';
import type { Pack } from '../library.ts';
import { lawFolder, library } from '../testing/the-law.ts';

/**
 * The table is written by hand and never from the packs: it says what each place asks, and the packs have to answer
 * for every cell, with a value or a rule that bears it, or with the clause that is still to be carried.
 */
const [head = [], ...rows] = (await readFile(`${lawFolder}differences/table.tsv`, 'utf8'))
  .replace(/\n$/, '')
  .split('\n')
  .map((line) => line.split('\t'));
const reasons = z
  .array(
    z.strictObject({
      parameter: z.string(),
      why: z.string().min(5),
      cells: z.record(
        z.string(),
        z.strictObject({ clause: z.string(), area: z.enum(Object.keys(areas)).optional() }),
      ),
    }),
  )
  .parse(parse(await readFile(`${lawFolder}differences/reasons.yaml`, 'utf8')));

const proofMark = '凭据';
const places = head.slice(2);

interface Cell {
  readonly parameter: string;
  readonly place: string;
  readonly text: string;
}
const cellsOf = (of: readonly (readonly string[])[]): readonly Cell[] =>
  of.flatMap(([parameter = '', , ...texts]) =>
    places.flatMap((place, index) => {
      const text = texts[index] ?? '';
      return text === '' ? [] : [{ parameter, place, text }];
    }),
  );
const named = ({ parameter, place }: Pick<Cell, 'parameter' | 'place'>) => `${parameter} ${place}`;
const said = cellsOf(rows.filter(([, label]) => label !== proofMark));
const proofs = cellsOf(rows.filter(([, label]) => label === proofMark));
const excuses = reasons.flatMap(({ parameter, cells }) =>
  Object.entries(cells).map(([place, reason]) => ({ parameter, place, reason })),
);

/** The pack of a place: the one that lists the clauses begun with its letters. */
function packOf(place: string): Pack {
  const pack = [...library.packs.values()].find((one) =>
    one.clauses.some(({ value }) => value.id.startsWith(`${place}-`)),
  );
  if (pack === undefined) throw new Error(`没有哪个规则包列有 ${place} 的条款`);
  return pack;
}

/** `within.unit` of a rule, `value` of a parameter; a list as its members with commas. */
function at(value: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
  return Array.isArray(found) ? found.join(',') : String(found);
}

/** What the pack of the place says where the proof points; undefined when it points at nothing of that clause. */
function answer(
  pack: Pack,
  [clause = '', kind = '', id = '', path = '']: readonly string[],
): string | undefined {
  // What the head of a pack says, of a clause that is named there.
  if (kind === 'pack')
    return JSON.stringify(pack.text).includes(`"${clause}"`) ? at(pack.text, id) : undefined;
  if (kind === 'param') {
    const param = pack.params.find(({ value }) => value.id === id && value.clause === clause);
    return param === undefined ? undefined : at(param.value, 'value');
  }
  const rule = rulesOf(pack).find(({ rule: { value } }) => value.id === id && value.cites.includes(clause));
  return rule === undefined ? undefined : at(rule.rule.value, path);
}

describe('各地差异表', () => {
  it('栏目、参数不重复，每个格子都有字', () => {
    const parameters = rows.filter(([, label]) => label !== proofMark).map(([parameter]) => parameter);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(parameters).size).toBe(parameters.length);
    for (const row of rows) expect([row[0], row.length]).toEqual([row[0], head.length]);
    expect(said.length).toBeGreaterThan(100);
  });

  it('每个非空的格子或者有凭据，或者有暂缺的理由，不两样都有', () => {
    const [proved, excused] = [proofs.map(named), excuses.map(named)];
    const amiss = said
      .map(named)
      .filter((cell) => Number(proved.includes(cell)) + Number(excused.includes(cell)) !== 1);
    expect(amiss).toEqual([]);
    expect([...proved, ...excused].filter((cell) => !said.map(named).includes(cell))).toEqual([]);
  });

  // A proof reads: clause, `param`, id, value; or clause, `rule`, id, path of keys, value; or clause, `pack`, path, value.
  it.each(proofs)('$parameter $place 的取值与规则包一致', ({ parameter, place, text }) => {
    const words = text.split(' ');
    const value = words.at(-1) ?? '';
    expect(answer(packOf(place), words)).toBe(value);
    const cell = said.find((one) => named(one) === named({ parameter, place }));
    expect([text, !/^\d+$/.test(value) || cell?.text.includes(value)]).toEqual([text, true]);
  });

  it('暂缺的理由指明本地的条款和它的方面；已经由规则、功能落实的不能再说暂缺', () => {
    for (const { parameter, place, reason } of excuses) {
      const clause = packOf(place).clauses.find(({ value }) => value.id === reason.clause)?.value;
      expect([parameter, place, ['later', 'display'].includes(clause?.status ?? ''), clause?.area]).toEqual([
        parameter,
        place,
        true,
        reason.area,
      ]);
    }
  });
});

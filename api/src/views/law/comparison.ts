import type { Law, Primitive } from '@zhaozhang/core';
import { governsOn } from '@zhaozhang/core';
import type { Day } from '@zhaozhang/core/time';
import { compileBundle, withParents } from '@zhaozhang/law';
import type { Library, Pack } from '@zhaozhang/law';
import type { LawComparisonView } from '../../contract/index.ts';
import { parametersOf } from './parameters.ts';
import { ruleWords } from './rule-words.ts';

type Column = LawComparisonView['columns'][number];
type Section = LawComparisonView['sections'][number];
type Cell = Section['rows'][number]['cells'][number];

/** A place as one compares it: its instrument, and the law an agency would have that is bound by it alone. */
interface Place {
  readonly packs: readonly Pack[];
  readonly law: Law;
}

/** One thing a place says: under what name it is compared, how it is called, and in what words. */
interface Saying {
  readonly key: string;
  readonly label: string;
  readonly cell: Cell;
}

/**
 * Compares instruments beside each other, generated from the packs and never written by hand. Each stands with the
 * higher law it rests on, so that a place that is silent shows what holds there all the same. What rests on nothing
 * higher holds in every column, also where a place does not name it: a statute binds whoever cites it or not.
 */
export function comparisonOf(library: Library, ids: readonly string[], today: Day): LawComparisonView {
  const base = new Set(
    ids
      .flatMap((id) => withParents(library, [id]).filter(({ text }) => text.id !== id))
      .filter(({ text }) => text.extends.length === 0 && text.pending === undefined)
      .map(({ text }) => text.id),
  );
  const places = ids.map((id): Place => {
    const packs = [...new Set([...base, id])];
    return { packs: withParents(library, packs), law: compileBundle(library, packs).law };
  });
  return {
    today,
    columns: ids.flatMap((id) => columnOf(library.packs.get(id)) ?? []),
    sections: [
      section('取值', places, ({ packs, law }) =>
        parametersOf(packs, law, {}).map(({ id, label, value, clause }) => ({
          key: id,
          label,
          cell: { words: value ?? '未定', cites: clause === undefined ? [] : [clause] },
        })),
      ),
      section('期限', places, ({ law }) =>
        said(law.duties, law, today).map(({ rule, cell }) => ({ key: rule.duty, label: rule.label, cell })),
      ),
      section('认定', places, ({ law }) =>
        said(law.tables, law, today).map(({ rule, cell }) => ({
          key: rule.defines,
          label: rule.label,
          cell,
        })),
      ),
      section('记载', places, ({ law }) => named(law.needs, law, today)),
      section('前提', places, ({ law }) => named(law.gates, law, today)),
    ].filter(({ rows, alike }) => rows.length + alike > 0),
    choices: [...library.packs.values()].flatMap((pack) => columnOf(pack) ?? []),
  };
}

function columnOf(pack: Pack | undefined): Column | undefined {
  if (pack === undefined) return undefined;
  const { id, title, issuer, inForce } = pack.text;
  return { id, title, issuer, edition: inForce.from };
}

function said<R extends Primitive>(rules: readonly R[], law: Law, today: Day) {
  return rules
    .filter(({ inForce }) => governsOn(inForce, today))
    .map((rule) => {
      const { sentence, cites } = ruleWords(rule, law);
      return { rule, cell: { words: sentence, cites } };
    });
}

/** Rules that have no name but what they say: a place has it, or has it not. */
function named<R extends Primitive>(rules: readonly R[], law: Law, today: Day): readonly Saying[] {
  return said(rules, law, today).map(({ rule, cell }) => ({
    key: `${rule.id} ${cell.words}`,
    label: cell.words,
    cell: { words: '有', cites: cell.cites },
  }));
}

const none: Cell = { words: '', cites: [] };

function section(label: string, places: readonly Place[], ask: (place: Place) => readonly Saying[]): Section {
  const labels = new Map<string, string>();
  const columns = places.map((place) => {
    const cells = new Map<string, Cell>();
    for (const { key, label: called, cell } of ask(place)) {
      if (!labels.has(key)) labels.set(key, called);
      // Several rules of one name are read together, as the engine reads them.
      const before = cells.get(key);
      cells.set(key, before === undefined ? cell : joined(before, cell));
    }
    return cells;
  });
  const rows = [...labels].map(([key, called]) => ({
    label: called,
    cells: columns.map((cells) => cells.get(key) ?? none),
  }));
  const differing = rows.filter(({ cells }) => cells.some(({ words }) => words !== cells[0]?.words));
  return { label, rows: differing, alike: rows.length - differing.length };
}

function joined(a: Cell, b: Cell): Cell {
  return {
    words: [a.words, b.words].join('\n'),
    cites: [...a.cites, ...b.cites.filter(({ id }) => !a.cites.some((one) => one.id === id))],
  };
}

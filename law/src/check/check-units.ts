import type { Fault } from '../fault.ts';
import type { Library, Pack, Placed } from '../library.ts';
import { ancestryOf } from './ancestry.ts';
import { spansOf } from './check-spans.ts';
import { allRules } from './rule-texts.ts';
import type { DeadlineText, PackRule } from './rule-texts.ts';

type UnitRow = NonNullable<Pack['text']['units']>[number];
type Amount = DeadlineText['within']['n'];

/**
 * An instrument that says which of its days are working days says so of every rule that rests on it, in whatever pack
 * the rule stands: seven days of the penalty law written as natural days would be three days fewer.
 */
export function checkUnits(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) => {
    const clauses = new Set(pack.clauses.map(({ value }) => value.id));
    return (pack.text.units ?? []).flatMap((row, index) => [
      ...(clauses.has(row.clause)
        ? []
        : [
            {
              file: pack.file,
              line: pack.at(['units', index, 'clause']),
              clause: row.clause,
              what: '确定日数单位的条款不在本包的条款清单中',
              remedy: '改正条款编号，或者把该条款列入条款清单',
            },
          ]),
      ...allRules(library).flatMap((one) => ofRule(library, one, row, clauses)),
      ...[...library.packs.values()].flatMap((other) =>
        other.params.flatMap((param) => ofParam(param, row, clauses)),
      ),
    ]);
  });
}

function ofRule(
  library: Library,
  one: PackRule,
  row: UnitRow,
  clauses: ReadonlySet<string>,
): readonly Fault[] {
  const { rule } = one;
  const deadline = rule.value.kind === 'deadline' ? rule.value : undefined;
  if (row.of === 'agency' && deadline?.owedBy === 'party') return ofParty(one, deadline, row);
  return spansOf(one)
    .filter(({ unit, path }) => differs(unit, row) && citesOf(one, path).some((id) => clauses.has(id)))
    .flatMap(({ n, unit, path }) =>
      numbersOf(n, library, one.pack)
        .filter((number) => row.n.includes(number))
        .map((number) => ({
          file: rule.file,
          line: rule.at(path),
          clause: row.clause,
          code: 'PARAM_INVALID',
          what: `规则 ${rule.value.id} 的 ${number} 日写成${unitName(unit)}，而依这一条应当是${unitName(row.unit)}`,
          remedy: `把单位改为 ${row.unit}`,
        })),
    );
}

/** Clauses a number of days rests on: an extension has its own. When to begin to warn rests on none. */
function citesOf({ rule }: PackRule, path: readonly PropertyKey[]): readonly string[] {
  const [first, index] = path;
  if (first === 'remind') return [];
  if (first !== 'extend' || rule.value.kind !== 'deadline') return rule.value.cites;
  return rule.value.extend?.[Number(index)]?.cites ?? [];
}

/** The clause fixes only the agency's own limits: one of a party needs another basis, or a word why this one. */
function ofParty({ rule }: PackRule, deadline: DeadlineText, row: UnitRow): readonly Fault[] {
  return deadline.within.unitBasis === row.clause && deadline.assumption === undefined
    ? [
        {
          file: rule.file,
          line: rule.at(['within', 'unitBasis']),
          clause: row.clause,
          code: 'PARAM_UNSET',
          what: `规则 ${deadline.id} 是当事人的期限，而这一条只管行政机关的期限`,
          remedy: '写明另外的依据；条款没有规定的，在 assumption 中说明',
        },
      ]
    : [];
}

function ofParam(
  { value, file, at }: Pack['params'][number],
  row: UnitRow,
  clauses: ReadonlySet<string>,
): readonly Fault[] {
  if (row.of !== undefined || value.clause === undefined || !clauses.has(value.clause)) return [];
  if (typeof value.value !== 'number' || !row.n.includes(value.value)) return [];
  if (value.unit === undefined || !differs(value.unit, row)) return [];
  return [
    {
      file,
      line: at(['unit']),
      clause: row.clause,
      code: 'PARAM_INVALID',
      what: `参数“${value.label}”（${value.id}）的 ${value.value} 日写成${unitName(value.unit)}，而依这一条应当是${unitName(row.unit)}`,
      remedy: `把单位改为 ${row.unit}`,
    },
  ];
}

function differs(unit: string, row: UnitRow): boolean {
  return (unit === 'day' || unit === 'workday') && unit !== row.unit;
}

function unitName(unit: string): string {
  return unit === 'workday' ? '工作日' : '自然日';
}

function numbersOf(amount: Amount, library: Library, pack: Pack): readonly number[] {
  if (typeof amount === 'number') return [amount];
  if ('longest' in amount) return amount.longest.flatMap((part) => numbersOf(part, library, pack));
  if (!('param' in amount)) return [];
  const value = ancestryOf(library, pack)
    .flatMap((one) => one.params.map((param: Placed<{ id: string; value?: unknown }>) => param.value))
    .find((param) => param.id === amount.param)?.value;
  return typeof value === 'number' ? [value] : [];
}

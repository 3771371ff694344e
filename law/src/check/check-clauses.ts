import { areas } from '../areas.ts';
import type { Fault } from '../fault.ts';
import type { Library, Pack } from '../library.ts';
import { strangersWith } from './check-editions.ts';
import { ancestryOf, descendantsOf } from './ancestry.ts';
import { allRules, clausesOf, rulesOf } from './rule-texts.ts';

/** Do rules and clauses answer to each other? */
export function checkClauses(library: Library): readonly Fault[] {
  return [
    ...citedButMissing(library),
    ...listedButUnused(library),
    ...listedTwice(library),
    ...shownNowhere(library),
    ...areaAmiss(library),
  ];
}

/** A clause that is only shown has to say where; else nobody could look whether it is. */
function shownNowhere(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) =>
    pack.clauses
      .filter(({ value }) => value.status === 'display' && value.where === undefined)
      .map(({ file, line, value }) => ({
        file,
        line,
        clause: value.id,
        what: '条款标为只作展示，却没有写明在哪里展示',
        remedy: '在 where 写明页面',
      })),
  );
}

/** What is carried later says which part of the work it belongs to; what is carried already belongs where it is carried. */
function areaAmiss(library: Library): readonly Fault[] {
  const list = Object.entries(areas).map(([area, label]) => `${area}（${label}）`);
  return [...library.packs.values()].flatMap((pack) =>
    pack.clauses.flatMap(({ file, line, at, value }): readonly Fault[] => {
      if ((value.status === 'later') === (value.area !== undefined)) return [];
      return [
        value.status === 'later'
          ? {
              file,
              line,
              clause: value.id,
              what: '条款标为以后，却没有写明属于哪一方面',
              remedy: `在 area 写明其中一项：${list.join('、')}`,
            }
          : {
              file,
              line: at(['area']),
              clause: value.id,
              what: '条款没有标为以后，却写了属于哪一方面',
              remedy: '去掉 area；确实还没有落实的，把状态改为 later',
            },
      ];
    }),
  );
}

function citedButMissing(library: Library): readonly Fault[] {
  return allRules(library).flatMap(({ pack, rule }) => {
    const known = new Set(
      ancestryOf(library, pack).flatMap((one) => one.clauses.map(({ value }) => value.id)),
    );
    const { value } = rule;
    const faults = value.cites.flatMap((clause, index): readonly Fault[] =>
      known.has(clause)
        ? []
        : [
            {
              file: rule.file,
              line: rule.at(['cites', index]),
              clause,
              ...unknownClause(library, pack, value.id, clause),
            },
          ],
    );
    const basis = value.kind === 'deadline' ? value.within.unitBasis : undefined;
    return basis === undefined || known.has(basis)
      ? faults
      : [
          ...faults,
          {
            file: rule.file,
            line: rule.at(['within', 'unitBasis']),
            clause: basis,
            what: `规则 ${value.id} 的日数计法所依据的条款不存在`,
            remedy: '写明确定工作日或者自然日的那一条',
          },
        ];
  });
}

/** Not listed anywhere, or listed in a pack this one does not rest on: the ways to mend it differ. */
function unknownClause(library: Library, pack: Pack, rule: string, clause: string) {
  const [stranger] = strangersWith(library, pack, clause);
  return stranger === undefined
    ? {
        what: `规则 ${rule} 所引的条款不在本包和它所依据的规则包中`,
        remedy: '改正条款编号，或者把该条款列入条款清单',
      }
    : {
        what: `规则 ${rule} 所引的条款列在 ${stranger.text.id} 中，而本包没有依据它`,
        remedy: '把它写入 pack.yaml 的 extends，或者改引本包的条款',
      };
}

function listedButUnused(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) => {
    const used = new Set(
      descendantsOf(library, pack).flatMap((one) =>
        rulesOf(one).flatMap(({ rule }) => clausesOf(rule.value)),
      ),
    );
    return pack.clauses
      .filter(({ value }) => value.status === 'rule' && !used.has(value.id))
      .map((clause) => ({
        file: clause.file,
        line: clause.line,
        clause: clause.value.id,
        what: '条款标为由规则落实，却没有一条规则引用它',
        remedy: '写出落实它的规则，或者改正条款的状态',
      }));
  });
}

function listedTwice(library: Library): readonly Fault[] {
  const seen = new Map<string, string>();
  return [...library.packs.values()].flatMap((pack) =>
    pack.clauses.flatMap((clause): readonly Fault[] => {
      const before = seen.get(clause.value.id);
      seen.set(clause.value.id, clause.file);
      return before === undefined
        ? []
        : [
            {
              file: clause.file,
              line: clause.line,
              clause: clause.value.id,
              what: `条款已经列在 ${before} 中`,
              remedy: '每条条款只列一次，其他规则包直接引用',
            },
          ];
    }),
  );
}

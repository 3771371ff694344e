import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { isCircular } from './ancestry.ts';

/** Parts of a pack that name a clause of it, and what that clause says. */
const clauseOwners = [
  ['addressees', '写明只约束哪些机关'],
  ['byAnalogy', '写明参照办理'],
  ['overrides', '限制机关自定取值'],
] as const;

/** Packs among themselves: what they extend, how long they are in force, where they stand. */
export function checkPacks(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) => {
    const { text, file } = pack;
    const faults: Fault[] = [];
    text.extends.forEach((id, index) => {
      if (!library.packs.has(id))
        faults.push({
          file,
          line: pack.at(['extends', index]),
          what: `所依据的规则包 ${id} 不存在`,
          remedy: '改正编号，或者先建立该规则包',
        });
    });
    if (isCircular(library, pack))
      faults.push({
        file,
        line: pack.at(['extends']),
        what: '规则包直接或者间接地以自己为依据',
        remedy: '去掉形成循环的那一项',
      });
    const ranks = (library.codes['law-rank'] ?? []).map(({ id }) => id);
    if (text.rank !== undefined && !ranks.includes(text.rank))
      faults.push({
        file,
        line: pack.at(['rank']),
        what: `位阶 ${text.rank} 不在位阶的代码集中`,
        remedy: '改为代码集中的一项',
      });
    for (const [part, what] of clauseOwners) {
      const clause = text[part]?.clause;
      if (clause !== undefined && !pack.clauses.some(({ value }) => value.id === clause))
        faults.push({
          file,
          line: pack.at([part, 'clause']),
          clause,
          what: `${what}的条款不在本包中`,
          remedy: '改正条款编号，或者把该条款列入条款清单',
        });
    }
    for (const [index, unit] of (text.byAnalogy?.units ?? []).entries())
      if (library.codes['unit-type']?.some(({ id }) => id === unit) !== true)
        faults.push({
          file,
          line: pack.at(['byAnalogy', 'units', index]),
          what: `参照办理的机构类型 ${unit} 不在机构类型的代码集中`,
          remedy: '改为代码集中的一项',
        });
    const { from, until } = text.inForce;
    if (until !== undefined && until < from)
      faults.push({
        file,
        line: pack.at(['inForce', 'until']),
        what: `失效日 ${until} 早于施行日 ${from}`,
        remedy: '核对施行和失效的日期',
      });
    const edition = text.id.split('/').at(-1) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(edition))
      faults.push({
        file,
        line: pack.at(['id']),
        what: `版本文件夹 ${edition} 不是日期`,
        remedy: '版本文件夹以施行日命名，写作年-月-日',
      });
    else if (edition !== from && text.issued !== edition)
      faults.push({
        file,
        line: pack.at(['inForce', 'from']),
        what: `版本文件夹 ${edition} 与施行日 ${from} 不一致`,
        remedy: '版本文件夹以施行日命名',
      });
    return faults;
  });
}

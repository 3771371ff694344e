import type { Fault } from '../fault.ts';
import type { Library, Placed } from '../library.ts';
import { allRules } from './rule-texts.ts';
import type { DeadlineText } from './rule-texts.ts';
import { thing } from './things.ts';

/** Deadlines among themselves: rules of one duty merge, so they must be about the same thing under the same name. */
export function checkDuties(library: Library): readonly Fault[] {
  const deadlines = allRules(library)
    .map(({ rule }) => rule)
    .filter((rule): rule is Placed<DeadlineText> => rule.value.kind === 'deadline');
  return deadlines.flatMap((rule) => {
    const { value, file } = rule;
    const clause = value.cites[0] ?? value.within.unitBasis;
    const faults: Fault[] = [];
    const first = deadlines.find((other) => other.value.duty === value.duty)?.value ?? value;
    if (first.per !== value.per)
      faults.push({
        file,
        line: rule.at(['per']),
        clause,
        what: `期限 ${value.duty} 在规则 ${first.id} 中按${thing(first.per)}计算，在规则 ${value.id} 中按${thing(value.per)}计算`,
        remedy: '同一期限的各条规则使用同一对象',
      });
    if (first.label !== value.label)
      faults.push({
        file,
        line: rule.at(['label']),
        clause,
        what: `期限 ${value.duty} 在规则 ${first.id} 中叫“${first.label}”，在规则 ${value.id} 中叫“${value.label}”`,
        remedy: '同一期限的各条规则使用同一名称',
      });
    if (value.until === undefined && value.lapses !== true)
      faults.push({
        file,
        line: rule.line,
        clause,
        what: `规则 ${value.id} 没有写到什么事实为止`,
        remedy: '在 until 写明什么事实算作履行；只是等它过去的期间，写 lapses: true',
      });
    const start = value.start;
    const endOf = typeof start === 'object' && 'endOf' in start ? start.endOf : [];
    for (const end of typeof endOf === 'string' ? [endOf] : endOf)
      if (!deadlines.some((other) => other.value.duty === end))
        faults.push({
          file,
          line: rule.at(['start', 'endOf']),
          clause,
          what: `规则 ${value.id} 自期限 ${end} 届满起算，而没有这个期限`,
          remedy: '改为现有期限的名称',
        });
    return faults;
  });
}

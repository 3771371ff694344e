import { factDefinitions } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library, Placed } from '../library.ts';
import { allRules } from './rule-texts.ts';
import type { DefinitionText } from './rule-texts.ts';

/** Definitions among themselves: those of one word are rows of one table, so they must speak of the same thing. */
export function checkDefinitions(library: Library): readonly Fault[] {
  const definitions = allRules(library)
    .map(({ rule }) => rule)
    .filter((rule): rule is Placed<DefinitionText> => rule.value.kind === 'definition');
  return definitions.flatMap((rule) => {
    const { value, file } = rule;
    const clause = value.cites[0] ?? '';
    const faults: Fault[] = [];
    const first = definitions.find((other) => other.value.defines === value.defines)?.value ?? value;
    for (const [key, what] of [
      ['per', '对象'],
      ['type', '类型'],
      ['label', '名称'],
    ] as const)
      if (first[key] !== value[key])
        faults.push({
          file,
          line: rule.at([key]),
          clause,
          what: `${value.defines} 在规则 ${first.id} 和规则 ${value.id} 中的${what}不一致`,
          remedy: `同一个词的各条定义使用同一${what}`,
        });
    if (factDefinitions.has(value.defines))
      faults.push({
        file,
        line: rule.at(['defines']),
        clause,
        what: `规则 ${value.id} 所定义的 ${value.defines} 已经是案卷中的事实`,
        remedy: '换一个名称',
      });
    if (
      value.type === 'bool' &&
      typeof value.gives === 'object' &&
      !('fact' in value.gives || 'param' in value.gives)
    )
      faults.push({
        file,
        line: rule.at(['gives']),
        clause,
        what: `规则 ${value.id} 定义的是是非，却给出了日期或者金额`,
        remedy: '改正类型，或者把条件写入 when、结果写 true',
      });
    return faults;
  });
}

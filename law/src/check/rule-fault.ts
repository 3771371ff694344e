import type { Fault } from '../fault.ts';
import type { PackRule } from './rule-texts.ts';

/** A fault of a rule, told where it is written and with the clause it carries. */
export function ruleFault(
  { rule }: PackRule,
  path: readonly PropertyKey[],
  what: string,
  remedy: string,
): Fault {
  const clause = rule.value.cites[0];
  return {
    file: rule.file,
    line: rule.at(path),
    ...(clause === undefined ? {} : { clause }),
    what: `规则 ${rule.value.id} ${what}`,
    remedy,
  };
}

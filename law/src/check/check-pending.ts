import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { ruleFault } from './rule-fault.ts';
import { rulesOf } from './rule-texts.ts';

/** A pack whose text is not at hand: nothing in it can claim a clause, everything in it is an assumption and says so. */
export function checkPending(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) =>
    pack.text.pending === undefined
      ? []
      : [
          ...pack.params
            .filter(({ value }) => value.assumption === undefined)
            .map(({ value, file, line }) => ({
              file,
              line,
              ...(value.clause === undefined ? {} : { clause: value.clause }),
              what: `参数“${value.label}”（${value.id}）在待补的规则包中，却没有说明取值凭什么`,
              remedy: '在 assumption 写明凭什么取这个值，补齐原文之后再改',
            })),
          ...rulesOf(pack)
            .filter(({ rule }) => rule.value.assumption === undefined)
            .map((one) =>
              ruleFault(
                one,
                [],
                '在待补的规则包中，却没有说明凭什么这样写',
                '在 assumption 写明凭什么，补齐原文之后再改',
              ),
            ),
        ],
  );
}

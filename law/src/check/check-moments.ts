import { factDefinitions } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { ruleFault } from './rule-fault.ts';
import { allRules } from './rule-texts.ts';

/** What a limit begins with, ends with, is lengthened or suspended by has to be something that happens on a day. */
export function checkMoments(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) => {
    const { value } = one.rule;
    if (value.kind !== 'deadline') return [];
    const named: readonly (readonly [string, readonly PropertyKey[], string | undefined])[] = [
      ['起算', ['start'], typeof value.start === 'string' ? value.start : undefined],
      ['终止', ['until'], value.until],
      ...(value.extend ?? []).map(
        ({ granted }, index) => ['延长', ['extend', index, 'granted'], granted] as const,
      ),
      ...(value.suspend ?? []).flatMap(({ from, to }, index) => [
        ['中止', ['suspend', index, 'from'], from] as const,
        ['恢复', ['suspend', index, 'to'], to] as const,
      ]),
    ];
    return named.flatMap(([what, path, reference]) => {
      const fact = reference === undefined ? undefined : factDefinitions.get(reference);
      return fact === undefined || !['int', 'list', 'text', 'money'].includes(fact.type)
        ? []
        : [
            ruleFault(
              one,
              path,
              `以“${fact.label}”（${fact.id}）${what}，而它没有发生的日期`,
              '改为有发生日期的事，例如已立案、已送达',
            ),
          ];
    });
  });
}

import { factsNamed, withoutNames } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { ruleFault } from './rule-fault.ts';
import { allRules, isException } from './rule-texts.ts';

/** Words an officer will read: they become part of a sentence, so they neither end one nor hold identifiers. */
export function checkWording(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) => {
    const { value } = one.rule;
    const words: readonly (readonly [string, readonly PropertyKey[], string])[] = isException(value)
      ? []
      : value.kind === 'gate'
        ? [
            ['理由', ['because'], value.because],
            ['补救', ['remedy', 'says'], value.remedy.says],
          ]
        : value.kind === 'deadline'
          ? [['名称', ['label'], value.label]]
          : [];
    // A fact that the gate does not compare has no value to be said.
    const compared = 'unless' in value ? JSON.stringify([value.when, value.unless]) : '';
    return words.flatMap(([what, path, text]) => [
      ...factsNamed(text)
        .filter((name) => !compared.includes(`"${name}"`))
        .map((name) =>
          ruleFault(
            one,
            path,
            `的${what}里要写出的「${name}」不在它的条件之中`,
            '写出条件里比较的事实，或者删去',
          ),
        ),
      ...(/[。；，]$/.test(text)
        ? [ruleFault(one, path, `的${what}以标点结尾`, '去掉末尾的标点，句子由系统连起来')]
        : []),
      ...(/[A-Za-z_]{2,}/.test(withoutNames(text))
        ? [ruleFault(one, path, `的${what}里有拉丁字母`, '改用办案人看得懂的中文')]
        : []),
    ]);
  });
}

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
    return words.flatMap(([what, path, text]) => [
      ...(/[。；，]$/.test(text)
        ? [ruleFault(one, path, `的${what}以标点结尾`, '去掉末尾的标点，句子由系统连起来')]
        : []),
      ...(/[A-Za-z_]{2,}/.test(text.replaceAll('{subject}', ''))
        ? [ruleFault(one, path, `的${what}里有拉丁字母`, '改用办案人看得懂的中文')]
        : []),
    ]);
  });
}

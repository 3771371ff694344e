import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { ruleFault } from './rule-fault.ts';
import { allRules } from './rule-texts.ts';

/** Demands on fields that the field cannot meet, and fields demanded twice. */
export function checkNeeds(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) => {
    const { value } = one.rule;
    if (value.kind !== 'record') return [];
    return value.fields.flatMap((needed, index) => {
      const field = library.fields[needed.field];
      if (field === undefined) return [];
      const named = `栏目“${field.label}”（${field.id}）`;
      const at = (key: string) => ['fields', index, key];
      return [
        ...(value.fields.findIndex((other) => other.field === needed.field) < index
          ? [ruleFault(one, at('field'), `把${named}要求了两次`, '合成一项')]
          : []),
        ...(needed.minLength !== undefined && !['text', 'longtext'].includes(field.type)
          ? [ruleFault(one, at('minLength'), `对不是文字的${named}规定了字数`, '去掉字数')]
          : []),
        ...(needed.format !== undefined && !['text', 'longtext'].includes(field.type)
          ? [ruleFault(one, at('format'), `对不是文字的${named}规定了写法`, '去掉写法')]
          : []),
        ...(['contains', 'lacks'] as const).flatMap((words) =>
          needed[words] !== undefined && !['text', 'longtext'].includes(field.type)
            ? [ruleFault(one, at(words), `对不是文字的${named}规定了词语`, '去掉词语')]
            : [],
        ),
        ...(['notBefore', 'notAfter'] as const).flatMap((bound) =>
          needed[bound] !== undefined && !['day', 'instant'].includes(field.type)
            ? [ruleFault(one, at(bound), `对不是日期的${named}规定了先后`, '去掉先后，或者改用日期栏目')]
            : [],
        ),
      ];
    });
  });
}

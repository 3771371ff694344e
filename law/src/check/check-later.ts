import { isLater } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';

const names = {
  recording: '录音录像',
  register: '台账清单',
  report: '报告',
  responsibility: '过错责任',
  evaluation: '案卷评查',
} as const;

/** Kinds that can be written but are not carried yet: a rule that silently does nothing must not look as if it did. */
export function checkLater(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) =>
    pack.rules.flatMap(({ value, file, at }): readonly Fault[] => {
      if (!isLater(value)) return [];
      const [clause] = value.cites;
      return [
        {
          file,
          line: at(['kind']),
          ...(clause === undefined ? {} : { clause }),
          what: `规则 ${value.id} 属于“${names[value.kind]}”类（${value.kind}），写法已定，尚不支持`,
          remedy: '先去掉这条规则，把条款的状态写成 later；只须展示的写成 display 并写明在哪里',
        },
      ];
    }),
  );
}

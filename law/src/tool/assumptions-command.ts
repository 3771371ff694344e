import { unitLabels } from '@zhaozhang/core';
import type { Assumption } from '@zhaozhang/core';
import { assumptionsOf } from '../assumptions.ts';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';

/** All that the packs take for granted, to be confirmed one by one before a release or an activation. */
export async function assumptionsCommand(
  dir: string,
  json: boolean,
): Promise<{ lines: readonly string[]; exitCode: number }> {
  const library = await readLibrary(dir);
  if (library.faults.length > 0) return { lines: library.faults.map(faultSentence), exitCode: 1 };
  const all = assumptionsOf(library, [...library.packs.keys()]);
  if (json) return { lines: [JSON.stringify({ assumptions: all }, undefined, 2)], exitCode: 0 };
  const pending = [...library.packs.values()].filter(({ text }) => text.pending !== undefined);
  return {
    lines: [
      '编号\t名称\t取值\t理由\t条款\t规则包',
      ...all.map((one) =>
        [one.id, one.label, valueText(one), one.reason, one.clause ?? '—', one.pack].join('\t'),
      ),
      `待确认 ${all.length} 项；待补原文的规则包 ${pending.length} 个`,
    ],
    exitCode: 0,
  };
}

function valueText({ value, unit }: Assumption): string {
  if (value === undefined) return '—';
  const text = Array.isArray(value) ? value.join('、') : String(value);
  return unit === undefined ? text : `${text} ${unitLabels[unit] ?? unit}`;
}

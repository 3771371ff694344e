import { loosens } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Pack, Placed } from '../library.ts';
import type { ParamText } from '../texts.ts';

/**
 * A parameter that a parent pack has set may be set again only the strict way: a normative document may neither take
 * rights away nor lengthen what binds the agency (只紧不松). Loosening stands only on a clause of higher law that is named.
 */
export function checkOverride(
  param: Placed<ParamText>,
  pack: Pack,
  ancestors: readonly Pack[],
  known: ReadonlySet<string>,
): readonly Fault[] {
  const above = ancestors
    .flatMap((pack) => pack.params.map(({ value }) => value))
    .find((one) => one.id === param.value.id);
  if (above === undefined) return [];
  const { value, file } = param;
  const named = `参数“${value.label}”（${value.id}）`;
  const faults: Fault[] = [];
  if (
    value.protects !== above.protects ||
    value.type !== above.type ||
    value.unit !== above.unit ||
    value.tighter !== above.tighter
  )
    faults.push({
      file,
      line: param.line,
      what: `${named}与上位规则包所定的类型、单位、保护对象或者方向不一致`,
      remedy: '只改取值，其余照上位规则包',
    });
  if (value.basis !== undefined && !known.has(value.basis))
    faults.push({
      file,
      line: param.at(['basis']),
      clause: value.basis,
      what: `${named}放宽所依据的条款不存在`,
      remedy: '改正条款编号',
    });
  if (
    above.looserIn !== undefined &&
    loosens(value.value, above.value, above.tighter) &&
    !isOfRank(pack, above.looserIn)
  )
    faults.push({
      file,
      line: param.at(['value']),
      code: 'OVERRIDE_LOOSENS',
      what: `${named}只有位阶更高的规定可以放宽：上位为 ${String(above.value)}，本包为 ${String(value.value)}`,
      remedy: '改为相同或者更紧；本包确是法律的，在规则包写明位阶',
    });
  else if (value.basis === undefined && loosens(value.value, above.value, above.tighter))
    faults.push({
      file,
      line: param.at(['value']),
      code: 'OVERRIDE_LOOSENS',
      what: `${named}比上位规则包放宽：上位为 ${String(above.value)}，本包为 ${String(value.value)}`,
      remedy: '改为相同或者更紧；上位法允许放宽的，在 basis 写明条款',
    });
  return faults;
}

function isOfRank(pack: Pack, ranks: readonly string[]): boolean {
  return pack.text.rank !== undefined && ranks.includes(pack.text.rank);
}

import { isOfType } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library, Pack, Placed } from '../library.ts';
import type { ParamText } from '../texts.ts';
import { ancestryOf } from './ancestry.ts';
import { checkOverride } from './check-override.ts';
import type { PackRule } from './rule-texts.ts';
import type { Use } from './uses.ts';

/** Parameters by themselves: where their value comes from. */
export function checkParams(library: Library): readonly Fault[] {
  return [...library.packs.values()].flatMap((pack) => {
    const known = new Set(
      ancestryOf(library, pack).flatMap((one) => one.clauses.map(({ value }) => value.id)),
    );
    return pack.params.flatMap((param) => [
      ...ofOne(param, known),
      ...ofLeft(param, pack),
      ...checkOverride(
        param,
        pack,
        ancestryOf(library, pack).filter((one) => one !== pack),
        known,
      ),
    ]);
  });
}

function ofOne(param: Placed<ParamText>, known: ReadonlySet<string>): readonly Fault[] {
  const { value, file } = param;
  const faults: Fault[] = [];
  const named = `参数“${value.label}”（${value.id}）`;
  if (value.clause !== undefined && !known.has(value.clause))
    faults.push({
      file,
      line: param.at(['clause']),
      clause: value.clause,
      what: `${named}所依据的条款不存在`,
      remedy: '改正条款编号',
    });
  if (value.source === 'clause' && value.clause === undefined)
    faults.push({
      file,
      line: param.line,
      what: `${named}说是条款规定的，却没有写明条款`,
      remedy: '写明条款；条款没有规定的，来源改为未规定并说明理由',
    });
  if (value.source === 'silent' && value.reason === undefined)
    faults.push({
      file,
      line: param.line,
      what: `${named}是条款没有规定的，却没有说明取值的理由`,
      remedy: '写明理由',
    });
  if (value.type === 'int' && value.protects !== 'control' && value.tighter === undefined)
    faults.push({
      file,
      line: param.line,
      what: `${named}保护当事人或者公众，却没有写明往哪边是收紧`,
      remedy: '写明 tighter：数值小为紧写 smaller，数值大为紧写 larger',
    });
  if (value.type === 'int' && typeof value.value === 'number' && value.value < 0)
    faults.push({
      file,
      line: param.at(['value']),
      what: `${named}的取值是负数`,
      remedy: '改为零或者正数',
    });
  else if (value.value !== undefined && !isOfType(value.value, value.type))
    faults.push({
      file,
      line: param.at(['value']),
      what: `${named}的取值与类型不符`,
      remedy: '核对类型和取值',
    });
  if (value.unit !== undefined && value.type !== 'int')
    faults.push({
      file,
      line: param.at(['unit']),
      what: `${named}不是数目，却写了单位`,
      remedy: '去掉单位，或者把类型改为 int',
    });
  return faults;
}

/** A value left to another law: not given here as well, and whatever would need it is barred until that law gives it. */
function ofLeft({ value, file, line, at }: Placed<ParamText>, { rules }: Pack): readonly Fault[] {
  if (value.leftTo === undefined) return [];
  const named = `参数“${value.label}”（${value.id}）`;
  if (value.value !== undefined)
    return [
      {
        file,
        line: at(['value']),
        what: `${named}说留给${value.leftTo}规定，却又给出了取值`,
        remedy: '去掉取值，或者去掉 leftTo',
      },
    ];
  const asks = JSON.stringify({ known: `param.${value.id}` });
  return rules.some(({ value: rule }) => rule.kind === 'gate' && JSON.stringify(rule).includes(asks))
    ? []
    : [
        {
          file,
          line,
          what: `${named}留给${value.leftTo}规定，却没有规则在还没有取值时拒绝`,
          remedy: '写一道关口，以 known 问它有没有取值',
        },
      ];
}

/** A parameter a rule uses: it must exist and have a value, else the rule could neither refuse nor owe anything. */
export function checkParamUse(
  library: Library,
  { pack, rule }: PackRule,
  use: Use & { kind: 'param' },
): readonly Fault[] {
  const line = rule.at(use.path);
  const clause = rule.value.cites[0];
  const at = { file: rule.file, line, ...(clause === undefined ? {} : { clause }) };
  const found = paramIn(ancestryOf(library, pack), use.name);
  if (found === undefined)
    return [
      {
        ...at,
        what: `规则 ${rule.value.id} 所用的参数 ${use.name} 不存在`,
        remedy: '改正编号，或者把它列入参数清单',
      },
    ];
  if (found.value === undefined && found.optional === undefined && found.leftTo === undefined)
    return [
      {
        ...at,
        code: 'PARAM_UNSET',
        what: `参数“${found.label}”（${found.id}）尚未取值，规则 ${rule.value.id} 不能启用`,
        remedy: '由机关确定取值并写入参数清单',
      },
    ];
  return [];
}

/** The parameter as the nearest of the packs sets it; where none does, as the nearest names it. */
export function paramIn(packs: readonly Pack[], id: string): ParamText | undefined {
  const found = packs
    .flatMap((pack) => pack.params.map(({ value }) => value))
    .filter((param) => param.id === id);
  return found.find((param) => param.value !== undefined) ?? found[0];
}

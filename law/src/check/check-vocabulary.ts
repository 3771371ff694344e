import { actDefinitions, describe } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';

/** Fields: each once, with codes that exist, offered by acts that exist. */
export function checkVocabulary(library: Library): readonly Fault[] {
  return [...ofFields(library), ...ofPlannedActs(library)];
}

/** What is there need not be planned: the list would say of an act at work that it is not open yet. */
function ofPlannedActs(library: Library): readonly Fault[] {
  return [...library.plannedActs.values()]
    .filter(({ value }) => actDefinitions.has(value.name))
    .map(({ value, file, line }) => ({
      file,
      line,
      what: `行为“${value.label}”（${value.name}）已经开通`,
      remedy: '从计划中去掉',
    }));
}

function ofFields(library: Library): readonly Fault[] {
  const seen = new Set<string>();
  return library.fieldRows.flatMap((row) => {
    const { value, file } = row;
    const named = `栏目“${value.label}”（${value.id}）`;
    const faults: Fault[] = [];
    if (seen.has(value.id))
      faults.push({ file, line: row.line, what: `${named}重复`, remedy: '每个栏目只写一次' });
    seen.add(value.id);
    if (value.type === 'enum' && value.codes === undefined)
      faults.push({ file, line: row.line, what: `${named}是选项，却没有写明代码集`, remedy: '写明代码集' });
    if (value.codes !== undefined && library.codes[value.codes] === undefined)
      faults.push({
        file,
        line: row.at(['codes']),
        what: `${named}的代码集 ${value.codes} 不存在`,
        remedy: '改正名称，或者建立该代码集',
      });
    value.offeredBy?.forEach((act, index) => {
      if (!actDefinitions.has(act))
        faults.push({
          file,
          line: row.at(['offeredBy', index]),
          what: `${named}所列的行为 ${act} 不存在`,
          remedy: '改为现有的行为',
        });
    });
    value.offeredOfParties?.forEach((act, index) => {
      if (actDefinitions.get(act)?.parts === undefined)
        faults.push({
          file,
          line: row.at(['offeredOfParties', index]),
          what: `${named}所列的行为 ${act} 不登记当事人`,
          remedy: '改为登记当事人的行为',
        });
    });
    value.offeredOfKinds?.forEach((kind, index) => {
      if (library.codes['party-kind']?.some((code) => code.id === kind) !== true)
        faults.push({
          file,
          line: row.at(['offeredOfKinds', index]),
          what: `${named}所列的 ${kind} 不是当事人的类型`,
          remedy: '改为当事人的类型，或者去掉',
        });
    });
    for (const act of Object.keys(value.defaults ?? {}))
      if (!actDefinitions.has(act))
        faults.push({
          file,
          line: row.at(['defaults', act]),
          what: `${named}为其另定缺省文字的行为 ${act} 不存在`,
          remedy: '改为现有的行为',
        });
    const choices = (value.offeredBy ?? []).flatMap((act) => narrowingCodes(library, act));
    value.offeredFor?.forEach((code, index) => {
      if (!choices.includes(code))
        faults.push({
          file,
          line: row.at(['offeredFor', index]),
          what: `${named}所列的选项 ${code} 不是决定表单栏目的选项`,
          remedy: '改为该行为的选项，或者去掉',
        });
    });
    return faults;
  });
}

/** Codes of the input that decides which fields the act's form shows. */
function narrowingCodes(library: Library, act: string): readonly string[] {
  const input = actDefinitions.get(act)?.input;
  const narrowing = input === undefined ? [] : describe(input).filter((field) => field.narrows === true);
  return narrowing.flatMap(({ codes }) => (library.codes[codes ?? ''] ?? []).map((code) => code.id));
}

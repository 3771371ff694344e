import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { actDefinitions } from '@zhaozhang/core';
import { told } from '../fault.ts';
import type { Fault } from '../fault.ts';
import { chaptersOf, readRows } from '../library.ts';
import type { Library, Placed } from '../library.ts';
import { checked, readYaml } from '../read-yaml.ts';
import { ancestryOf } from '../check/ancestry.ts';
import { exampleText, standardText, stepsOf, storyText } from './example-text.ts';
import type { ExampleText, StandardText } from './example-text.ts';

/** An example with the pack it stands in. */
export interface PackExample extends Placed<ExampleText> {
  readonly pack: string;
  /** Clause ids and title: what its test is called, and how the coverage of the law finds it. */
  readonly name: string;
}

export interface Examples {
  readonly standard: StandardText | undefined;
  readonly examples: readonly PackExample[];
  readonly faults: readonly Fault[];
}

/** Reads the standard case and the examples of every pack. */
export async function readExamples(dir: string, library: Library): Promise<Examples> {
  const faults: Fault[] = [];
  const standard = await readStandard(dir, faults);
  const examples: PackExample[] = [];
  const names = new Set<string>();
  const params = new Set(
    [...library.packs.values()].flatMap((pack) => pack.params.map(({ value }) => value.id)),
  );
  for (const pack of library.packs.values()) {
    const list = pack.file.replace(/pack\.yaml$/, 'examples');
    const files = (await chaptersOf(dir, list)).filter((file) => existsSync(join(dir, file)));
    const known = new Set(
      ancestryOf(library, pack).flatMap((one) => one.clauses.map(({ value }) => value.id)),
    );
    for (const file of files)
      for (const row of await readRows(dir, file, faults, '示例', () => exampleText)) {
        const example = {
          ...row,
          pack: pack.text.id,
          name: `${row.value.cites.join(' ')} ${row.value.title}`,
        };
        faults.push(
          ...faultsOf(example, known, params, standard),
          ...(names.has(example.name) ? [twice(example)] : []),
        );
        examples.push(example);
        names.add(example.name);
      }
  }
  return { standard, examples, faults };
}

async function readStandard(dir: string, faults: Fault[]): Promise<StandardText | undefined> {
  const file = 'examples/standard.yaml';
  const read = await readYaml(join(dir, file), file);
  if ('fault' in read) return told(faults, [read.fault], undefined);
  const result = checked(read.yaml, standardText, read.yaml.raw, [], '标准案');
  if ('faults' in result) return told(faults, result.faults, undefined);
  return { ...result.value, stories: await readStories(dir, faults) };
}

/** The other cases examples may start from: each file beside the standard case. */
async function readStories(dir: string, faults: Fault[]): Promise<NonNullable<StandardText['stories']>> {
  const stories: Record<string, NonNullable<StandardText['stories']>[string]> = {};
  const names = (await readdir(join(dir, 'examples')))
    .filter((name) => name.endsWith('.yaml') && name !== 'standard.yaml')
    .sort();
  for (const name of names) {
    const file = `examples/${name}`;
    const read = await readYaml(join(dir, file), file);
    const result =
      'fault' in read ? { faults: [read.fault] } : checked(read.yaml, storyText, read.yaml.raw, [], '案');
    if ('faults' in result) faults.push(...result.faults);
    else stories[name.replace(/\.yaml$/, '')] = result.value;
  }
  return stories;
}

function faultsOf(
  example: PackExample,
  known: ReadonlySet<string>,
  params: ReadonlySet<string>,
  standard: StandardText | undefined,
): readonly Fault[] {
  const { value, file } = example;
  const at = (path: readonly PropertyKey[], what: string, remedy: string): Fault => ({
    file,
    line: example.at(path),
    what: `示例“${value.title}”${what}`,
    remedy,
  });
  const steps = new Set(
    standard === undefined
      ? []
      : [...stepsOf(value, standard), ...(standard.asides ?? [])].map((step) => step.as),
  );
  const names = [
    ...(value.upTo === undefined ? [] : [{ name: value.upTo, path: ['upTo'] }]),
    ...(value.omit ?? []).map((name, index) => ({ name, path: ['omit', index] })),
    ...(value.with ?? []).map((name, index) => ({ name, path: ['with', index] })),
    ...Object.keys(value.change ?? {}).map((name) => ({ name, path: ['change', name] })),
    ...(typeof value.try === 'string' ? [{ name: value.try, path: ['try'] }] : []),
  ];
  const written = [
    ...(value.add ?? []).map((step, index) => ({ step, path: ['add', index, 'act'] })),
    ...(value.lifts ?? []).map((step, index) => ({ step, path: ['lifts', index, 'act'] })),
    ...(typeof value.try === 'object' ? [{ step: value.try, path: ['try', 'act'] }] : []),
  ];
  const unknown = Object.keys(value.params ?? {}).filter((id) => !params.has(id));
  const aboutAct = value.expect.refused !== undefined || value.expect.done === true;
  if (value.story !== undefined && standard?.stories?.[value.story] === undefined)
    return [at(['story'], `所出发的案 ${value.story} 不存在`, '改为 examples 中现有的案')];
  return [
    ...value.cites.flatMap((clause, index) =>
      known.has(clause)
        ? []
        : [at(['cites', index], `所引的条款 ${clause} 不在本包和它所依据的规则包中`, '改正条款编号')],
    ),
    ...names.flatMap(({ name, path }) =>
      steps.has(name) ? [] : [at(path, `所说的步骤 ${name} 不在所出发的案中`, '改为该案的步骤名称')],
    ),
    ...written.flatMap(({ step, path }) =>
      actDefinitions.has(step.act) ? [] : [at(path, `所用的行为 ${step.act} 不存在`, '改为现有的行为')],
    ),
    ...unknown.map((id) => at(['params', id], `另定的参数 ${id} 不存在`, '改为参数清单中的编号')),
    ...(aboutAct && value.try === undefined
      ? [at([], '写了准许或者拒绝的结果，却没有写明要办的事', '在 try 中写明步骤')]
      : []),
    ...(value.lifts !== undefined && value.expect.refused === undefined
      ? [at(['lifts'], '写了补救，却没有写明被拒', '先写明被拒的结果')]
      : []),
  ];
}

function twice({ file, line, value }: PackExample): Fault {
  return { file, line, what: `示例“${value.title}”与另一示例同名`, remedy: '换一个标题' };
}

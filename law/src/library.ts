import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFor } from '@zhaozhang/core';
import type { Code, Field, RuleText } from '@zhaozhang/core';
import { readCalendarYear, readStatute } from '@zhaozhang/core/time';
import type { CalendarYear, Statute } from '@zhaozhang/core/time';
import type { z } from 'zod';
import { told } from './fault.ts';
import type { Fault } from './fault.ts';
import { checked, readYaml } from './read-yaml.ts';
import type { YamlFile } from './read-yaml.ts';
import {
  clauseText,
  codesText,
  fieldText,
  numbersText,
  packText,
  paramText,
  plannedActText,
} from './texts.ts';
import type { ClauseRow, FieldText, PackText, ParamText, PlannedAct } from './texts.ts';

/** Where something stands, for faults found later. */
export interface Placed<T> {
  readonly value: T;
  readonly file: string;
  readonly line: number;
  /** Line of something inside it, by its path of keys. */
  at(path: readonly PropertyKey[]): number;
}

export interface Pack {
  readonly text: PackText;
  readonly file: string;
  at(path: readonly PropertyKey[]): number;
  readonly clauses: readonly Placed<ClauseRow>[];
  readonly params: readonly Placed<ParamText>[];
  readonly rules: readonly Placed<RuleText>[];
}

/** Everything under `law/`, read and checked file by file. */
export interface Library {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly codes: Readonly<Record<string, readonly Code[]>>;
  readonly fields: Readonly<Record<string, Field>>;
  /** The same fields with the places they stand in. */
  readonly fieldRows: readonly Placed<FieldText>[];
  readonly numbers: Readonly<Record<string, string>>;
  /** Acts that rules may name although they are not there yet, by name. */
  readonly plannedActs: ReadonlyMap<string, Placed<PlannedAct>>;
  readonly calendarYears: readonly CalendarYear[];
  readonly statute: Statute;
  readonly faults: readonly Fault[];
}

/** Reads the law from a folder (`vocabulary/`, `packs/`, `calendar/`). What is wrong comes back as faults. */
export async function readLibrary(dir: string): Promise<Library> {
  const faults: Fault[] = [];
  const one = async <T>(file: string, schema: z.ZodType<T>, what: string, fallback: T): Promise<T> => {
    const read = await readYaml(join(dir, file), file);
    if ('fault' in read) return told(faults, [read.fault], fallback);
    const result = checked(read.yaml, schema, read.yaml.raw, [], what);
    if ('faults' in result) return told(faults, result.faults, fallback);
    return result.value;
  };
  const codes: Record<string, readonly Code[]> = {};
  for (const file of await chaptersOf(dir, 'vocabulary/codes'))
    for (const [set, list] of Object.entries(await one(file, codesText, '代码集', {}))) {
      if (codes[set] !== undefined)
        faults.push({ file, line: 1, what: `代码集 ${set} 已经写在别处`, remedy: '合成一处' });
      codes[set] = list;
    }
  const fieldRows = await readChapters(dir, 'vocabulary/fields', faults, '栏目', () => fieldText);
  const numbers = await one('vocabulary/numbers.yaml', numbersText, '编号', {});
  const planned = await readChapters(dir, 'vocabulary/acts', faults, '计划中的行为', () => plannedActText);
  const packs = new Map<string, Pack>();
  for (const folder of await packFolders(join(dir, 'packs'), faults)) {
    const pack = await readPack(dir, folder, faults);
    if (pack !== undefined) packs.set(pack.text.id, pack);
  }
  const calendar = await readCalendar(dir, faults);
  return {
    packs,
    codes,
    fields: fieldsById(fieldRows),
    fieldRows,
    numbers,
    plannedActs: new Map(planned.map((row) => [row.value.name, row])),
    ...calendar,
    faults,
  };
}

export function fieldsById(rows: readonly Placed<FieldText>[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(rows.map(({ value }) => [value.id, value as Field]));
}

/** Folders of packs, three levels down: authority, instrument, edition. What stands anywhere else would be overlooked. */
async function packFolders(root: string, faults: Fault[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const authority of await foldersIn(root, '', faults))
    for (const instrument of await foldersIn(root, authority, faults))
      for (const edition of await foldersIn(root, `${authority}/${instrument}`, faults))
        found.push(`${authority}/${instrument}/${edition}`);
  return found.sort();
}

async function foldersIn(root: string, under: string, faults: Fault[]): Promise<readonly string[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true }).catch(() => []);
  for (const entry of entries)
    if (!entry.isDirectory())
      faults.push({
        file: ['packs', under, entry.name].filter((part) => part !== '').join('/'),
        line: 1,
        what: '这个文件不在任何规则包里',
        remedy: '规则包按发布机关、文件、版本三层文件夹存放，把它移到版本文件夹中',
      });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function readPack(dir: string, folder: string, faults: Fault[]): Promise<Pack | undefined> {
  const base = `packs/${folder}`;
  const head = await readYaml(join(dir, base, 'pack.yaml'), `${base}/pack.yaml`);
  if ('fault' in head) return told(faults, [head.fault], undefined);
  const text = checked(head.yaml, packText, head.yaml.raw, [], '规则包');
  if ('faults' in text) return told(faults, text.faults, undefined);
  if (text.value.id !== folder) {
    const line = head.yaml.lineOf(['id']);
    faults.push({
      file: head.yaml.file,
      line,
      what: `编号 ${text.value.id} 与所在文件夹不一致`,
      remedy: `把编号写成 ${folder}`,
    });
  }
  return {
    text: text.value,
    file: head.yaml.file,
    at: head.yaml.lineOf,
    clauses: await readChapters(dir, `${base}/clauses`, faults, '条款', () => clauseText),
    params: await readChapters(dir, `${base}/params`, faults, '参数', () => paramText),
    rules: await readChapters(dir, `${base}/rules`, faults, '规则', schemaFor),
  };
}

/** Reads a list that stands in one file (`rules.yaml`), in a folder of its name (`rules/*.yaml`, by chapter), or in both. */
export async function readChapters<T>(
  dir: string,
  list: string,
  faults: Fault[],
  what: string,
  schemaOf: (raw: unknown) => z.ZodType<T>,
): Promise<readonly Placed<T>[]> {
  const rows: Placed<T>[] = [];
  for (const file of await chaptersOf(dir, list))
    rows.push(...(await readRows(dir, file, faults, what, schemaOf)));
  return rows;
}

/** The files a list stands in, the single file first; that one is named even where nothing is, so that it is missed. */
export async function chaptersOf(dir: string, list: string): Promise<readonly string[]> {
  const inFolder = (await readdir(join(dir, list)).catch(() => []))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${list}/${name}`);
  const single = `${list}.yaml`;
  const stands = await access(join(dir, single)).then(
    () => true,
    () => false,
  );
  return stands || inFolder.length === 0 ? [single, ...inFolder] : inFolder;
}

/** Reads a file that lists things one by one; each is checked by the schema its own text calls for. */
export async function readRows<T>(
  dir: string,
  file: string,
  faults: Fault[],
  what: string,
  schemaOf: (raw: unknown) => z.ZodType<T>,
): Promise<readonly Placed<T>[]> {
  const read = await readYaml(join(dir, file), file);
  if ('fault' in read) return told(faults, [read.fault], []);
  const { yaml } = read;
  if (!Array.isArray(yaml.raw)) {
    faults.push({ file, line: 1, what: `${what}应当逐条列出`, remedy: '每条以短横线开头；没有的写 []' });
    return [];
  }
  return yaml.raw.flatMap((raw: unknown, index) => {
    const named = `第 ${index + 1} 条${what}`;
    const result = checked(yaml, schemaOf(raw), raw, [index], named);
    if ('faults' in result) return told(faults, result.faults.map(cited(raw)), []);
    const at = (path: readonly PropertyKey[]) => yaml.lineOf([index, ...path]);
    return [{ value: result.value, file, line: at([]), at }];
  });
}

/** Names the clause a row speaks of, though the row itself could not be read. */
function cited(raw: unknown): (fault: Fault) => Fault {
  const { cites, kind, id } = (raw ?? {}) as { cites?: unknown; kind?: unknown; id?: unknown };
  const clause = Array.isArray(cites) ? (cites[0] as unknown) : kind === undefined ? id : undefined;
  return (fault) => (typeof clause === 'string' && /^[A-Z]/.test(clause) ? { clause, ...fault } : fault);
}

async function readCalendar(
  dir: string,
  faults: Fault[],
): Promise<Pick<Library, 'calendarYears' | 'statute'>> {
  const root = join(dir, 'calendar/CN');
  const files = (await readdir(root).catch(() => [])).filter((name) => /^\d{4}\.yaml$/.test(name)).sort();
  const years: CalendarYear[] = [];
  for (const name of files) {
    const year = await readOne(join(root, name), `calendar/CN/${name}`, faults, readCalendarYear);
    if (year !== undefined) years.push(year);
  }
  const statute = await readOne(join(root, 'statute.yaml'), 'calendar/CN/statute.yaml', faults, readStatute);
  return { calendarYears: years, statute: statute ?? { title: '', editions: [], movable: [] } };
}

async function readOne<T>(
  path: string,
  file: string,
  faults: Fault[],
  read: (raw: unknown) => T,
): Promise<T | undefined> {
  const result = await readYaml(path, file);
  if ('fault' in result) return told(faults, [result.fault], undefined);
  try {
    return read((result.yaml as YamlFile).raw);
  } catch (error) {
    faults.push({
      file,
      line: 1,
      what: error instanceof Error ? error.message : String(error),
      remedy: '按日历说明的写法改正',
    });
    return undefined;
  }
}

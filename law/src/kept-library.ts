import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleText } from '@zhaozhang/core';
import { checkLibrary } from './check/check-library.ts';
import { folderDigest } from './folder-digest.ts';
import { fieldsById } from './library.ts';
import type { Library, Pack, Placed } from './library.ts';
import { lineOfIn } from './read-yaml.ts';
import type { ClauseRow, FieldText, ParamText, PlannedAct } from './texts.ts';

/** Reading the law takes a second of each start. It is read and checked when the product is built, and kept beside it. */
const keptIn = (dir: string) => join(dir, 'library.json');

/** Something that stands in a list: which one of its file it is, instead of a function that tells its lines. */
interface Row<T> {
  readonly value: T;
  readonly file: string;
  readonly line: number;
  readonly index: number;
}

interface KeptPack {
  readonly text: Pack['text'];
  readonly file: string;
  readonly clauses: readonly Row<ClauseRow>[];
  readonly params: readonly Row<ParamText>[];
  readonly rules: readonly Row<RuleText>[];
}

interface Kept extends Pick<Library, 'codes' | 'numbers' | 'calendarYears' | 'statute'> {
  /** Of the law with this digest and no other. */
  readonly digest: string;
  readonly fieldRows: readonly Row<FieldText>[];
  readonly plannedActs: readonly Row<PlannedAct>[];
  readonly packs: readonly KeptPack[];
}

/**
 * Leaves a library beside the law it was read from, if nothing is wrong with it. One with faults is not kept: whoever
 * starts with it is told about them.
 */
export async function keepLibrary(dir: string, library: Library): Promise<boolean> {
  if (checkLibrary(library).length > 0) return false;
  const { codes, numbers, calendarYears, statute, fieldRows, plannedActs, packs } = library;
  const kept: Kept = {
    digest: folderDigest(dir),
    ...{ codes, numbers, calendarYears, statute },
    fieldRows: rows(fieldRows),
    plannedActs: rows([...plannedActs.values()]),
    packs: [...packs.values()].map(({ text, file, clauses, params, rules }) => ({
      ...{ text, file },
      clauses: rows(clauses),
      params: rows(params),
      rules: rows(rules),
    })),
  };
  // Whole or not at all: somebody may be starting at this moment.
  const coming = `${keptIn(dir)}.${process.pid}`;
  await writeFile(coming, JSON.stringify(kept));
  await rename(coming, keptIn(dir));
  return true;
}

/**
 * The library that was kept, sound and whole. Nothing where there is none, or where it was read from another law: whoever
 * changes the law by hand has it read anew.
 */
export async function keptLibrary(dir: string, digest: string): Promise<Library | undefined> {
  const text = await readFile(keptIn(dir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // Written by this very program when it was built.
  const kept = JSON.parse(text) as Kept;
  if (kept.digest !== digest) return undefined;
  const { codes, numbers, calendarYears, statute } = kept;
  const lines = linesIn(dir);
  const placed = <T>(list: readonly Row<T>[]): readonly Placed<T>[] =>
    list.map(({ value, file, line, index }) => ({
      ...{ value, file, line },
      at: (path) => lines(file)([index, ...path]),
    }));
  const fieldRows = placed(kept.fieldRows);
  const packs = kept.packs.map(({ text: head, file, clauses, params, rules }): [string, Pack] => [
    head.id,
    {
      ...{ text: head, file },
      at: (path) => lines(file)(path),
      clauses: placed(clauses),
      params: placed(params),
      rules: placed(rules),
    },
  ]);
  return {
    ...{ codes, numbers, calendarYears, statute, fieldRows },
    packs: new Map(packs),
    fields: fieldsById(fieldRows),
    plannedActs: new Map(placed(kept.plannedActs).map((row) => [row.value.name, row])),
    faults: [],
  };
}

/** Which one of its file each is: where nothing was wrong, none is missing. */
function rows<T>(list: readonly Placed<T>[]): readonly Row<T>[] {
  const before = new Map<string, number>();
  return list.map(({ value, file, line }) => {
    const index = before.get(file) ?? 0;
    before.set(file, index + 1);
    return { value, file, line, index };
  });
}

/** The lines of the files of a folder. A file is looked into when somebody asks: mostly nobody does. */
function linesIn(dir: string): (file: string) => (path: readonly PropertyKey[]) => number {
  const opened = new Map<string, (path: readonly PropertyKey[]) => number>();
  return (file) => {
    const known = opened.get(file) ?? lineOfIn(readFileSync(join(dir, file), 'utf8'));
    opened.set(file, known);
    return known;
  };
}

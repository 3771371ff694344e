import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { agencySchema, patternsText, writtenFamily, writtenStory } from './story.ts';
import type { Patterns, Story, StoryAgency } from './story.ts';
import { familyWrittenOut, writtenOut } from './write-out.ts';

export type NamedStory = Story & { readonly file: string };

export interface Stories {
  readonly agency: StoryAgency;
  readonly stories: readonly NamedStory[];
}

/** Beside the stories; neither is one. */
const AGENCY = 'agency.yaml';
const PATTERNS = 'patterns.yaml';
/** Folders of further stories, and of those that make a case of every row. */
const MORE = 'more';
const FAMILIES = 'families';

/**
 * Reads the agency and the stories of a folder, in the order of their names. The few that stand in the folder itself
 * are enough for most tests; `all` also reads the further ones and the families, which make the office a busy one.
 */
export async function readStories(
  dir: string,
  { all = false }: { readonly all?: boolean } = {},
): Promise<Stories> {
  const agency = await readAgency(dir);
  const patterns = await patternsOf(dir);
  const few = (await yamlFiles(dir)).filter((name) => name !== AGENCY && name !== PATTERNS);
  const further = all ? [MORE, FAMILIES] : [];
  const files = await Promise.all(
    further.map(async (folder) => (await yamlFiles(join(dir, folder))).map((name) => join(folder, name))),
  );
  const stories = await Promise.all(
    [...few, ...files.flat()].map((file) => toldIn(join(dir, file), patterns)),
  );
  return { agency, stories: stories.flat() };
}

/** Only the agency the stories of a folder play in: nobody tells them again where they have been told. */
export async function readAgency(dir: string): Promise<StoryAgency> {
  return agencySchema.parse(await yamlOf(join(dir, AGENCY)));
}

/** The stories of one file, with what they need from the files beside it: one, or of a family as many as it has rows. */
export async function readStoryFile(path: string): Promise<Stories | undefined> {
  const folder = dirname(path);
  const dir = [MORE, FAMILIES].includes(basename(folder)) ? dirname(folder) : folder;
  if (!existsSync(path) || !existsSync(join(dir, AGENCY))) return undefined;
  const agency = await readAgency(dir);
  return { agency, stories: await toldIn(path, await patternsOf(dir)) };
}

async function toldIn(path: string, patterns: Patterns): Promise<readonly NamedStory[]> {
  const file = basename(path);
  const raw: unknown = await yamlOf(path);
  try {
    if (basename(dirname(path)) !== FAMILIES)
      return [{ file, ...writtenOut(writtenStory.parse(raw), patterns) }];
    return familyWrittenOut(writtenFamily.parse(raw), patterns).map(({ row, ...story }) => ({
      file: `${file}#${row}`,
      ...story,
    }));
  } catch (error) {
    throw new Error(`${path}：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function patternsOf(dir: string): Promise<Patterns> {
  const path = join(dir, PATTERNS);
  return existsSync(path) ? patternsText.parse(await yamlOf(path)) : {};
}

async function yamlFiles(dir: string): Promise<readonly string[]> {
  if (!existsSync(dir)) return [];
  return (await readdir(dir)).filter((name) => name.endsWith('.yaml')).sort();
}

async function yamlOf(path: string): Promise<unknown> {
  return parse(await readFile(path, 'utf8'), { merge: true }) as unknown;
}

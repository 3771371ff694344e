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
const FAMILIES = 'families';

/**
 * Reads the agency and every story of a folder, in the order of their names. The families in it, which make a case of
 * every row, only when asked for: they are many, and most tests need few.
 */
export async function readStories(
  dir: string,
  { families = false }: { readonly families?: boolean } = {},
): Promise<Stories> {
  const agency = agencySchema.parse(await yamlOf(join(dir, AGENCY)));
  const patterns = await patternsOf(dir);
  const files = [
    ...(await yamlFiles(dir)).filter((name) => name !== AGENCY && name !== PATTERNS),
    ...(families ? (await yamlFiles(join(dir, FAMILIES))).map((name) => join(FAMILIES, name)) : []),
  ];
  const stories = await Promise.all(files.map((file) => toldIn(join(dir, file), patterns)));
  return { agency, stories: stories.flat() };
}

/** The stories of one file, with what they need from the files beside it: one, or of a family as many as it has rows. */
export async function readStoryFile(path: string): Promise<Stories | undefined> {
  const folder = dirname(path);
  const dir = basename(folder) === FAMILIES ? dirname(folder) : folder;
  if (!existsSync(path) || !existsSync(join(dir, AGENCY))) return undefined;
  const agency = agencySchema.parse(await yamlOf(join(dir, AGENCY)));
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

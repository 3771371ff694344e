import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { agencySchema, storySchema } from './story.ts';
import type { Story, StoryAgency } from './story.ts';

export interface Stories {
  readonly agency: StoryAgency;
  readonly stories: readonly (Story & { readonly file: string })[];
}

/** Reads the agency and every story of a folder, in the order of their names. */
export async function readStories(dir: string): Promise<Stories> {
  const files = (await readdir(dir))
    .filter((name) => name.endsWith('.yaml') && name !== 'agency.yaml')
    .sort();
  const agency = agencySchema.parse(parse(await readFile(join(dir, 'agency.yaml'), 'utf8')));
  const stories = await Promise.all(
    files.map(async (file) => ({
      file,
      ...storySchema.parse(parse(await readFile(join(dir, file), 'utf8'))),
    })),
  );
  return { agency, stories };
}

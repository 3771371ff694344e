import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sentenceOf } from '@zhaozhang/core';
import { z } from 'zod';
import { folderDigest } from '../folder-digest.ts';
import type { Library } from '../library.ts';
import { examplePlayer } from './play-example.ts';
import { readExamples } from './read-examples.ts';
import type { PackExample } from './read-examples.ts';

/** An example and what the system says where it refuses. */
export interface SaidExample {
  readonly example: PackExample;
  readonly said: readonly string[];
}

/** What was said when the product was built, by the name of the example; of the law with this digest and no other. */
const keptText = z.strictObject({ digest: z.string(), said: z.record(z.string(), z.array(z.string())) });
const keptIn = (dir: string) => join(dir, 'said.json');

/**
 * The examples with the words of their refusals. They were played when the product was built; of a law that has been
 * changed since they are played now. That takes seconds of work: between two handfuls whoever else is served by this
 * process has its turn.
 */
export async function saidExamples(dir: string, library: Library): Promise<readonly SaidExample[]> {
  const { standard, examples } = await readExamples(dir, library);
  const kept = await keptOf(dir);
  if (kept !== undefined) return examples.map((example) => ({ example, said: kept[example.name] ?? [] }));
  if (standard === undefined) return examples.map((example) => ({ example, said: [] }));
  const play = examplePlayer(library, standard);
  const told: SaidExample[] = [];
  for (const example of examples) {
    const refused = example.value.expect.refused !== undefined;
    if (told.length % handful === 0) await new Promise(setImmediate);
    const run = refused ? play(example) : undefined;
    told.push({ example, said: run?.refusals.map((refusal) => sentenceOf(refusal, run.law)) ?? [] });
  }
  return told;
}

const handful = 5;

/** Plays the examples once and for all, and leaves what was said beside the law. */
export async function keepSaid(dir: string, library: Library): Promise<number> {
  const told = await saidExamples(dir, library);
  const said = Object.fromEntries(
    told.filter((one) => one.said.length > 0).map((one) => [one.example.name, one.said]),
  );
  await writeFile(keptIn(dir), JSON.stringify({ digest: folderDigest(dir), said }));
  return Object.keys(said).length;
}

/** Nothing where there is none, or where it tells of another law: whoever changes the law by hand is not shown old words. */
async function keptOf(dir: string): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  const text = await readFile(keptIn(dir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const kept = keptText.parse(JSON.parse(text));
  return kept.digest === folderDigest(dir) ? kept.said : undefined;
}

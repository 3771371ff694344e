import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explain } from '@zhaozhang/core';
import type { Law, Obligation } from '@zhaozhang/core';
import { dayOf, formatDay } from '@zhaozhang/core/time';
import { z } from 'zod';
import { compileBundle } from '../bundle.ts';
import { stepText } from '../examples/example-text.ts';
import { playExample } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';
import type { Library } from '../library.ts';
import { readYaml } from '../read-yaml.ts';
import { Rehearsal } from '../rehearsal/rehearsal.ts';

const agencyText = z.object({
  agency: z.string(),
  setup: z.array(z.object({ act: z.string(), input: z.record(z.string(), z.unknown()) })),
});
const storyText = z.object({ title: z.string(), steps: z.array(z.looseObject({ at: z.string() })) });
const playedStep = z.object(stepText.shape);
const boundText = z.object({ packs: z.array(z.string()) });

interface Told {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/** How every date of a story or an example came about. */
export async function explainCommand(dir: string, what: string): Promise<Told> {
  const library = await readLibrary(dir);
  if (what.endsWith('.yaml')) return ofStory(library, what);
  const { standard, examples, faults } = await readExamples(dir, library);
  if (standard === undefined) return { lines: faults.map(faultSentence), exitCode: 1 };
  const found = examples.filter((example) => example.name.includes(what));
  if (found.length === 0) return { lines: [`没有标题含有“${what}”的示例。`], exitCode: 1 };
  return {
    lines: found.flatMap((example) => {
      const run = playExample(library, standard, example);
      return [example.name, ...derivations(run.obligations, run.law), ''];
    }),
    exitCode: 0,
  };
}

/** A story is played under the packs its agency binds; the agency's file lies beside it. */
async function ofStory(library: Library, path: string): Promise<Told> {
  const beside = join(dirname(path), 'agency.yaml');
  if (!existsSync(path) || !existsSync(beside))
    return { lines: [`${path} 或者它旁边的 agency.yaml 不存在。`], exitCode: 1 };
  const story = storyText.parse(await rawOf(path));
  const agency = agencyText.parse(await rawOf(beside));
  const packs = agency.setup.flatMap((step) =>
    step.act === 'agency.bind-law' ? boundText.parse(step.input).packs : [],
  );
  const { law } = compileBundle(library, packs);
  const rehearsal = new Rehearsal(law, agency.agency);
  const first = story.steps[0]?.at ?? '2026-01-01T00:00';
  rehearsal.setUp(agency.setup as Parameters<Rehearsal['setUp']>[0], first);
  for (const step of story.steps) if ('act' in step) rehearsal.play(playedStep.parse(step));
  return { lines: [story.title, ...derivations(rehearsal.owed(), law)], exitCode: 0 };
}

async function rawOf(path: string): Promise<unknown> {
  const read = await readYaml(path, path);
  if ('fault' in read) throw new Error(faultSentence(read.fault));
  return read.yaml.raw;
}

function derivations(obligations: readonly Obligation[], law: Law): readonly string[] {
  return obligations.flatMap((row) => [
    `  ${row.label}（${row.subjectLabel}）：${formatDay(dayOf(row.lawfulDue))}${row.met === undefined ? '' : `，已于 ${formatDay(dayOf(row.met))} 办结`}`,
    ...explain(row, law).map((sentence) => `    ${sentence}`),
  ]);
}

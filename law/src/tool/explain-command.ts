import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, sentenceOf, status } from '@zhaozhang/core';
import type { Law, Obligation, Refusal } from '@zhaozhang/core';
import { dayOf, endOfDay, formatDay, parseDay, parseInstant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import { z } from 'zod';
import { compileBundle } from '../bundle.ts';
import { stepText } from '../examples/example-text.ts';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';
import type { Library } from '../library.ts';
import { readYaml } from '../read-yaml.ts';
import { Rehearsal } from '../rehearsal/rehearsal.ts';
import { emptyStage, setUpAgency } from '../rehearsal/stage.ts';

const agencyText = z.object({
  agency: z.string(),
  setup: z.array(
    z.object({
      act: z.string(),
      input: z.record(z.string(), z.unknown()),
      record: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
const storyText = z.object({ title: z.string(), steps: z.array(z.looseObject({ at: z.string() })) });
const playedStep = z.object(stepText.shape);
const boundText = z.object({ packs: z.array(z.string()) });

interface Told {
  readonly lines: readonly string[];
  readonly exitCode: number;
}

/**
 * What is owed and what is refused, and how every date came about: of a story up to a moment, of the examples titled
 * with some words, or of those that cite a clause.
 */
export async function explainCommand(dir: string, what: string, moment?: string): Promise<Told> {
  const library = await readLibrary(dir);
  if (what.endsWith('.yaml')) return ofStory(library, what, moment);
  const { standard, examples, faults } = await readExamples(dir, library);
  if (standard === undefined) return { lines: faults.map(faultSentence), exitCode: 1 };
  const isClause = /^[A-Z][A-Z0-9]*(-[A-Za-z0-9().]+)+$/.test(what);
  const found = examples.filter((example) =>
    isClause ? example.value.cites.includes(what) : example.name.includes(what),
  );
  if (found.length === 0)
    return {
      lines: [isClause ? `没有引用条款 ${what} 的示例。` : `没有标题含有“${what}”的示例。`],
      exitCode: 1,
    };
  const play = examplePlayer(library, standard);
  return {
    lines: found.flatMap((example) => {
      const run = play(example);
      return [example.name, ...refused(run.refusals, run.law), ...derivations(run.obligations, run.law), ''];
    }),
    exitCode: 0,
  };
}

/** A story is played under the packs its agency binds; the agency's file lies beside it. */
async function ofStory(library: Library, path: string, moment?: string): Promise<Told> {
  const until = moment === undefined ? undefined : momentOf(moment);
  if (moment !== undefined && until === undefined)
    return {
      lines: [`时刻“${moment}”不是日期，写作 2026-03-20 或者 2026-03-20T09:00。`],
      exitCode: 1,
    };
  const beside = join(dirname(path), 'agency.yaml');
  if (!existsSync(path) || !existsSync(beside))
    return { lines: [`${path} 或者它旁边的 agency.yaml 不存在。`], exitCode: 1 };
  const story = storyText.parse(await rawOf(path));
  const agency = agencyText.parse(await rawOf(beside));
  const packs = agency.setup.flatMap((step) =>
    step.act === 'agency.bind-law' ? boundText.parse(step.input).packs : [],
  );
  const { law } = compileBundle(library, packs);
  const first = story.steps[0]?.at ?? '2026-01-01T00:00';
  const setUp = agency.setup as Parameters<typeof setUpAgency>[1];
  const rehearsal = new Rehearsal(law, setUpAgency(emptyStage(agency.agency), setUp, first, law));
  const told: string[] = [];
  for (const step of story.steps) {
    const at = parseInstant(step.at);
    if (!('act' in step) || (until !== undefined && at !== undefined && at > until)) continue;
    const { decision } = rehearsal.play(playedStep.parse(step));
    if ('refusals' in decision)
      told.push(...decision.refusals.map((one) => `  ${step.at} 拒绝：${sentenceOf(one, law)}`));
  }
  const owed = rehearsal.owed();
  const rows = owed.length === 0 ? ['  没有欠着的期限。'] : derivations(owed, law, until);
  return { lines: [story.title, ...told, ...rows], exitCode: 0 };
}

async function rawOf(path: string): Promise<unknown> {
  const read = await readYaml(path, path);
  if ('fault' in read) throw new Error(faultSentence(read.fault));
  return read.yaml.raw;
}

/** A day means its end: all that was done on it counts. */
function momentOf(text: string): Instant | undefined {
  const day = parseDay(text);
  return day === undefined ? parseInstant(text) : endOfDay(day);
}

function refused(refusals: readonly Refusal[], law: Law): readonly string[] {
  return refusals.map((one) => `  拒绝：${sentenceOf(one, law)}`);
}

const standings = {
  later: '尚未起算',
  open: '未到期',
  soon: '将到期',
  late: '已逾期',
  met: '按期办结',
  'met-late': '逾期办结',
  ended: '已届满',
} as const;

function derivations(obligations: readonly Obligation[], law: Law, at?: Instant): readonly string[] {
  return obligations.flatMap((row) => [
    `  ${row.label}（${row.subjectLabel}）：${formatDay(dayOf(row.lawfulDue))}${row.met === undefined ? '' : `，已于 ${formatDay(dayOf(row.met))} 办结`}${at === undefined ? '' : `（${standings[status(row, at)]}）`}`,
    ...explain(row, law).map((sentence) => `    ${sentence}`),
  ]);
}

import { explain, sentenceOf, status } from '@zhaozhang/core';
import type { Law, Obligation, Refusal } from '@zhaozhang/core';
import { dayOf, endOfDay, formatDay, parseDay, parseInstant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import { readStoryFile } from '@zhaozhang/scenarios';
import { examplePlayer } from '../examples/play-example.ts';
import { readExamples } from '../examples/read-examples.ts';
import { faultSentence } from '../fault.ts';
import { readLibrary } from '../library.ts';
import type { Library } from '../library.ts';
import { storyPlayer } from './play-story.ts';

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

/** The stories of a file are played under the packs their agency binds; the agency's file lies beside them. */
async function ofStory(library: Library, path: string, moment?: string): Promise<Told> {
  const until = moment === undefined ? undefined : momentOf(moment);
  if (moment !== undefined && until === undefined)
    return {
      lines: [`时刻“${moment}”不是日期，写作 2026-03-20 或者 2026-03-20T09:00。`],
      exitCode: 1,
    };
  const told = await readStoryFile(path);
  if (told === undefined) return { lines: [`${path} 或者它旁边的 agency.yaml 不存在。`], exitCode: 1 };
  const { law, play } = storyPlayer(library, told.agency);
  const each = told.stories.map((story): Told => {
    const { steps, missing, owed } = play(story, until);
    const refused = steps.flatMap(({ step, decision, different }) => [
      ...('refusals' in decision
        ? decision.refusals.map((one) => `  ${step.at} 拒绝：${sentenceOf(one, law)}`)
        : []),
      ...(different === undefined ? [] : [`  ${step.at} ${step.act} 与所讲的不符：${different}`]),
    ]);
    const rows = owed.length === 0 ? ['  没有欠着的期限。'] : derivations(owed, law, until);
    return {
      lines: [story.title, ...refused, ...missing.map((one) => `  与所讲的不符：${one}`), ...rows],
      exitCode: missing.length > 0 || steps.some((one) => one.different !== undefined) ? 1 : 0,
    };
  });
  return {
    lines: each.flatMap((one) => one.lines),
    exitCode: Math.max(...each.map((one) => one.exitCode)),
  };
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

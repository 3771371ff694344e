import type { Stories } from './read-stories.ts';
import { storyId } from './story-id.ts';
import type { ActStep, ExpectStep, Story } from './story.ts';

export interface StoryRequest {
  readonly id: string;
  readonly name: string;
  readonly stream?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly record: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
  readonly basedOn?: number;
  readonly admits?: ActStep['admits'];
  readonly delegation?: string;
}

export interface Attached {
  readonly blob: string;
  readonly name: string;
}

export type StoryAnswer =
  | {
      readonly done: true;
      readonly stream: string;
      readonly version: number;
      readonly defects: readonly string[];
      /** It had happened before: the story is told again. */
      readonly replayed?: boolean;
    }
  | {
      readonly done: false;
      readonly refusals: readonly {
        readonly code: string;
        readonly clauses: readonly string[];
        readonly sentence: string;
      }[];
      readonly title: string;
    };

/** How a story reaches an installation: through its real interface, under its legal clock. */
export interface StoryClient {
  moveClock(at: string): Promise<void>;
  act(by: string, request: StoryRequest): Promise<StoryAnswer>;
  /** Hands in a file of that name, so that a record can name it. */
  attach(by: string, name: string): Promise<Attached>;
  /** How many things have happened in the file. */
  versionOf(by: string, stream: string): Promise<number>;
  owed(by: string, stream: string): Promise<readonly OwedRow[]>;
}

/** One thing owed, as a story speaks of it. */
export interface OwedRow {
  readonly duty: string;
  readonly due: string;
  readonly lawfulDue: string;
  readonly met: boolean;
}

/** A step that did not come out as told. */
export class StoryBroken extends Error {
  override name = 'StoryBroken';
}

interface ToldCase {
  readonly stream: string;
  readonly version: number;
  /** Whether its latest act had happened before. */
  readonly replayed: boolean;
}

interface Running {
  readonly story: Story & { readonly file: string };
  readonly names: Map<string, string>;
  /** Cases of the story by name, each with the version it had after the last step in it. */
  readonly cases: Map<string, ToldCase>;
}

/** The case a story is about, where a step names none. */
const main = 'main';

/**
 * Plays all stories together, in the order of the calendar: the legal clock only runs forward, as in life. Answers
 * every step for whoever wants to know more than that all went as told.
 */
export async function runStories(
  stories: Stories['stories'],
  client: StoryClient,
  onStep?: (story: string, step: ActStep, answer: StoryAnswer) => void,
): Promise<void> {
  const running = stories.map((story): Running => ({ story, names: new Map(), cases: new Map() }));
  const steps = running
    .flatMap((one) => one.story.steps.map((step, index) => ({ one, step, index, when: whenOf(step) })))
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.index - b.index));
  for (const { one, step, index, when } of steps) {
    await client.moveClock(when);
    if (!('act' in step)) {
      await checkOwed(one, step, client);
      continue;
    }
    if (await isBehind(one, step, client)) continue;
    const answer = await playAct(one, step, index, client);
    onStep?.(one.story.file, step, answer);
  }
}

/** When a step is taken: when it happened, or when it was typed in. */
export function whenOf(step: ActStep | ExpectStep): string {
  return 'act' in step ? (step.entered ?? step.at) : step.at;
}

/**
 * Played again after a crash, an attempt that was refused has lost its point: what came of it later is in the file,
 * and today it might be refused for another reason, or not at all.
 */
async function isBehind(one: Running, step: ActStep, client: StoryClient): Promise<boolean> {
  const file = one.cases.get(step.case ?? main);
  if (step.refused === undefined || file === undefined || !file.replayed) return false;
  return (await client.versionOf(step.by, file.stream)) > file.version;
}

async function playAct(
  one: Running,
  step: ActStep,
  index: number,
  client: StoryClient,
): Promise<StoryAnswer> {
  const id = storyId(one.story.file, index, step.at);
  const name = step.case ?? main;
  const file = one.cases.get(name);
  // The agency's own records are one for all stories: what they are based on is nobody's to say in advance.
  const ofAgency = step.act.startsWith('agency.');
  const answer = await client.act(step.by, {
    id,
    name: step.act,
    ...(file === undefined || ofAgency ? {} : { stream: file.stream, basedOn: file.version }),
    input: named(step.input, one) as Record<string, unknown>,
    record: {
      ...(named(step.record, one) as Record<string, unknown>),
      ...(await attached(step, (name) => client.attach(step.by, name))),
    },
    occurredAt: step.at,
    ...(step.admits === undefined ? {} : { admits: step.admits }),
    ...(step.delegation === undefined ? {} : { delegation: String(named(step.delegation, one)) }),
  });
  const different = differenceFrom(step, answer);
  if (different !== undefined)
    throw new StoryBroken(`${one.story.file} 第 ${index + 1} 步（${step.act}）：${different}`);
  if (answer.done) {
    if (!ofAgency)
      one.cases.set(name, {
        stream: answer.stream,
        version: answer.version,
        replayed: answer.replayed === true,
      });
    if (step.as !== undefined) one.names.set(step.as, id);
  }
  return answer;
}

/** The fields of a step that hold files, each file handed in. */
async function attached(
  step: ActStep,
  attach: (name: string) => Promise<Attached>,
): Promise<Readonly<Record<string, readonly Attached[]>>> {
  const fields = Object.entries(step.files ?? {}).map(
    async ([field, names]) => [field, await Promise.all(names.map(attach))] as const,
  );
  return Object.fromEntries(await Promise.all(fields));
}

/** In what an answer differs from what the step tells of it; nothing when all is as told. */
export function differenceFrom(step: ActStep, answer: StoryAnswer): string | undefined {
  const expected = step.refused ?? [];
  if (answer.done) {
    if (expected.length > 0) return '应当被拒，却办成了';
    const defects = step.defects ?? [];
    return defects.some((code) => !answer.defects.includes(code))
      ? `没有记下瑕疵 ${defects.join('、')}`
      : undefined;
  }
  const told = answer.refusals.map((refusal) => `${refusal.code} ${refusal.sentence}`).join('\n');
  if (expected.length === 0) return `应当办成，却被拒：${answer.title}\n${told}`;
  const missing = expected.find(
    ({ code, clause }) =>
      !answer.refusals.some(
        (got) => got.code === code && (clause === undefined || got.clauses.includes(clause)),
      ),
  );
  return missing === undefined ? undefined : `没有以 ${missing.code} ${missing.clause ?? ''} 拒绝\n${told}`;
}

async function checkOwed(one: Running, step: ExpectStep, client: StoryClient): Promise<void> {
  const by = one.story.steps.find((other): other is ActStep => 'act' in other)?.by ?? '';
  const missing = missingFrom(step, await client.owed(by, one.cases.get(main)?.stream ?? ''));
  if (missing !== undefined) throw new StoryBroken(`${one.story.file} ${step.at}：${missing}`);
}

/** The first thing a step expects to be owed and that is not; nothing when all is as told. */
export function missingFrom(step: ExpectStep, rows: readonly OwedRow[]): string | undefined {
  const missing = step.expect.owed.find(
    (expected) =>
      !rows.some(
        (row) =>
          row.duty === expected.duty &&
          row.due.startsWith(expected.due) &&
          (expected.lawfulDue === undefined || row.lawfulDue.startsWith(expected.lawfulDue)) &&
          (expected.met === undefined || row.met === expected.met),
      ),
  );
  return missing === undefined
    ? undefined
    : `没有 ${missing.duty} ${missing.due} 这一项。现有：${rows.map((row) => `${row.duty} ${row.due}`).join(';')}`;
}

function named(value: unknown, one: Running): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('@')) return one.cases.get(value.slice(1))?.stream ?? value;
    if (!value.startsWith('$')) return value;
    // One line of a list that a step made is written `$step/line`, a record it made beside its own `$step+mark`.
    const [, step = '', mark = '', part = ''] = /^([^/+]*)(?:\+([^/]+))?(\/.*)?$/.exec(value.slice(1)) ?? [];
    const id = one.names.get(step);
    if (id === undefined) throw new StoryBroken(`${one.story.file}：${value} 还没有出现过`);
    return `${mark === '' ? id : `${id}-${mark}`}${part}`;
  }
  if (Array.isArray(value)) return value.map((item) => named(item, one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, one)]));
  return value;
}

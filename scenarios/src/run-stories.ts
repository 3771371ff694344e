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

export type StoryAnswer =
  | {
      readonly done: true;
      readonly stream: string;
      readonly version: number;
      readonly defects: readonly string[];
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
  owed(
    by: string,
    stream: string,
  ): Promise<
    readonly {
      readonly duty: string;
      readonly due: string;
      readonly lawfulDue: string;
      readonly met: boolean;
    }[]
  >;
}

/** A step that did not come out as told. */
export class StoryBroken extends Error {
  override name = 'StoryBroken';
}

interface Running {
  readonly story: Story & { readonly file: string };
  readonly names: Map<string, string>;
  /** Cases of the story by name, each with the version it had after the last step in it. */
  readonly cases: Map<string, { readonly stream: string; readonly version: number }>;
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
    const answer = await playAct(one, step, index, client);
    onStep?.(one.story.file, step, answer);
  }
}

function whenOf(step: ActStep | ExpectStep): string {
  return 'act' in step ? (step.entered ?? step.at) : step.at;
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
  const answer = await client.act(step.by, {
    id,
    name: step.act,
    ...(file === undefined ? {} : { stream: file.stream, basedOn: file.version }),
    input: named(step.input, one) as Record<string, unknown>,
    record: named(step.record, one) as Record<string, unknown>,
    occurredAt: step.at,
    ...(step.admits === undefined ? {} : { admits: step.admits }),
    ...(step.delegation === undefined ? {} : { delegation: String(named(step.delegation, one)) }),
  });
  compare(one, step, index, answer);
  if (answer.done) {
    // What is entered on the agency's records on the way does not change which case is told.
    if (!answer.stream.startsWith('agency/'))
      one.cases.set(name, { stream: answer.stream, version: answer.version });
    if (step.as !== undefined) one.names.set(step.as, id);
  }
  return answer;
}

function compare(one: Running, step: ActStep, index: number, answer: StoryAnswer): void {
  const where = `${one.story.file} 第 ${index + 1} 步（${step.act}）`;
  const expected = step.refused ?? [];
  if (answer.done && expected.length > 0) throw new StoryBroken(`${where}：应当被拒，却办成了`);
  if (!answer.done) {
    const told = answer.refusals.map((refusal) => `${refusal.code} ${refusal.sentence}`).join('\n');
    if (expected.length === 0) throw new StoryBroken(`${where}：应当办成，却被拒：${answer.title}\n${told}`);
    for (const refusal of expected) {
      const found = answer.refusals.some(
        (got) =>
          got.code === refusal.code && (refusal.clause === undefined || got.clauses.includes(refusal.clause)),
      );
      if (!found)
        throw new StoryBroken(`${where}：没有以 ${refusal.code} ${refusal.clause ?? ''} 拒绝\n${told}`);
    }
  }
  const defects = step.defects ?? [];
  if (answer.done && defects.some((code) => !answer.defects.includes(code)))
    throw new StoryBroken(`${where}：没有记下瑕疵 ${defects.join('、')}`);
}

async function checkOwed(one: Running, step: ExpectStep, client: StoryClient): Promise<void> {
  const by = one.story.steps.find((other): other is ActStep => 'act' in other)?.by ?? '';
  const rows = await client.owed(by, one.cases.get(main)?.stream ?? '');
  for (const expected of step.expect.owed) {
    const found = rows.some(
      (row) =>
        row.duty === expected.duty &&
        row.due.startsWith(expected.due) &&
        (expected.lawfulDue === undefined || row.lawfulDue.startsWith(expected.lawfulDue)) &&
        (expected.met === undefined || row.met === expected.met),
    );
    if (!found)
      throw new StoryBroken(
        `${one.story.file}：没有 ${expected.duty} ${expected.due} 这一项。现有：${rows.map((row) => `${row.duty} ${row.due}`).join(';')}`,
      );
  }
}

function named(value: unknown, one: Running): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('@')) return one.cases.get(value.slice(1))?.stream ?? value;
    if (!value.startsWith('$')) return value;
    const id = one.names.get(value.slice(1));
    if (id === undefined) throw new StoryBroken(`${one.story.file}：${value} 还没有出现过`);
    return id;
  }
  if (Array.isArray(value)) return value.map((item) => named(item, one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, one)]));
  return value;
}

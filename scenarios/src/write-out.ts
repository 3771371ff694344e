import { storySchema } from './story.ts';
import type { Patterns, Story, WrittenFamily, WrittenStep, WrittenStory } from './story.ts';

/** A story that says something of itself which it does not hold: a pattern, a word, an attempt. */
export class StoryMisspelt extends Error {
  override name = 'StoryMisspelt';
}

type Fields = Readonly<Record<string, unknown>>;

/** Writes every step out in full, so that whoever plays the story needs to know nothing but acts. */
export function writtenOut(story: WrittenStory, patterns: Patterns): Story {
  const attempts = new Map<string, Fields>();
  const steps = story.steps.map((step) => {
    if ('expect' in step) return step;
    const full = { ...whole(step, patterns, attempts), at: step.at };
    if (step.as !== undefined) attempts.set(step.as, full);
    return full;
  });
  return storySchema.parse({ title: story.title, agency: story.agency, steps });
}

/** One story for each row, each ending where its row says. */
export function familyWrittenOut(
  family: WrittenFamily,
  patterns: Patterns,
): readonly (Story & { readonly row: string })[] {
  return family.rows.map(({ set, until, ...own }, index) => {
    const row = String(index + 1).padStart(2, '0');
    const shared = set === undefined ? {} : family.sets[set];
    if (shared === undefined) throw new StoryMisspelt(`第 ${row} 行：没有名为 ${set ?? ''} 的一组词`);
    const words = { n: row, ...shared, ...own };
    const last =
      until === undefined ? -1 : family.steps.findIndex((step) => 'as' in step && step.as === until);
    if (until !== undefined && last < 0) throw new StoryMisspelt(`第 ${row} 行：没有名为 ${until} 的一步`);
    const steps = until === undefined ? family.steps : family.steps.slice(0, last + 1);
    const told = spoken({ title: family.title, agency: family.agency, steps }, words) as WrittenStory;
    return { row, ...writtenOut(told, patterns) };
  });
}

function whole(step: WrittenStep, patterns: Patterns, attempts: ReadonlyMap<string, Fields>): Fields {
  const { like, ...own } = step;
  const pattern = like === undefined ? {} : patterns[like];
  if (pattern === undefined) throw new StoryMisspelt(`没有名为 ${like ?? ''} 的样板`);
  const attempt = own.again === undefined ? {} : attempts.get(own.again);
  if (attempt === undefined) throw new StoryMisspelt(`${own.again ?? ''} 之前没有试过`);
  // Of an attempt only what was asked for is repeated: not when, not what came of it, not the name.
  const { act, by, input, record, files } = attempt;
  const before = own.again === undefined ? {} : present({ act, by, input, record, files });
  return spoken(merged(merged(pattern, before), own), { at: step.at }) as Fields;
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Objects are merged, anything else replaces, nothing (`~`) takes away. */
function merged(before: Fields, own: Fields): Fields {
  const result: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(own)) {
    const old = result[key];
    if (value === null) delete result[key];
    else result[key] = isFields(value) && isFields(old) ? merged(old, value) : value;
  }
  return result;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The words in place of their names in braces. A value that is nothing but a name keeps the kind of its word. */
function spoken(value: unknown, words: Readonly<Record<string, string | number>>): unknown {
  if (typeof value === 'string') {
    const only = /^\{([\w-]+)\}$/.exec(value)?.[1];
    if (only !== undefined && Object.hasOwn(words, only)) return words[only];
    return value.replaceAll(/\{([\w-]+)\}/g, (written, name: string) =>
      Object.hasOwn(words, name) ? String(words[name]) : written,
    );
  }
  if (Array.isArray(value)) return value.map((item) => spoken(item, words));
  if (isFields(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoken(item, words)]));
  return value;
}

import { z } from 'zod';

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, '时刻写作 YYYY-MM-DDTHH:MM');
const values = z.record(z.string(), z.unknown());
const admitted = z.array(z.strictObject({ code: z.string(), reason: z.string() }));
const refusals = z.array(z.strictObject({ code: z.string(), clause: z.string().optional() }));

/** Fields of the record that hold files, with the names of the files: their content is of no interest here. */
const files = z.record(z.string(), z.array(z.string()).min(1));

/** Something somebody does, told in full. `as` names what it makes; `$name` in later steps stands for it. */
export const actStep = z.strictObject({
  at: moment,
  by: z.string(),
  act: z.string(),
  as: z.string().optional(),
  /** Done in another case than the one the story is about; `@name` in later steps stands for it, `@main` for the first. */
  case: z.string().optional(),
  /** The attempt, refused before, that is made anew here. */
  again: z.string().optional(),
  /** When it was typed in, if later than it happened. */
  entered: moment.optional(),
  /** Done in somebody's place: `$name` of the step that gave the delegation. */
  delegation: z.string().optional(),
  input: values.default({}),
  record: values.default({}),
  files: files.optional(),
  admits: admitted.optional(),
  /** Refusals expected, instead of the act happening. */
  refused: refusals.optional(),
  /** Defects expected to be recorded. */
  defects: z.array(z.string()).optional(),
});

/**
 * A step as it is written: what it leaves out stands in the pattern it is `like`, or in the attempt it makes `again`.
 * Objects are merged, anything else replaces; `~` takes away.
 */
export const writtenStep = z.strictObject({
  at: z.string(),
  by: z.string().optional(),
  act: z.string().optional(),
  like: z.string().optional(),
  again: z.string().optional(),
  as: z.string().optional(),
  case: z.string().optional(),
  entered: z.string().optional(),
  delegation: z.string().optional(),
  input: values.optional(),
  record: values.optional(),
  files: files.optional(),
  admits: admitted.optional(),
  refused: refusals.optional(),
  defects: z.array(z.string()).optional(),
});

/** What many steps have in common, by its name. */
export const patternsText = z.record(
  z.string(),
  z.strictObject({
    act: z.string(),
    by: z.string().optional(),
    input: values.optional(),
    record: values.optional(),
    files: files.optional(),
  }),
);

/** What must be owed at a moment. */
const expectedOf = <Moment extends z.ZodType<string>>(at: Moment) =>
  z.strictObject({
    at,
    expect: z.strictObject({
      owed: z.array(
        z.strictObject({
          duty: z.string(),
          due: z.string(),
          lawfulDue: z.string().optional(),
          met: z.boolean().optional(),
          clause: z.string().optional(),
        }),
      ),
    }),
  });
export const expectStep = expectedOf(moment);

export const storySchema = z.strictObject({
  title: z.string(),
  agency: z.string(),
  steps: z.array(z.union([actStep, expectStep])).min(1),
});

const writtenSteps = z.array(z.union([writtenStep, expectedOf(z.string())])).min(1);

export const writtenStory = z.strictObject({ title: z.string(), agency: z.string(), steps: writtenSteps });

const words = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * One story told of many: each row is a case of its own. `{word}` in the steps is the word of the row, or of the set
 * the row names; `{n}` is the number of the row, in two figures.
 */
export const writtenFamily = z.strictObject({
  title: z.string(),
  agency: z.string(),
  /** Words that several rows share, such as the days of a batch. */
  sets: z.record(z.string(), words).default({}),
  rows: z
    .array(
      z
        .looseObject({
          set: z.string().optional(),
          /** The name (`as`) of the last step that is told. */
          until: z.string().optional(),
        })
        .catchall(z.union([z.string(), z.number()])),
    )
    .min(1)
    .max(99),
  steps: writtenSteps,
});

export const agencySchema = z.strictObject({
  agency: z.string(),
  /** When the agency is set up. */
  anchor: moment,
  /** Where the clock stands when the demonstration opens. */
  opens: moment,
  accounts: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      officer: z.string().optional(),
      title: z.string(),
    }),
  ),
  setup: z.array(z.strictObject({ act: z.string(), input: values, record: values.default({}) })),
});

export type ActStep = z.output<typeof actStep>;
export type ExpectStep = z.output<typeof expectStep>;
export type Story = z.output<typeof storySchema>;
export type StoryAgency = z.output<typeof agencySchema>;
export type Patterns = z.output<typeof patternsText>;
export type WrittenStory = z.output<typeof writtenStory>;
export type WrittenFamily = z.output<typeof writtenFamily>;
export type WrittenStep = z.output<typeof writtenStep>;

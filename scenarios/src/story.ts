import { z } from 'zod';

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, '时刻写作 YYYY-MM-DDTHH:MM');
const values = z.record(z.string(), z.unknown());

/** Something somebody does. `as` names what it makes; `$name` in later steps stands for it. */
export const actStep = z.strictObject({
  at: moment,
  by: z.string(),
  act: z.string(),
  as: z.string().optional(),
  /** Done in another case than the one the story is about; `@name` in later steps stands for it, `@main` for the first. */
  case: z.string().optional(),
  /** When it was typed in, if later than it happened. */
  entered: moment.optional(),
  /** Done in somebody's place: `$name` of the step that gave the delegation. */
  delegation: z.string().optional(),
  input: values.default({}),
  record: values.default({}),
  admits: z.array(z.strictObject({ code: z.string(), reason: z.string() })).optional(),
  /** Refusals expected, instead of the act happening. */
  refused: z.array(z.strictObject({ code: z.string(), clause: z.string().optional() })).optional(),
  /** Defects expected to be recorded. */
  defects: z.array(z.string()).optional(),
});

/** What must be owed at a moment. */
export const expectStep = z.strictObject({
  at: moment,
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

export const storySchema = z.strictObject({
  title: z.string(),
  agency: z.string(),
  steps: z.array(z.union([actStep, expectStep])).min(1),
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

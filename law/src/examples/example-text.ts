import { owers } from '@zhaozhang/core';
import type { FieldMap, Value } from '@zhaozhang/core';
import { z } from 'zod';

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number().int(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);
const record: z.ZodType<FieldMap> = z.record(z.string(), value);

/** A change of a value; `~` (nothing) takes it away. */
export type Change = Value | null | { readonly [key: string]: Change };
const change: z.ZodType<Change> = z.lazy(() => z.union([value, z.null(), z.record(z.string(), change)]));
const changes = z.record(z.string(), change);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 YYYY-MM-DD');
const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/, '时刻写作 YYYY-MM-DDTHH:MM');
const admitted = z.array(z.strictObject({ code: z.string(), reason: z.string().min(2) }));

/** One step of a story: who does what, when. */
export const stepText = z.strictObject({
  as: z.string().optional(),
  at: minute,
  by: z.string(),
  act: z.string(),
  /** Done in another case than the one the story is about; `@` before its name stands for it in what is filled in. */
  case: z.string().optional(),
  input: record,
  record: record.optional(),
  admits: admitted.optional(),
  entered: minute.optional(),
  /** In whose place: the delegation relied on, by the name of the step that gave it. */
  delegation: z.string().optional(),
});
export type StepText = z.infer<typeof stepText>;

const partialStep = z.strictObject({
  at: minute.optional(),
  by: z.string().optional(),
  input: changes.optional(),
  record: changes.optional(),
  admits: admitted.optional(),
  entered: minute.optional(),
  delegation: z.string().optional(),
});
export type PartialStep = z.infer<typeof partialStep>;

const owed = z.strictObject({
  duty: z.string(),
  /** Of which party or record; needed where there are several. */
  subject: z.string().optional(),
  /** A day, or of a limit in hours the minute. */
  due: z.union([day, minute]),
  /** Left out when it is the same day. */
  lawfulDue: z.union([day, minute]).optional(),
  /** From which day, or minute, it is warned of. */
  remind: z.union([day, minute]).optional(),
  /** On whom it lies. */
  owedBy: z.enum(owers).optional(),
  /** A window somebody may use; left out when it is not one. */
  lapses: z.boolean().optional(),
  /** The act that discharges it. */
  act: z.string().optional(),
  /** Of an approval: the matter. */
  matter: z.string().optional(),
  /** Clauses of all rules that were merged in it. */
  clauses: z.array(z.string()).min(1).optional(),
  met: z.union([z.boolean(), z.literal('late')]).optional(),
  provisional: z.boolean().optional(),
  /** The rule is of another kind of enforcement and only followed here. */
  borrowed: z.literal(true).optional(),
});
export type OwedText = z.infer<typeof owed>;

const defined = z.strictObject({
  word: z.string(),
  /** Of which party or record; needed where there are several. */
  subject: z.string().optional(),
  /** The moment it is asked for; left out where it does not depend on one. */
  at: minute.optional(),
  /** What it comes to; a day for a moment, `~` where it must be unknown. */
  is: z.union([z.string(), z.number().int(), z.boolean(), z.null()]),
});
export type DefinedText = z.infer<typeof defined>;

const expectation = z
  .strictObject({
    /** All refusals, no more and no fewer. */
    refused: z
      .array(
        z.strictObject({
          code: z.string(),
          clause: z.string().optional(),
          field: z.string().optional(),
          /** Left out when it is `void`. */
          effect: z.literal('curable').optional(),
          /** The rule is of another kind of enforcement and only followed here. */
          borrowed: z.literal(true).optional(),
        }),
      )
      .min(1)
      .optional(),
    done: z.literal(true).optional(),
    defects: z.array(z.string()).min(1).optional(),
    /** Codes of all that is only hinted at; left out when hints are not what it is about. */
    advised: z.array(z.string()).optional(),
    owed: z.array(owed).min(1).optional(),
    /** What words defined by the law come to. */
    defined: z.array(defined).min(1).optional(),
    notOwed: z.array(z.string()).min(1).optional(),
    sentence: z.string().optional(),
  })
  .refine((all) => Object.keys(all).length > 0, '没有写明结果');

/** An example of a pack: the standard case, changed in one respect, and what then must follow. */
export const exampleText = z.strictObject({
  title: z.string().min(6),
  cites: z.array(z.string()).min(1),
  /** Packs it is played under; left out: its own and the national ones. */
  law: z.array(z.string()).min(1).optional(),
  /** Values the agency has set otherwise. */
  params: z
    .record(z.string(), z.union([z.number().int(), z.string(), z.boolean(), z.array(z.string())]))
    .optional(),
  /** Another case to start from, of `examples/<story>.yaml`; left out: the standard case. */
  story: z.string().optional(),
  /** Last step of the case that is done; left out: all before the one tried. */
  upTo: z.string().optional(),
  omit: z.array(z.string()).min(1).optional(),
  change: z.record(z.string(), partialStep).optional(),
  /** Steps beside the standard case that are done as well, such as those of a legal review. */
  with: z.array(z.string()).min(1).optional(),
  add: z.array(stepText).min(1).optional(),
  try: z.union([z.string(), stepText]).optional(),
  expect: expectation,
  /** What is done about the refusal; then it is tried again and must succeed. */
  lifts: z.array(stepText).min(1).optional(),
  again: partialStep.optional(),
});
export type ExampleText = z.infer<typeof exampleText>;

/** The case all examples start from: an invented agency, and a lawful case from its source to its publication. */
export const standardText = z.strictObject({
  title: z.string(),
  /** National packs, which bind whatever the example is about. */
  law: z.array(z.string()).min(1),
  setup: z.strictObject({ at: minute, acts: z.array(z.strictObject({ act: z.string(), input: record })) }),
  steps: z.array(stepText.extend({ as: z.string() })).min(1),
  /** Further steps, done only where an example asks for them by name. */
  asides: z.array(stepText.extend({ as: z.string() })).optional(),
});
/** Another case that examples may start from, played in the same agency under the same law. */
export const storyText = z.strictObject({
  title: z.string(),
  steps: z.array(stepText.extend({ as: z.string() })).min(1),
});

export interface StandardText extends z.infer<typeof standardText> {
  /** The other cases, by the name of their file. */
  readonly stories?: Readonly<Record<string, z.infer<typeof storyText>>>;
}

/** Steps of the case an example starts from; none when there is no such case. */
export function stepsOf(example: { readonly story?: string | undefined }, standard: StandardText) {
  return example.story === undefined ? standard.steps : (standard.stories?.[example.story]?.steps ?? []);
}

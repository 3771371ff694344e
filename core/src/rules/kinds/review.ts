import { z } from 'zod';
import { amountSchema, conditionSchema } from '../condition.ts';
import { rolls, units } from '../units.ts';
import { clauseId, head } from './head.ts';

const cites = z.array(clauseId).min(1, '每一部分至少引一条条款');
const part = z.string().regex(/^[a-z][a-z0-9-]*$/, '部分的名称只能用小写字母、数字和连字符');
const field = z.string();
export const reviewedFields = z
  .array(z.strictObject({ field, minLength: z.number().int().positive().optional() }))
  .min(1);
const answers = z.array(field).min(1);

/**
 * `review`: a legal review of major decisions, written once. Each part cites its own clauses and becomes rules of its
 * own, named `<id>.<part>`; what is left out asks for nothing.
 */
export const reviewSchema = z.strictObject({
  kind: z.literal('review'),
  /** What the ids of its parts begin with. */
  id: part,
  kinds: head.kinds,
  /** Which decisions need it. */
  when: conditionSchema,
  judged: z.strictObject({ cites, effect: z.enum(['void', 'advise']) }),
  decision: z.strictObject({
    cites,
    acts: z.array(z.string()).min(1),
    when: conditionSchema.optional(),
    passedCites: cites.optional(),
    unchangedCites: cites.optional(),
  }),
  /** Approving the decision beforehand is deciding: a head may not go ahead of the review either. */
  approval: z
    .strictObject({
      cites,
      acts: z.array(z.string()).min(1),
      when: conditionSchema,
      /** Opinions after which ending the case, and no more, may be approved. */
      ending: z.array(z.string()).min(1),
    })
    .optional(),
  exempt: z
    .array(
      z.strictObject({
        part,
        cites,
        when: conditionSchema,
        /** What must be shown in place of the review. */
        instead: conditionSchema.optional(),
      }),
    )
    .optional(),
  reviewer: z.strictObject({ cites, ofUnit: z.boolean().optional() }).optional(),
  apart: z.strictObject({ cites }).optional(),
  qualified: z.strictObject({ cites, since: z.strictObject({ param: z.string() }) }).optional(),
  routes: z
    .array(z.strictObject({ part, cites, when: conditionSchema, unit: conditionSchema, because: z.string() }))
    .optional(),
  materials: z
    .array(z.strictObject({ part, cites, when: conditionSchema.optional(), fields: reviewedFields }))
    .optional(),
  items: z.strictObject({ cites, fields: reviewedFields }).optional(),
  written: z.strictObject({ cites, fields: reviewedFields }).optional(),
  opinions: z
    .array(
      z.strictObject({
        opinion: z.string(),
        cites,
        /** Nothing else may be said beside it. */
        alone: z.strictObject({ cites }).optional(),
        allYes: answers.optional(),
        noneNo: answers.optional(),
        someNo: answers.optional(),
        fields: reviewedFields.optional(),
        list: z.boolean().optional(),
      }),
    )
    .optional(),
  clock: z
    .strictObject({
      cites,
      duty: part,
      label: z.string().min(2),
      owedBy: z.enum(['legal-reviewer', 'unit-head', 'agency-head']),
      n: amountSchema,
      unit: z.enum(units),
      unitBasis: clauseId,
      roll: z.enum(rolls),
      remind: z.strictObject({ n: amountSchema, unit: z.enum(['day', 'workday']) }).optional(),
      assumption: z.string().optional(),
      extend: z
        .strictObject({ cites, n: amountSchema, unit: z.enum(units), by: z.array(z.string()).min(1) })
        .optional(),
    })
    .optional(),
  /** The case's own limit, which the review keeps as well; and the hint when it leaves too little. */
  inTime: z
    .strictObject({
      cites,
      start: z.string(),
      n: amountSchema,
      unit: z.enum(units),
      unitBasis: clauseId,
      roll: z.enum(rolls),
      end: z.string(),
      /** Where the case's own limit is lengthened, this one goes with it. */
      extend: z
        .array(z.strictObject({ granted: z.string(), n: amountSchema, unit: z.enum(units), cites }))
        .min(1)
        .optional(),
    })
    .optional(),
  reexamination: z.strictObject({ cites, fields: reviewedFields }).optional(),
  supplied: z.strictObject({ cites }).optional(),
  answered: z.array(z.strictObject({ part, cites, opinion: z.string(), fields: reviewedFields })).optional(),
  confirm: z.strictObject({ cites }).optional(),
});
export type ReviewText = z.infer<typeof reviewSchema>;

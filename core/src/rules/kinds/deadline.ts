import { z } from 'zod';
import { cycles } from '../../time/index.ts';
import { amountSchema } from '../condition.ts';
import { owers } from '../primitive.ts';
import type { Duty } from '../primitive.ts';
import { rolls, units } from '../units.ts';
import { bindingHead, clauseId, lowerHead } from './head.ts';
import type { Standing } from './head.ts';

const extendedBy = z.array(clauseId).min(1, '延长要引条款');

/** `deadline`: from A within n until B. The unit is always written and the clause that fixes it is named. */
export const deadlineSchema = z.strictObject({
  kind: z.literal('deadline'),
  ...bindingHead,
  duty: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string().min(2),
  owedBy: z.enum(owers),
  start: z.union([
    z.string(),
    z.strictObject({ endOf: z.union([z.string(), z.array(z.string()).min(2)]) }),
    z.strictObject({
      every: z.union([z.enum(cycles), z.strictObject({ param: z.string() })]),
      of: z.string(),
    }),
  ]),
  within: z.strictObject({
    n: amountSchema,
    unit: z.enum(units),
    unitBasis: clauseId,
    /** Where the text leaves the unit open: warned of by `unit`, late by this one. */
    lateBy: z.literal('workday').optional(),
  }),
  roll: z.enum(rolls),
  until: z.string().optional(),
  extend: z
    .array(
      z.union([
        z.strictObject({ granted: z.string(), n: amountSchema, unit: z.enum(units), cites: extendedBy }),
        /** The day that was granted, as a fact tells it. */
        z.strictObject({ granted: z.string(), to: z.string(), cites: extendedBy }),
      ]),
    )
    .min(1)
    .optional(),
  suspend: z
    .array(z.strictObject({ from: z.string(), to: z.string(), label: z.string().min(2) }))
    .min(1)
    .optional(),
  remind: z.strictObject({ n: amountSchema, unit: z.enum(['hour', 'day', 'workday']) }).optional(),
  lapses: z.boolean().optional(),
  act: z.string().optional(),
  /** Of an approval: the matter that is to be approved, a code of `approval-matter`. */
  matter: z.string().optional(),
});

export function lowerDeadline(rule: z.infer<typeof deadlineSchema>, standing: Standing): Duty {
  return {
    primitive: 'duty',
    ...lowerHead(rule, standing),
    duty: rule.duty,
    label: rule.label,
    owedBy: rule.owedBy,
    start: rule.start,
    within: {
      n: rule.within.n,
      unit: rule.within.unit,
      roll: rule.roll,
      unitBasis: rule.within.unitBasis,
      ...(rule.within.lateBy === undefined ? {} : { lateBy: rule.within.lateBy }),
    },
    ...(rule.until === undefined ? {} : { until: rule.until }),
    ...(rule.extend === undefined
      ? {}
      : { extend: rule.extend.map(({ cites, ...rest }) => ({ ...rest, clauses: cites })) }),
    ...(rule.suspend === undefined ? {} : { suspend: rule.suspend }),
    ...(rule.remind === undefined ? {} : { remind: rule.remind }),
    ...(rule.lapses === true ? { lapses: true } : {}),
    ...(rule.act === undefined ? {} : { act: rule.act }),
    ...(rule.matter === undefined ? {} : { matter: rule.matter }),
  };
}

import { z } from 'zod';
import { amountSchema, conditionSchema, literalSchema, referenceSchema, spanFields } from '../condition.ts';
import { factTypes } from '../fact-type.ts';
import type { Given, TableRow } from '../primitive.ts';
import { head, lowerHead } from './head.ts';
import type { Standing } from './head.ts';

const given: z.ZodType<Given> = z.union([
  literalSchema,
  z.strictObject({ after: referenceSchema, ...spanFields }),
  z.strictObject({ endOf: z.string() }),
  z.strictObject({
    accrues: z.strictObject({
      base: referenceSchema,
      permille: amountSchema,
      dueOf: z.string(),
      cap: referenceSchema,
    }),
  }),
]);

/** `definition`: when something counts as done, or what a value is. Definitions of one word are the rows of one table. */
export const definitionSchema = z.strictObject({
  kind: z.literal('definition'),
  ...head,
  when: conditionSchema.optional(),
  defines: z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z-]*$/, '所定义的词写作“对象.名称”'),
  label: z.string().min(2),
  type: z.enum(factTypes),
  gives: given,
});

export function lowerDefinition(rule: z.infer<typeof definitionSchema>, standing: Standing): TableRow {
  return {
    primitive: 'table',
    ...lowerHead(rule, standing),
    defines: rule.defines,
    label: rule.label,
    type: rule.type,
    gives: rule.gives,
  };
}

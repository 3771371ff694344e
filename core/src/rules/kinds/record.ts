import { z } from 'zod';
import type { Need, NeededField } from '../primitive.ts';
import { bindingHead, effect, forceOf, lowerHead } from './head.ts';
import type { Standing } from './head.ts';

const neededField = z.strictObject({
  field: z.string(),
  minLength: z.number().int().positive().optional(),
  format: z.string().optional(),
  contains: z.array(z.string().min(1)).min(1).optional(),
  lacks: z.array(z.string().min(1)).min(1).optional(),
  notBefore: z.string().optional(),
  notAfter: z.string().optional(),
});

/** `record`: fields an act must leave, with closed checks. */
export const recordSchema = z.strictObject({
  kind: z.literal('record'),
  ...bindingHead,
  acts: z.array(z.string()).min(1),
  fields: z.array(neededField).min(1),
  effect,
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]+$/, '拒绝码用大写字母和下划线')
    .default('FIELD_MISSING'),
});

export function lowerRecord(rule: z.infer<typeof recordSchema>, standing: Standing): Need {
  return {
    primitive: 'need',
    ...lowerHead(rule, standing),
    ...forceOf(standing),
    acts: rule.acts,
    fields: rule.fields.map(withoutUndefined),
    effect: rule.effect,
    code: rule.code,
  };
}

function withoutUndefined(field: z.infer<typeof neededField>): NeededField {
  return Object.fromEntries(
    Object.entries(field).filter(([, value]) => value !== undefined),
  ) as unknown as NeededField;
}

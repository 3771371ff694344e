import { z } from 'zod';
import { pers } from './subject.ts';
import type { Per } from './subject.ts';
import { rolls, units } from './units.ts';

/**
 * A condition is a tree of a closed set of words; nothing in it can be executed. A reference names a fact of the
 * vocabulary, or `input.…`, `record.…`, `actor.…` of the proposed act, or `param.…`.
 */
export type Condition =
  | string
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison
  | { readonly known: string }
  | { readonly elapsed: { readonly since: string } & SpanRule }
  | { readonly leadTime: { readonly before: string; readonly n: Amount; readonly unit: 'day' | 'workday' } }
  | { readonly every: OverSubjects }
  | { readonly some: OverSubjects }
  | { readonly none: OverSubjects }
  | { readonly count: OverSubjects & { readonly atLeast?: Literal; readonly atMost?: Literal } }
  | { readonly duty: string; readonly is: 'late' | 'ended' | 'met' };

/** Compares what a reference names with a value or another reference. */
export type Comparison =
  | { readonly is: readonly [string, Literal] }
  | { readonly in: readonly [string, readonly Literal[]] }
  | { readonly only: readonly [string, readonly Literal[]] }
  | { readonly atLeast: readonly [string, Literal] }
  | { readonly atMost: readonly [string, Literal] }
  | { readonly before: readonly [string, string] }
  | { readonly after: readonly [string, string] }
  | { readonly sameAs: readonly [string, string] };

export type Literal = string | number | boolean | { readonly param: string } | { readonly fact: string };

/** A number of units: written, a parameter, a field or fact, or the longest of several (文书写明的日数多于规则的,从文书). */
export type Amount =
  | number
  | { readonly param: string }
  | { readonly fact: string }
  | { readonly longest: readonly Amount[] };

export interface SpanRule {
  readonly n: Amount;
  readonly unit: (typeof units)[number];
  readonly roll: (typeof rolls)[number];
}

export interface OverSubjects {
  readonly per: Per;
  readonly where?: Condition | undefined;
  readonly that?: Condition | undefined;
}

export const referenceSchema = z.string().regex(/^[a-z][A-Za-z0-9.-]*$/, '引用的写法不对');
export const literalSchema: z.ZodType<Literal> = z.union([
  z.string(),
  z.number().int(),
  z.boolean(),
  z.strictObject({ param: z.string() }),
  z.strictObject({ fact: referenceSchema }),
]);

export const amountSchema: z.ZodType<Amount> = z.lazy(() =>
  z.union([
    z.number().int().positive(),
    z.strictObject({ param: z.string() }),
    z.strictObject({ fact: referenceSchema }),
    z.strictObject({ longest: z.array(amountSchema).min(2) }),
  ]),
);

export const spanFields = { n: amountSchema, unit: z.enum(units), roll: z.enum(rolls) };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() => {
  const over = z.strictObject({
    per: z.enum(pers),
    where: conditionSchema.optional(),
    that: conditionSchema.optional(),
  });
  return z.union([
    referenceSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ is: z.tuple([referenceSchema, literalSchema]) }),
    z.strictObject({ in: z.tuple([referenceSchema, z.array(literalSchema).min(1)]) }),
    z.strictObject({ only: z.tuple([referenceSchema, z.array(literalSchema).min(1)]) }),
    z.strictObject({ atLeast: z.tuple([referenceSchema, literalSchema]) }),
    z.strictObject({ atMost: z.tuple([referenceSchema, literalSchema]) }),
    z.strictObject({ before: z.tuple([referenceSchema, referenceSchema]) }),
    z.strictObject({ after: z.tuple([referenceSchema, referenceSchema]) }),
    z.strictObject({ sameAs: z.tuple([referenceSchema, referenceSchema]) }),
    z.strictObject({ known: referenceSchema }),
    z.strictObject({ elapsed: z.strictObject({ since: referenceSchema, ...spanFields }) }),
    z.strictObject({
      leadTime: z.strictObject({
        before: referenceSchema,
        n: amountSchema,
        unit: z.enum(['day', 'workday']),
      }),
    }),
    z.strictObject({ every: over }),
    z.strictObject({ some: over }),
    z.strictObject({ none: over }),
    z.strictObject({
      count: z.strictObject({
        per: z.enum(pers),
        where: conditionSchema.optional(),
        that: conditionSchema.optional(),
        atLeast: literalSchema.optional(),
        atMost: literalSchema.optional(),
      }),
    }),
    z.strictObject({ duty: z.string(), is: z.enum(['late', 'ended', 'met']) }),
  ]) as z.ZodType<Condition>;
});

import { z } from 'zod';
import type { Primitive } from '../primitive.ts';
import { deadlineSchema, lowerDeadline } from './deadline.ts';
import { definitionSchema, lowerDefinition } from './definition.ts';
import { gateExceptionSchema, gateSchema, lowerGate } from './gate.ts';
import type { Standing } from './head.ts';
import { lowerRecord, recordSchema } from './record.ts';

/** A rule as a legal officer writes it. */
export const ruleSchema = z.union([
  gateSchema,
  gateExceptionSchema,
  deadlineSchema,
  recordSchema,
  definitionSchema,
]);
export type RuleText = z.infer<typeof ruleSchema>;

/** The schema a raw rule should be read with, by its kind: so that a fault is told of the kind that was meant. */
export function schemaFor(raw: unknown): z.ZodType<RuleText> {
  const { kind, exceptionTo } = (raw ?? {}) as { kind?: unknown; exceptionTo?: unknown };
  if (kind === 'gate') return exceptionTo === undefined ? gateSchema : gateExceptionSchema;
  if (kind === 'deadline') return deadlineSchema;
  if (kind === 'definition') return definitionSchema as unknown as z.ZodType<RuleText>;
  if (kind === 'record') return recordSchema as unknown as z.ZodType<RuleText>;
  return z.never({ error: `还不支持的规则种类：${String(kind)}` }) as unknown as z.ZodType<RuleText>;
}

/** Turns the rules of one pack into what the engine knows. Exceptions are attached to the gates they name, wherever those stand. */
export function lowerRules(
  rules: readonly { readonly text: RuleText; readonly standing: Standing }[],
): readonly Primitive[] {
  const exceptions = rules.flatMap(({ text, standing }) =>
    'exceptionTo' in text ? [{ text, standing }] : [],
  );
  return rules.flatMap(({ text, standing }): Primitive[] => {
    if ('exceptionTo' in text) return [];
    if (text.kind === 'gate')
      return [
        lowerGate(
          text,
          exceptions.filter((one) => one.text.exceptionTo === text.id),
          standing,
        ),
      ];
    if (text.kind === 'deadline') return [lowerDeadline(text, standing)];
    if (text.kind === 'definition') return [lowerDefinition(text, standing)];
    return [lowerRecord(text, standing)];
  });
}

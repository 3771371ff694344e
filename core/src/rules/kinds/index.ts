import { z } from 'zod';
import type { CaseKind } from '../../case/kind.ts';
import type { Primitive } from '../primitive.ts';
import { deadlineSchema, lowerDeadline } from './deadline.ts';
import { definitionSchema, lowerDefinition } from './definition.ts';
import { gateExceptionSchema, gateSchema, lowerGate } from './gate.ts';
import type { Standing } from './head.ts';
import type { PlainText, RulePart } from './parts.ts';
import { isLater, laterSchemas } from './later.ts';
import type { LaterText } from './later.ts';
import { partsOfProcedure, procedureSchema } from './procedure.ts';
import { partsOfPublication, publicationSchema } from './publication.ts';
import { lowerRecord, recordSchema } from './record.ts';
import { partsOfRetention, retentionSchema } from './retention.ts';
import { partsOfReview } from './parts-of-review.ts';
import { reviewSchema } from './review.ts';

/** A rule as a legal officer writes it. */
export const ruleSchema = z.union([
  gateSchema,
  gateExceptionSchema,
  deadlineSchema,
  recordSchema,
  definitionSchema,
  procedureSchema,
  publicationSchema,
  retentionSchema,
  reviewSchema,
]);
export type RuleText = z.infer<typeof ruleSchema> | LaterText;

/** The schema a raw rule should be read with, by its kind: so that a fault is told of the kind that was meant. */
export function schemaFor(raw: unknown): z.ZodType<RuleText> {
  const { kind, exceptionTo } = (raw ?? {}) as { kind?: unknown; exceptionTo?: unknown };
  if (kind === 'gate') return exceptionTo === undefined ? gateSchema : gateExceptionSchema;
  if (kind === 'deadline') return deadlineSchema;
  if (kind === 'definition') return definitionSchema as unknown as z.ZodType<RuleText>;
  if (kind === 'record') return recordSchema as unknown as z.ZodType<RuleText>;
  if (kind === 'publication') return publicationSchema as unknown as z.ZodType<RuleText>;
  if (kind === 'procedure') return procedureSchema;
  if (kind === 'retention') return retentionSchema;
  if (kind === 'review') return reviewSchema;
  if (typeof kind === 'string' && isLater({ kind })) return laterSchemas[kind as LaterText['kind']];
  return z.never({ error: `还不支持的规则种类：${String(kind)}` }) as unknown as z.ZodType<RuleText>;
}

/**
 * The plain rules a rule comes to: itself, or the parts of a larger kind. A larger kind is nothing but several plain
 * rules written together, so the checks, the coverage and the engine know plain rules only.
 */
export function partsOf(text: RuleText): readonly RulePart[] {
  const known = parted.get(text);
  if (known !== undefined) return known;
  const parts = partedAnew(text);
  parted.set(text, parts);
  return parts;
}

/** A text is taken apart once: what looks for one rule goes through all of them. */
const parted = new WeakMap<RuleText, readonly RulePart[]>();

function partedAnew(text: RuleText): readonly RulePart[] {
  if (isLater(text)) return [];
  if (text.kind === 'procedure') return about([text.of], partsOfProcedure(text));
  if (text.kind === 'publication') return about(text.kinds, partsOfPublication(text));
  if (text.kind === 'retention') return about(text.kinds, partsOfRetention(text));
  if (text.kind === 'review') return about(text.kinds, partsOfReview(text));
  return [{ rule: text, under: [] }];
}

/** Parts of a rule about some kinds of enforcement are about those. An exception is about what its gate is about. */
function about(kinds: CaseKind[] | undefined, parts: readonly RulePart[]): readonly RulePart[] {
  if (kinds === undefined) return parts;
  return parts.map((part) =>
    'exceptionTo' in part.rule ? part : { ...part, rule: { ...part.rule, kinds } },
  );
}

/** Turns rules into what the engine knows. Exceptions are attached to the gates they name, wherever those stand. */
export function lowerRules(
  rules: readonly { readonly text: RuleText; readonly standing: Standing }[],
): readonly Primitive[] {
  const plain = rules.flatMap(({ text, standing }) =>
    partsOf(text).map(({ rule }) => ({
      text: rule,
      standing,
      of: text.id === rule.id ? undefined : { id: text.id, kind: text.kind },
    })),
  );
  return lowerPlain(plain).map(({ primitive, of }) => (of === undefined ? primitive : { ...primitive, of }));
}

interface Plain {
  readonly text: PlainText;
  readonly standing: Standing;
  readonly of: Primitive['of'];
}

function lowerPlain(rules: readonly Plain[]): readonly { primitive: Primitive; of: Primitive['of'] }[] {
  const exceptions = rules.flatMap(({ text, standing }) =>
    'exceptionTo' in text ? [{ text, standing }] : [],
  );
  const lower = ({ text, standing }: Plain): Primitive[] => {
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
  };
  return rules.flatMap((rule) => lower(rule).map((primitive) => ({ primitive, of: rule.of })));
}

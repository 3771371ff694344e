import type { z } from 'zod';
import type { deadlineSchema } from './deadline.ts';
import type { definitionSchema } from './definition.ts';
import type { gateExceptionSchema, gateSchema } from './gate.ts';
import type { recordSchema } from './record.ts';

/** A rule that is lowered to one primitive by itself. */
export type PlainText =
  | z.infer<typeof gateSchema>
  | z.infer<typeof gateExceptionSchema>
  | z.infer<typeof deadlineSchema>
  | z.infer<typeof recordSchema>
  | z.infer<typeof definitionSchema>;

/**
 * One of the plain rules that a rule of a larger kind comes to. Its id is `<rule>.<part>`, so that examples, exceptions,
 * coverage and mutation speak of the part, and it cites the clauses of its own section.
 */
export interface RulePart {
  readonly rule: PlainText;
  /** Where in the larger text it is written: a fault of the part is told there. */
  readonly under: readonly PropertyKey[];
}

/** Id of a part of a rule. */
export function partId(rule: string, part: string): string {
  return `${rule}.${part}`;
}

import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import type { Gate, GateException } from '../primitive.ts';
import { bindingHead, effect, forceOf, head, lowerHead, ruleId } from './head.ts';
import type { Standing } from './head.ts';

/** `gate`: an act is blocked unless a condition is true. */
export const gateSchema = z.strictObject({
  kind: z.literal('gate'),
  ...bindingHead,
  acts: z.array(z.string()).min(1),
  unless: conditionSchema,
  effect,
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/, '拒绝码用大写字母和下划线'),
  because: z.string().min(4),
  remedy: z.strictObject({
    says: z.string().min(2),
    act: z.string().optional(),
    // The matter ends with it here: what was refused is not done afterwards.
    instead: z.literal(true).optional(),
  }),
  admissible: z.literal(false).optional(),
  /**
   * True where its text leaves the list open (以“等”收尾): refused first, passed by a written reason, as if followed by
   * analogy. False where it is never followed by analogy only, such as who is within its scope at all.
   */
  reference: z.boolean().optional(),
});

/** An exception to a gate, labelled with the gate it lifts. */
export const gateExceptionSchema = z.strictObject({
  kind: z.literal('gate'),
  id: ruleId,
  cites: head.cites,
  exceptionTo: ruleId,
  when: conditionSchema,
  assumption: head.assumption,
  instead: conditionSchema.optional(),
});

export function lowerGate(
  rule: z.infer<typeof gateSchema>,
  exceptions: readonly { readonly text: z.infer<typeof gateExceptionSchema>; readonly standing: Standing }[],
  standing: Standing,
): Gate {
  return {
    primitive: 'gate',
    ...lowerHead(rule, standing),
    ...forceOf(standing, rule.reference),
    acts: rule.acts,
    unless: rule.unless,
    exceptions: exceptions.map(lowerException),
    effect: rule.effect,
    code: rule.code,
    because: rule.because,
    remedy:
      rule.remedy.act === undefined
        ? { says: rule.remedy.says }
        : {
            says: rule.remedy.says,
            act: rule.remedy.act,
            ...(rule.remedy.instead === undefined ? {} : { instead: rule.remedy.instead }),
          },
    ...(rule.admissible === undefined ? {} : { admissible: rule.admissible }),
  };
}

function lowerException({ text, standing }: Parameters<typeof lowerGate>[1][number]): GateException {
  return {
    id: text.id,
    clauses: text.cites,
    inForce: standing.inForce,
    when: text.when,
    ...(text.instead === undefined ? {} : { instead: text.instead }),
  };
}

import { z } from 'zod';
import { head } from './head.ts';

const says = z.string().min(2);

/**
 * Kinds whose form is settled and which the engine does not carry yet. They are read by their form, so that a mistake in
 * one is told as such, and refused by the check: a rule that is written and silently does nothing would be worse.
 */
export const laterSchemas = {
  /** 录音录像: which activities, how far, what is filmed, what happens when it breaks off. */
  recording: z.strictObject({
    kind: z.literal('recording'),
    ...head,
    activities: z.array(says).min(1),
    extent: z.enum(['none', 'as-needed', 'key-moments', 'whole']),
    films: z.array(says).min(1).optional(),
    interruptions: says.optional(),
  }),
  /** 台账、清单: its columns, who approves it, when it is brought up to date. */
  register: z.strictObject({
    kind: z.literal('register'),
    ...head,
    label: says,
    columns: z.array(says).min(1),
    approvedBy: says.optional(),
    update: says.optional(),
  }),
  /** 定期和专项报告: to whom, how often, what it says. */
  report: z.strictObject({
    kind: z.literal('report'),
    ...head,
    label: says,
    to: says,
    every: z.enum(['once', 'month', 'quarter', 'half-year', 'year']),
    contents: z.array(says).min(1).optional(),
  }),
  /** 过错责任: what is forbidden, who answers, with what, and who does not. */
  responsibility: z.strictObject({
    kind: z.literal('responsibility'),
    ...head,
    conduct: says,
    answers: z.array(says).min(1),
    sanctions: z.array(says).min(1).optional(),
    exemptions: z.array(says).min(1).optional(),
  }),
  /** 案卷评查: items with what each is worth. */
  evaluation: z.strictObject({
    kind: z.literal('evaluation'),
    ...head,
    items: z.array(z.strictObject({ label: says, points: z.number().int().positive() })).min(1),
  }),
} as const;

export type LaterText = z.infer<(typeof laterSchemas)[keyof typeof laterSchemas]>;

/** A rule of a kind that is not carried yet. */
export function isLater(text: { readonly kind: string }): text is LaterText {
  return Object.hasOwn(laterSchemas, text.kind);
}

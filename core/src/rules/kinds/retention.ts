import { z } from 'zod';
import type { Condition } from '../condition.ts';
import { deadlineSchema } from './deadline.ts';
import { gateSchema } from './gate.ts';
import { head } from './head.ts';
import { partId } from './parts.ts';
import type { RulePart } from './parts.ts';

const { duty, label, owedBy, start, within, roll } = deadlineSchema.shape;

/**
 * `retention`: what is kept, for how long, since when, what keeps it longer, and which acts of disposal have to wait.
 * Until the term is over nothing may be disposed of; afterwards nothing must be: the system never deletes by itself.
 */
export const retentionSchema = z
  .strictObject({
    kind: z.literal('retention'),
    ...head,
    duty,
    /** What is kept, such as 行政处罚案卷. */
    category: label,
    owedBy,
    start,
    term: within,
    roll,
    /** Stretches during which the term stands still and nothing is disposed of, such as a lawsuit. */
    holds: z
      .array(z.strictObject({ from: z.string(), to: z.string(), label: z.string().min(2) }))
      .min(1)
      .optional(),
    /** Why nothing keeps it longer; said, so that nobody forgets to ask. */
    noHolds: z.string().min(4).optional(),
    disposal: z.strictObject({
      cites: head.cites,
      acts: z.array(z.string()).min(1),
      because: gateSchema.shape.because,
      remedy: gateSchema.shape.remedy,
    }),
  })
  .refine((rule) => rule.holds !== undefined || rule.noHolds !== undefined, {
    error: '没有写因诉讼、复议等留存（holds）；确实没有的，写 noHolds 说明理由',
    path: ['holds'],
  });
export type RetentionText = z.infer<typeof retentionSchema>;

/** The duty to keep, the gate before disposal, and the gate while something holds it. */
export function partsOfRetention(text: RetentionText): readonly RulePart[] {
  const { disposal, holds = [] } = text;
  const conditions = {
    ...(text.when === undefined ? {} : { when: text.when }),
    ...(text.assumption === undefined ? {} : { assumption: text.assumption }),
  };
  const gate = {
    kind: 'gate',
    per: text.per,
    ...conditions,
    cites: disposal.cites,
    acts: disposal.acts,
    effect: 'void',
    remedy: disposal.remedy,
  } as const;
  return [
    {
      under: [],
      rule: {
        kind: 'deadline',
        id: partId(text.id, 'term'),
        cites: text.cites,
        per: text.per,
        ...conditions,
        duty: text.duty,
        label: `保管${text.category}`,
        owedBy: text.owedBy,
        start: text.start,
        within: text.term,
        roll: text.roll,
        lapses: true,
        ...(holds.length === 0 ? {} : { suspend: holds }),
      },
    },
    {
      under: ['disposal'],
      rule: {
        ...gate,
        id: partId(text.id, 'disposal'),
        unless: { duty: text.duty, is: 'ended' },
        code: 'RETENTION_NOT_MET',
        because: disposal.because,
      },
    },
    // A hold that begins after the term is over lengthens nothing, yet what it holds is wanted as evidence.
    ...holds.map((hold, index): RulePart => {
      const running: Condition = { all: [hold.from, { not: hold.to }] };
      return {
        under: ['holds', index],
        rule: {
          ...gate,
          id: partId(text.id, `hold-${index + 1}`),
          unless: { not: running },
          code: 'RETENTION_HOLD',
          because: `${text.category}正因${hold.label}留存，不得处置`,
          remedy: { says: `等待${hold.label}结束` },
        },
      };
    }),
  ];
}

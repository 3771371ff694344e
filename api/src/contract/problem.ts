import { z } from 'zod';

export const clauseView = z.object({
  id: z.string(),
  cite: z.string().describe('规范名称和条号'),
  gist: z.string().describe('条款大意'),
});

/** One refusal as shown: the sentence is complete in itself; nothing else of it needs to be on screen. */
export const refusalView = z.object({
  code: z.string(),
  sentence: z.string(),
  because: z.string(),
  effect: z.enum(['void', 'curable', 'advise']),
  clauses: z.array(clauseView),
  field: z.string().optional().describe('出错的栏目'),
  remedy: z
    .object({
      says: z.string(),
      act: z.string().optional().describe('能解除这一拒绝的行为'),
      actLabel: z.string().optional(),
      until: z.string().optional().describe('等到哪一日'),
    })
    .optional(),
  admissible: z.boolean().describe('写明原因后可以办理：已经发生的如实记录瑕疵，参照的规定可以不照办'),
  reference: z.boolean().optional().describe('出自参照的规定'),
  conflict: z
    .array(
      z.object({
        rule: z.string().describe('只用作报请裁定时的地址'),
        cite: z.string(),
        sentence: z.string(),
      }),
    )
    .optional()
    .describe('同时适用而结论不同的规定，各一句话'),
  difference: z.array(z.object({ what: z.string(), at: z.string() })).optional(),
});

/** RFC 9457 problem document; every 4xx and 5xx of the interface has this shape. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  field: z.string().optional(),
  remedy: z.string().optional(),
  refusals: z.array(refusalView).optional(),
});

export type ContradictingRule = NonNullable<z.infer<typeof refusalView>['conflict']>[number];
export type ClauseView = z.infer<typeof clauseView>;
export type RefusalView = z.infer<typeof refusalView>;
export type Problem = z.infer<typeof problem>;

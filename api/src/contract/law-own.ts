import { z } from 'zod';

/** One value the agency has set for itself. */
const ownValue = z.object({
  id: z.string(),
  param: z.string().describe('只用作地址'),
  label: z.string(),
  value: z.string(),
  base: z.string().describe('上位规定的取值'),
  from: z.string(),
  standing: z.enum(['present', 'past', 'to-come']),
  approved: z.string().describe('谁在哪一日批准，文号'),
  reason: z.string(),
  deviates: z.boolean().describe('与上位规定的取值不同'),
  confirmed: z.string().optional().describe('上级机关确认的文号和日期'),
  cites: z.array(z.string()),
});

/** A parameter that may be set. */
const settable = z.object({
  param: z.string().describe('只用作提交'),
  label: z.string(),
  type: z.enum(['int', 'text', 'bool', 'list']),
  unit: z.string().optional(),
  value: z.string().describe('现在的取值'),
  items: z.array(z.string()).optional().describe('现在所列的各项'),
  choices: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .optional()
    .describe('可以列的项'),
  rule: z.string().describe('往哪边改、须由谁确认'),
  confirmedBy: z.string().optional().describe('不一致的须由哪个机关确认'),
  cites: z.array(z.string()),
});

/** One thing to be made ready before packs bind. */
const preparation = z.object({
  item: z.string().describe('只用作提交'),
  label: z.string(),
  ready: z.boolean(),
  says: z.string().describe('备妥的写明文号、岗位或者不适用的理由；没有的写明缺'),
});

export const ownLawView = z.object({
  today: z.string(),
  agency: z.string(),
  values: z.array(ownValue).describe('最近的在前'),
  settable: z.array(settable),
  preparations: z.array(
    z.object({
      kind: z.enum(['policy', 'step', 'chart']),
      label: z.string(),
      lacking: z.number().int().describe('欠缺几项'),
      items: z.array(preparation),
    }),
  ),
  posts: z.array(z.object({ value: z.string(), label: z.string() })),
  mayAdopt: z.boolean(),
  mayPrepare: z.boolean(),
  adopters: z.string().describe('谁能够自定取值'),
  preparers: z.string().describe('谁能够登记启用准备'),
});

export type OwnLawView = z.infer<typeof ownLawView>;

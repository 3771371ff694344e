import { z } from 'zod';

const column = z.object({
  id: z.string().describe('只用作地址'),
  title: z.string(),
  issuer: z.string(),
  edition: z.string().describe('施行日'),
});

const cell = z.object({
  words: z.string().describe('没有这一项的是空的'),
  cites: z.array(z.object({ id: z.string(), cite: z.string() })),
});

/** What packs say otherwise than each other, each with the higher law it rests on. What all say alike is only counted. */
export const lawComparisonView = z.object({
  today: z.string(),
  columns: z.array(column),
  sections: z.array(
    z.object({
      label: z.string().describe('取值、期限、认定、记载、前提'),
      rows: z.array(z.object({ label: z.string(), cells: z.array(cell) })),
      alike: z.number().int().describe('各列相同、没有列出的'),
    }),
  ),
  choices: z.array(column).describe('可以比较的规定'),
});

export type LawComparisonView = z.infer<typeof lawComparisonView>;

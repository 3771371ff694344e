import { z } from 'zod';

const units = z.array(z.string()).describe('划出的机构；空为全部划出');

/** 机关的合并、分立: powers given to other agencies, agencies whose power is taken over, and what waits on either side. */
export const successionView = z.object({
  cessions: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      name: z.string().describe('承继的机关'),
      ground: z.string(),
      document: z.string(),
      from: z.string(),
      begun: z.boolean(),
      units,
    }),
  ),
  predecessors: z.array(
    z.object({
      agency: z.string(),
      name: z.string(),
      document: z.string(),
      from: z.string(),
      units,
    }),
  ),
  offered: z
    .array(
      z.object({
        agency: z.string(),
        name: z.string(),
        document: z.string(),
        from: z.string(),
        begun: z.boolean(),
        units,
      }),
    )
    .describe('已经登记划给本机关、本机关还没有登记承继的'),
});
export type SuccessionView = z.output<typeof successionView>;

/** Files that wait to change hands, so many at a time. */
export const cedingFiles = z.object({
  files: z.array(
    z.object({
      stream: z.string(),
      title: z.string(),
      number: z.string().optional(),
      parties: z.array(z.string()),
      stageLabel: z.string(),
    }),
  ),
  waiting: z.number().int().describe('共有几件'),
  atLeast: z.boolean().describe('还有没有数到的'),
});
export type CedingFiles = z.output<typeof cedingFiles>;

import { z } from 'zod';

const typed = z.string().max(200);

/** A notice as somebody copies it from the paper, or the text of a calendar file. Taken as typed: faults are told. */
export const calendarQuestion = z.strictObject({
  text: z.string().max(20_000).optional().describe('日历文件的全文'),
  form: z
    .strictObject({
      year: typed,
      number: typed,
      title: typed,
      issued: typed,
      off: z.array(z.strictObject({ name: typed, first: typed, last: typed })).max(30),
      work: z.array(z.strictObject({ day: typed })).max(30),
    })
    .optional()
    .describe('照通知逐条填写的内容'),
});

const dayKind = z.object({
  kind: z.enum(['workday', 'weekend', 'makeup', 'statutory', 'bridge']),
  name: z.string().optional(),
});

/** What is wrong with it, or what it would change. */
export const calendarReading = z.object({
  faults: z.array(
    z.object({
      field: z.string().describe('出错的栏目'),
      where: z.string().describe('栏目的中文名称'),
      says: z.string(),
    }),
  ),
  draft: z
    .object({
      input: z.record(z.string(), z.unknown()).describe('录入放假通知的内容'),
      year: z.number().int(),
      standing: z.enum(['announced', 'provisional', 'none']),
      days: z.array(z.object({ day: z.string(), before: dayKind, after: dayKind })),
      workdays: z.object({ before: z.number().int(), after: z.number().int() }),
      cases: z.number().int().describe('期限跨过这些日子的案件'),
      open: z.number().int().describe('其中还有事项未办的'),
    })
    .optional(),
});

export const datesView = z.object({
  due: z.string(),
  lawfulDue: z.string(),
  sentences: z.array(z.string()).describe('日期的由来'),
});

/** How far a changed calendar has been applied to the cases, and what came of it. */
export const recomputationView = z.object({
  state: z.enum(['none', 'running', 'interrupted', 'done']),
  total: z.number().int(),
  cases: z.number().int(),
  movedCases: z.number().int().describe('有日期变动的案件'),
  changes: z.array(
    z.object({
      stream: z.string(),
      title: z.string(),
      number: z.string().optional(),
      label: z.string(),
      subject: z.string(),
      before: datesView.optional(),
      after: datesView.optional(),
    }),
  ),
  more: z.boolean().describe('变动太多，没有全部列出'),
});

export type CalendarQuestion = z.infer<typeof calendarQuestion>;
export type CalendarReading = z.infer<typeof calendarReading>;
export type RecomputationView = z.infer<typeof recomputationView>;

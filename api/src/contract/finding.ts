import { z } from 'zod';
import { caseRow } from './views.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const yes = z.literal('1');

/** How a case list is narrowed. As texts, since they stand in addresses; what is absent narrows nothing. */
export const caseFilter = z.strictObject({
  text: z.string().max(100).optional(),
  stage: z.string().optional(),
  handler: z.string().max(60).optional().describe('承办人；me 是本人'),
  since: day.optional().describe('开案自这一日'),
  until: day.optional().describe('开案至这一日'),
  late: yes.optional().describe('只看逾期'),
  flawed: yes.optional().describe('只看有瑕疵'),
  enforcement: z.string().optional().describe('执法的种类'),
  mark: z.string().max(60).optional().describe('只看单列的一种'),
  exempted: yes.optional().describe('免审清单：只看批准不先经法制审核的'),
});

export const foundRow = caseRow.extend({
  found: z
    .object({ entry: z.string(), title: z.string(), text: z.string() })
    .optional()
    .describe('检索的词在卷内何处'),
});

export const caseList = z.object({
  rows: z.array(foundRow),
  next: z.string().optional(),
  count: z.number().int().optional().describe('只在第一页；至多数到上限'),
  more: z.boolean().optional().describe('不止这些'),
});

export const savedFilter = z.strictObject({
  id: z.string().regex(/^[0-9A-Z]{26}$/),
  name: z.string().trim().min(1).max(20),
  asked: caseFilter,
});
export const savedFilters = z.object({ filters: z.array(savedFilter) });

/** Something one can go to, found by a few words. */
export const findings = z.object({
  cases: z.array(foundRow),
  clauses: z.array(z.object({ id: z.string(), cite: z.string(), gist: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), cases: z.number().int() })),
});

const mark = z.object({ mark: z.string().describe('只用作筛选'), label: z.string() });

/** 单列: what the packs in force count apart, by name alone: a list of cases needs no more to be narrowed. */
export const markNames = z.object({ marks: z.array(mark) });

/** The same with how many there are: counted when somebody asks for it. */
export const marks = z.object({
  marks: z.array(
    mark.extend({
      count: z.number().int(),
      more: z.boolean().describe('不止这些'),
    }),
  ),
});

export const people = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })),
});

export type CaseFilter = z.infer<typeof caseFilter>;
export type CaseList = z.infer<typeof caseList>;
export type FoundRow = z.infer<typeof foundRow>;
export type SavedFilter = z.infer<typeof savedFilter>;
export type SavedFilters = z.infer<typeof savedFilters>;
export type Findings = z.infer<typeof findings>;
export type MarkNames = z.infer<typeof markNames>;
export type Marks = z.infer<typeof marks>;
export type People = z.infer<typeof people>;

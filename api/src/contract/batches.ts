import { z } from 'zod';
import { actRequest } from './acts.ts';
import { problem } from './problem.ts';
import { actView, caseRow, formView, option } from './views.ts';

/**
 * How many cases one request may name. A measure of the product, not of the law: what is longer is sent in portions,
 * so that a progress can be shown, the sending stopped, and nobody else kept waiting.
 */
export const mostInBatch = 100;

/** How many of the selected cases are looked at to say which acts are worth offering. */
export const mostLookedAt = 24;

const caseIds = (most: number) =>
  z
    .array(z.string().regex(/^[0-9A-Z]{26}$/))
    .min(1)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, '同一件案列了两次');

/** The same act on many cases: what is common once, what differs with each. Each is an act of its own, with its own id. */
export const batchRequest = z.strictObject({
  ...actRequest.omit({ id: true, stream: true, basedOn: true }).shape,
  acts: z
    .array(
      z.strictObject({
        ...actRequest.pick({ id: true, stream: true, basedOn: true }).shape,
        input: actRequest.shape.input.default({}).describe('本案不同于共同内容的录入'),
        record: actRequest.shape.record.describe('本案不同于共同内容的栏目'),
      }),
    )
    .min(1)
    .max(mostInBatch),
});

/** What came of one case. The others do not depend on it. */
export const batchOutcome = z.object({
  id: z.string(),
  stream: z.string().optional(),
  outcome: z
    .enum(['done', 'replayed', 'possible', 'refused', 'changed', 'failed'])
    .describe('办成；此前已经办成；可以办；不能办；打开之后案卷有变化；没有办成'),
  version: z.number().int().optional(),
  problem: problem.optional().describe('没有办成的原因和补救'),
});

export const batchResult = z.object({ results: z.array(batchOutcome) });

export const batchFormRequest = z.strictObject({
  act: z.string().min(1).max(60),
  cases: caseIds(mostInBatch),
});

/** One case as it stands before the act: whether it can be done, what is known of it, and what is being decided on. */
export const batchCase = z.object({
  stream: z.string(),
  version: z.number().int(),
  row: caseRow,
  gist: z.array(z.string()).describe('据以办理的要点：线索、拟处罚、已签的意见'),
  preview: actView,
  prefill: formView.shape.prefill,
  own: z.record(z.string(), z.array(option)).describe('出自本案卷的选项，按栏目'),
});

export const batchForm = z.object({
  form: formView.optional().describe('共同的表单；没有一件可办时为空'),
  cases: z.array(batchCase),
  missing: z.array(z.string()).describe('没有找到的案卷'),
});

export const batchActsRequest = z.strictObject({ cases: caseIds(2000) });

export const batchActs = z.object({
  acts: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      possible: z.number().int(),
      ahead: z.boolean().describe('办案路径上接下来的步骤'),
    }),
  ),
  lookedAt: z.number().int().describe('看了其中几件'),
});

export type BatchRequest = z.input<typeof batchRequest>;
export type BatchOutcome = z.infer<typeof batchOutcome>;
export type BatchResult = z.infer<typeof batchResult>;
export type BatchCase = z.infer<typeof batchCase>;
export type BatchForm = z.infer<typeof batchForm>;
export type BatchActs = z.infer<typeof batchActs>;

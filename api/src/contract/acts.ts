import { z } from 'zod';
import { refusalView } from './problem.ts';

const value: z.ZodType = z.unknown();

/** What is sent to do an act. Sent again with the same id it happens once. */
export const actRequest = z.strictObject({
  id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, '行为编号应为 ULID'),
  name: z.string().min(1).max(60),
  stream: z.string().max(80).optional().describe('对哪个案卷作出；登记案源时不填'),
  input: z.record(z.string(), value),
  record: z.record(z.string(), value).default({}),
  occurredAt: z.string().max(40).optional().describe('发生的时刻；不填为现在'),
  basedOn: z.number().int().nonnegative().optional().describe('根据案卷的哪一版作出'),
  delegation: z.string().max(40).optional().describe('代他人签署的，所依据的授权'),
  admits: z
    .array(z.strictObject({ code: z.string().max(60), reason: z.string().trim().min(4).max(500) }))
    .max(20)
    .optional()
    .describe('承认的瑕疵及其原因，只用于已经发生的事情'),
});

export const actResult = z.object({
  outcome: z.enum(['done', 'replayed', 'possible']),
  stream: z.string(),
  version: z.number().int(),
  defects: z.array(z.object({ code: z.string(), sentence: z.string(), reason: z.string() })),
  advice: z.array(refusalView),
});

export type ActRequest = z.input<typeof actRequest>;
export type ActResult = z.infer<typeof actResult>;

import { z } from 'zod';

/** An agency that enforces together with this one, as the page of a case shows it. */
export const partnerView = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().optional().describe('牵头或者配合；只知道名称的没有'),
  matters: z.array(z.string()).describe('该机关的职权事项'),
  ours: z.array(z.string()).describe('与它联合时本机关的职权事项'),
  people: z.array(z.string()).describe('该机关的执法人员，连同证件编号'),
  document: z.string().optional().describe('安排联合执法的文书'),
  joined: z.string(),
  left: z.object({ at: z.string(), reason: z.string() }).optional(),
  result: z.object({ entry: z.string(), text: z.string() }).optional().describe('该机关的结果'),
});

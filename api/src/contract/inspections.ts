import { z } from '@hono/zod-openapi';
import { actView } from './views.ts';

const drawTerms = z.object({
  purpose: z.string(),
  objects: z.array(z.object({ code: z.string(), name: z.string() })),
  officers: z.array(z.string()),
  exclusions: z.array(z.object({ object: z.string(), officer: z.string(), reason: z.string() })),
  count: z.number().int(),
  each: z.number().int(),
  source: z.string(),
  issue: z.string(),
});

const lot = z.object({ id: z.string(), lot: z.string() });

/** What may be inspected, what is planned, and every draw with all that is needed to draw again. */
export const inspectionsView = z.object({
  stream: z.string(),
  version: z.number().int(),
  name: z.string(),
  now: z.string(),
  acts: z.array(actView),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      basis: z.string(),
      rank: z.string(),
      objects: z.string(),
      content: z.string(),
      way: z.string(),
      from: z.string(),
      until: z.string().optional(),
      publishedOn: z.string().optional(),
      publishedIn: z.string().optional(),
      standing: z.enum(['published', 'waiting', 'over']).describe('今天能否检查：已公布、尚未公布、已经失效'),
    }),
  ),
  plans: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      year: z.number().int(),
      yearlyCap: z.number().int().optional(),
      publishedOn: z.string().optional(),
      publishedIn: z.string().optional(),
      lines: z.array(
        z.object({
          id: z.string(),
          item: z.string(),
          objects: z.string(),
          share: z.number().int().optional(),
          times: z.number().int(),
          from: z.string(),
          until: z.string(),
          joint: z.string().optional(),
          draws: z.number().int().describe('已经抽取的次数'),
        }),
      ),
    }),
  ),
  draws: z.array(
    z.object({
      id: z.string(),
      terms: drawTerms,
      source: z.string().describe('公开号码来源的名称'),
      commitment: z.string(),
      committedAt: z.string(),
      knownAt: z.string(),
      names: z.record(z.string(), z.object({ name: z.string(), certificate: z.string().optional() })),
      result: z
        .object({
          number: z.string(),
          proof: z.string(),
          seed: z.string(),
          at: z.string(),
          results: z.array(z.object({ object: z.string(), lot: z.string(), officers: z.array(lot) })),
        })
        .optional(),
    }),
  ),
});

export type InspectionsView = z.infer<typeof inspectionsView>;

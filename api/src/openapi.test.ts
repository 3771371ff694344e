import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appOf } from './start/app.ts';
import type { World } from './world.ts';

const committed = new URL('../../docs/openapi.json', import.meta.url);

/** The description is made while routes are added: none of them is called, so nothing of the world is needed but whether it is a demonstration. */
async function described(): Promise<string> {
  const world = { demonstration: { token: '', roles: [] } } as unknown as World;
  const app = appOf(world, {
    onError: (error) => {
      throw error;
    },
    onRequest: () => undefined,
  });
  const response = await app.request('/api/openapi.json');
  // Indented by one: by two it would be larger than what the formatter looks at.
  return `${JSON.stringify(await response.json(), undefined, 1)}\n`;
}

describe('接口说明', () => {
  it('与 docs/openapi.json 一致；有意改变的，以 UPDATE_GOLDEN=1 重写、整理格式后一并提交', async () => {
    const now = await described();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(committed, now);
    // As data: how the file is laid out is the formatter's business.
    expect(JSON.parse(now)).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
  });

  it('每个接口有中文名称、分类和失败时的样子', async () => {
    const { paths } = JSON.parse(await described()) as {
      paths: Record<
        string,
        Record<string, { summary?: string; tags?: string[]; responses: Record<string, { content?: object }> }>
      >;
    };
    const routes = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes) {
      expect(route.summary).toMatch(/[\u4e00-\u9fff]/);
      expect(route.tags).toHaveLength(1);
      expect(Object.keys(route.responses['default']?.content ?? {})).toEqual(['application/problem+json']);
    }
  });
});

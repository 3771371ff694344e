import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actRequest, actResult } from '../contract/index.ts';
import type { World } from '../world.ts';
import { doAct } from './doing.ts';
import { bodyOf, documented } from './documented.ts';
import { accountOf } from './signed-in.ts';

/** The one way to do anything: an act by name. `check` answers the same and writes nothing. */
export function actRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'post',
      path: '/api/acts',
      summary: '作出行为',
      tag: '行为',
      body: actRequest,
      answer: actResult,
      status: 201,
    },
    (context) => answer(world, context, false),
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/acts/check',
      summary: '检查行为能否作出',
      tag: '行为',
      body: actRequest,
      answer: actResult,
    },
    (context) => answer(world, context, true),
  );
}

async function answer(world: World, context: Context, dryRun: boolean): Promise<Response> {
  const account = await accountOf(world, context);
  const { value, sent } = await bodyOf(context, actRequest);
  const result = await doAct(world, account, { value, sent, dryRun });
  return context.json(result, result.outcome === 'done' ? 201 : 200);
}

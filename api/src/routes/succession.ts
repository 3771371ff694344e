import type { OpenAPIHono } from '@hono/zod-openapi';
import { cessionsOf, predecessorOf } from '@zhaozhang/core';
import { cedingFiles, successionView as schema } from '../contract/index.ts';
import { notFound } from '../problem.ts';
import { othersOf } from '../acts/stored-states.ts';
import { filesLine, filesOfCession, successionView } from '../views/succession.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';

/** Files listed at a time: what is done with them is done in portions, and then the next ones are asked for. */
const shown = 200;

const tag = '承继';

/** 机关合并、分立: who has taken over from whom, and which files wait to change hands. */
export function successionRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/agency/succession', summary: '职权的划出和承继', tag, answer: schema },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      const { others } = await othersOf(world.store, await world.store.agencies());
      return context.json(successionView(standing, Object.values(others ?? {})));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/agency/succession/outgoing/{cession}',
      summary: '职权已经划出、等待移交的案卷',
      tag,
      answer: cedingFiles,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const cession = cessionsOf(agency).find(({ id }) => id === context.req.param('cession'));
      if (cession === undefined) throw notFound('这次划出');
      return context.json(await filesOfCession(world.store, agency, cession, shown));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/agency/succession/incoming/{agency}',
      summary: '已经移交、等待本机关接收的案卷',
      tag,
      answer: cedingFiles,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const from = predecessorOf(agency, context.req.param('agency') ?? '');
      if (from === undefined) throw notFound('这次承继');
      const { rows, waiting } = await world.store.cededWaiting(agency.id, {
        from: from.agency,
        limit: shown,
      });
      return context.json({ files: rows.map(filesLine), waiting, atLeast: false });
    },
  );
}

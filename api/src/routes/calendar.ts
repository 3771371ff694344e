import type { OpenAPIHono } from '@hono/zod-openapi';
import { calendarQuestion, calendarReading, recomputationView } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import { calendarReadingOf } from '../views/law/calendar-reading.ts';
import { recomputationOf, recomputationViewOf } from '../views/law/recomputation.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { movedBy } from './moved.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';

/** What a holiday notice would change, asked before it is entered, and what came of it afterwards. */
export function calendarRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'post',
      path: '/api/law/calendar/reading',
      summary: '放假通知的试读：错在哪里，或者改变哪些日子',
      tag: '律例',
      body: calendarQuestion,
      answer: calendarReading,
    },
    async (context) => {
      const account = await accountOf(world, context);
      if (!account.administrator)
        throw new ProblemError({ title: '只有管理员能够录入放假通知', status: 403, remedy: '请管理员办理' });
      const { value } = await bodyOf(context, calendarQuestion);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      const read = calendarReadingOf(value, agency, standing, world.library.statute);
      if ('faults' in read) return context.json({ faults: read.faults });
      const found =
        read.span === undefined
          ? { cases: 0, open: 0 }
          : await world.store.recomputing.count(account.agency, read.span);
      return context.json({ faults: [], draft: { ...read.draft, ...found } });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/law/calendar/{year}/recomputation',
      summary: '一年的日历变动之后，案件的重算',
      tag: '律例',
      answer: recomputationView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const asked = context.req.param('year') ?? '';
      if (!/^\d{4}$/.test(asked)) throw notFound('这一年的日历');
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      const { agency } = account;
      const busy = world.recomputer.busy(agency);
      const found = recomputationOf(await world.store.recomputing.list(agency), Number(asked));
      const result = await movedBy(world, agency, busy ? undefined : found);
      return context.json(recomputationViewOf(found, busy, result, standing.law));
    },
  );
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import { packsOn } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import { saidExamples, withParents } from '@zhaozhang/law';
import type { SaidExample } from '@zhaozhang/law';
import { calendarView, lawView } from '../contract/index.ts';
import { notFound } from '../problem.ts';
import { calendarViewOf } from '../views/law/calendar.ts';
import { lawViewOf } from '../views/law.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';

/** The law that binds the agency today, to be read. It holds nothing of any case, so reading it is not noted. */
export function lawRoutes(app: OpenAPIHono, world: World): void {
  // Packs are read once, at the start; their examples when somebody first asks, and again if that did not succeed.
  let reading: Promise<readonly SaidExample[]> | undefined;
  const examples = (): Promise<readonly SaidExample[]> => {
    reading ??= saidExamples(world.lawFolder, world.library).then(
      (read) => read,
      (error: unknown) => {
        reading = undefined;
        throw error;
      },
    );
    return reading;
  };

  documented(
    app,
    { method: 'get', path: '/api/law', summary: '今天适用的律例', tag: '律例', answer: lawView },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      const today = dayOf(standing.now);
      const packs = withParents(world.library, packsOn(agency.bindings, today));
      const view = lawViewOf(packs, await examples(), standing.law, today, agency.units);
      return context.json({ ...view, refused: world.lawRefused });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/law/calendar/{year}',
      summary: '一年的工作日日历',
      tag: '律例',
      answer: calendarView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      const asked = context.req.param('year') ?? '';
      const view = /^\d{4}$/.test(asked)
        ? calendarViewOf(Number(asked), standing.law.calendar, world.library.statute, dayOf(standing.now))
        : undefined;
      if (view === undefined) throw notFound('这一年的日历');
      return context.json(view);
    },
  );
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import { packsOn } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import { saidExamples, withParents } from '@zhaozhang/law';
import type { SaidExample } from '@zhaozhang/law';
import { z } from 'zod';
import { calendarView, lawComparisonView, lawView } from '../contract/index.ts';
import type { LawComparisonView } from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import { calendarViewOf } from '../views/law/calendar.ts';
import { comparisonOf } from '../views/law/comparison.ts';
import { lawViewOf } from '../views/law.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';

const mostCompared = 12;
const mostKept = 50;

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

  const compared = new Map<string, LawComparisonView>();
  documented(
    app,
    {
      method: 'get',
      path: '/api/law/comparison',
      summary: '几部规定并排比较：各自有什么不同',
      tag: '律例',
      query: z.object({ packs: z.string().optional().describe('规则包，以逗号分开，最多十二个') }),
      answer: lawComparisonView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      await agencyOf(world, account);
      const asked = [...new Set((context.req.query('packs') ?? '').split(',').filter((id) => id !== ''))];
      if (asked.length > mostCompared)
        throw new ProblemError({
          title: `一次最多比较 ${mostCompared} 部`,
          status: 400,
          field: 'packs',
          remedy: '去掉几部再比较',
        });
      if (asked.some((id) => !world.library.packs.has(id))) throw notFound('所选的规定');
      const today = dayOf(world.clock.now());
      // The packs do not change while the server runs; each choice is put together once a day.
      const key = `${today} ${asked.join(' ')}`;
      const view = compared.get(key) ?? comparisonOf(world.library, asked, today);
      if (compared.size >= mostKept) compared.clear();
      compared.set(key, view);
      return context.json(view);
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

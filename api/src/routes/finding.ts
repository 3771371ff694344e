import type { OpenAPIHono } from '@hono/zod-openapi';
import { caseKinds, cite, marksOfLaw, stages } from '@zhaozhang/core';
import type { ActContext, AgencyState, CaseState, CaseSummary, Law } from '@zhaozhang/core';
import { addDays, parseDay } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import type { Account, CaseFilter as Narrowing, StateRow } from '@zhaozhang/store';
import { normalise } from '@zhaozhang/store';
import { z } from 'zod';
import {
  caseFilter,
  caseList,
  findings,
  markNames,
  marks,
  people,
  savedFilter,
  savedFilters,
} from '../contract/index.ts';
import type { CaseFilter, Findings, FoundRow } from '../contract/index.ts';
import { foundIn } from '../finding/found-in.ts';
import { notFound, ProblemError } from '../problem.ts';
import { caseRow } from '../views/case-row.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';
import { blank } from './views.ts';

const pageSize = 50;
/** Nobody reads on beyond, and counting has to end. */
const countedTo = 1000;
/** Of each kind, in the quick search. */
const foundAtMost = 6;
const filtersAtMost = 20;

/** Finding: case lists, the filters a person keeps, and one search over cases, people and the law. */
export function findingRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'get',
      path: '/api/cases',
      summary: '案件列表',
      tag: '查看',
      query: caseFilter.extend({ after: z.string().optional() }),
      answer: caseList,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { after, ...asked } = context.req.query();
      const agency = await agencyOf(world, account);
      const filter = filterOf(asked);
      const { context: standing } = await standingOf(world, account, agency);
      const narrowing = narrowingOf(filter, account, standing);
      const first = blank(after) === undefined;
      const [page, count] = await Promise.all([
        world.store
          .listCases(account.agency, {
            ...narrowing,
            after: blank(after),
            limit: pageSize,
            // Where the words stand is told from the file itself.
            whole: filter.text !== undefined,
          })
          .catch((error: unknown) => {
            if (error instanceof RangeError || isBadValue(error))
              throw fault('after', '翻页标记不对', '从第一页重新查看');
            throw error;
          }),
        first ? world.store.countCases(account.agency, narrowing, countedTo) : undefined,
      ]);
      return context.json({
        rows: page.rows.map((row) => found(row, agency, standing.law, filter.text)),
        ...(page.next === undefined ? {} : { next: page.next }),
        ...(count === undefined ? {} : { count: count.n, more: count.more }),
      });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/find',
      summary: '一处查找：案件、人员、条款',
      tag: '查看',
      query: z.object({ text: z.string().max(100) }),
      answer: findings,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { text } = filterOf({ text: context.req.query('text') ?? '' });
      if (text === undefined) return context.json({ cases: [], clauses: [], people: [] });
      const agency = await agencyOf(world, account);
      const [{ context: standing }, page] = await Promise.all([
        standingOf(world, account, agency),
        world.store.listCases(account.agency, { text, limit: foundAtMost, whole: true }),
      ]);
      return context.json({
        cases: page.rows.map((row) => found(row, agency, standing.law, text)),
        clauses: clausesFound(standing.law, text),
        people: await peopleFound(world, agency, text),
      });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/marks',
      summary: '哪些案件单列，各有多少件',
      tag: '查看',
      answer: marks,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      const counted = marksOfLaw(standing.law).map(async ({ word, label }) => {
        const { n, more } = await world.store.countCases(account.agency, { mark: word }, countedTo);
        return { mark: word, label, count: n, more };
      });
      return context.json({ marks: await Promise.all(counted) });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/marks/names',
      summary: '哪些案件单列',
      tag: '查看',
      answer: markNames,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      return context.json({
        marks: marksOfLaw(standing.law).map(({ word, label }) => ({ mark: word, label })),
      });
    },
  );

  documented(
    app,
    { method: 'get', path: '/api/people', summary: '本机关人员', tag: '查看', answer: people },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      return context.json({ people: peopleOf(agency) });
    },
  );

  documented(
    app,
    { method: 'get', path: '/api/filters', summary: '本人存下的筛选', tag: '查看', answer: savedFilters },
    async (context) => {
      const account = await accountOf(world, context);
      return context.json({ filters: await world.store.filters.list(ownerOf(account)) });
    },
  );

  documented(
    app,
    {
      method: 'post',
      path: '/api/filters',
      summary: '存一个筛选；同名的被替换',
      tag: '查看',
      body: savedFilter,
      answer: savedFilters,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, savedFilter);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      narrowingOf(value.asked, account, standing);
      const { id, name, asked } = value;
      const kept = await world.store.filters.put(
        ownerOf(account),
        { id, name, asked: { ...asked } },
        filtersAtMost,
      );
      if (!kept)
        throw new ProblemError({
          title: `存下的筛选已有 ${filtersAtMost} 个`,
          status: 409,
          field: 'name',
          remedy: '先删去不用的',
        });
      return context.json({ filters: await world.store.filters.list(ownerOf(account)) });
    },
  );

  documented(
    app,
    {
      method: 'delete',
      path: '/api/filters/{id}',
      summary: '删去存下的筛选',
      tag: '查看',
      answer: savedFilters,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const id = context.req.param('id') ?? '';
      if (!savedFilter.shape.id.safeParse(id).success) throw notFound('这个筛选');
      await world.store.filters.drop(ownerOf(account), id);
      return context.json({ filters: await world.store.filters.list(ownerOf(account)) });
    },
  );
}

function ownerOf(account: Account): { agency: string; account: string } {
  return { agency: account.agency, account: account.id };
}

function fault(field: string, title: string, remedy: string): ProblemError {
  return new ProblemError({ title, status: 400, field, remedy });
}

const remedies: Readonly<Record<string, readonly [string, string]>> = {
  text: ['检索词过长', '不超过 100 字'],
  since: ['开案起日不是日期', '按 2026-03-12 的写法填写'],
  until: ['开案止日不是日期', '按 2026-03-12 的写法填写'],
};

/** What stands in an address, read; empty parts narrow nothing, nor does what is no part of a filter. */
function filterOf(asked: Readonly<Record<string, string>>): CaseFilter {
  const given = Object.fromEntries(
    Object.entries(asked).filter(([part, value]) => part in caseFilter.shape && value.trim() !== ''),
  );
  const parsed = caseFilter.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? 'query');
  const [title, remedy] = remedies[field] ?? ['筛选条件不对', '从页面上的筛选中选择'];
  throw fault(field, title, remedy);
}

function narrowingOf(asked: CaseFilter, account: Account, standing: ActContext): Narrowing {
  const { law, now, refs } = standing;
  const { agency } = refs;
  if (asked.mark !== undefined && !marksOfLaw(law).some(({ word }) => word === asked.mark))
    throw fault('mark', '现在适用的规则包没有这种单列', '从清单中选择');
  if (asked.stage !== undefined && !stages.some((one) => one === asked.stage))
    throw fault('stage', '没有这个阶段', '从清单中选择');
  if (asked.enforcement !== undefined && !caseKinds.some((one) => one === asked.enforcement))
    throw fault('enforcement', '没有这一类执法', '从清单中选择');
  const handler = asked.handler === 'me' ? (account.officerId ?? '') : asked.handler;
  if (asked.handler !== undefined && asked.handler !== 'me' && !Object.hasOwn(agency.officers, asked.handler))
    throw fault('handler', '没有这名承办人', '从清单中选择');
  const since = asked.since === undefined ? undefined : dayIn('since', asked.since);
  const until = asked.until === undefined ? undefined : dayIn('until', asked.until);
  if (since !== undefined && until !== undefined && until < since)
    throw fault('until', '开案止日早于起日', '核对起止日期');
  return {
    text: asked.text,
    stage: asked.stage,
    handler,
    since: since === undefined ? undefined : beginOf(since),
    before: until === undefined ? undefined : beginOf(addDays(until, 1)),
    lateAt: asked.late === undefined ? undefined : now,
    flawed: asked.flawed === undefined ? undefined : true,
    exempted: asked.exempted === undefined ? undefined : true,
    mark: asked.mark,
    enforcement: asked.enforcement,
  };
}

function dayIn(field: string, text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  const [title, remedy] = remedies[field] ?? ['日期不对', '按 2026-03-12 的写法填写'];
  throw fault(field, title, remedy);
}

function beginOf(day: Day): string {
  return `${day}T00:00:00+08:00`;
}

function found(row: StateRow, agency: AgencyState, law: Law, text: string | undefined): FoundRow {
  const line = caseRow(row.stream, row.summary as unknown as CaseSummary, agency, law);
  const where = text === undefined ? undefined : foundIn(row.state as unknown as CaseState, text);
  return where === undefined ? line : { ...line, found: where };
}

function wordsOf(text: string): readonly string[] {
  return normalise(text).split(/\s+/u).filter(Boolean);
}

function clausesFound(law: Law, text: string): Findings['clauses'] {
  const words = wordsOf(text);
  const hits: Findings['clauses'] = [];
  for (const [id, { gist = '' }] of Object.entries(law.clauses)) {
    const told = cite([id], law);
    if (words.every((word) => normalise(`${told}${gist}`).includes(word)))
      hits.push({ id, cite: told, gist });
    if (hits.length === foundAtMost) break;
  }
  return hits;
}

function peopleOf(agency: AgencyState): { id: string; name: string; unit: string }[] {
  return Object.values(agency.officers).map(({ id, name, unit }) => ({
    id,
    name,
    unit: agency.units[unit]?.name ?? '',
  }));
}

async function peopleFound(world: World, agency: AgencyState, text: string): Promise<Findings['people']> {
  const words = wordsOf(text);
  const hits = peopleOf(agency)
    .filter(({ name, unit }) => words.every((word) => normalise(`${name} ${unit}`).includes(word)))
    .slice(0, foundAtMost);
  return Promise.all(
    hits.map(async (one) => ({
      ...one,
      cases: (await world.store.countCases(agency.id, { handler: one.id }, countedTo)).n,
    })),
  );
}

/** The database says that a value is not of its type (class 22): it was in the mark a page is turned by. */
function isBadValue(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')
  );
}

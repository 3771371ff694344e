import type { OpenAPIHono } from '@hono/zod-openapi';
import { actDefinitions } from '@zhaozhang/core';
import {
  agencyView as agencyViewSchema,
  approvalsOnline,
  formView as formViewSchema,
  inspectionsView as inspectionsViewSchema,
  itemsView as itemsViewSchema,
} from '../contract/index.ts';
import { notFound } from '../problem.ts';
import { enteredBefore, itemActs, itemsView } from '../views/agency-items.ts';
import { agencyPageActs, agencyView } from '../views/agency.ts';
import { approvalsOnlineOf } from '../views/approvals-online.ts';
import { formView } from '../views/form.ts';
import { inspectionPageActs, inspectionsView } from '../views/inspections.ts';
import type { World } from '../world.ts';
import { othersOf } from '../acts/stored-states.ts';
import { documented } from './documented.ts';
import { accountOf, agencyOf, foreseenBy, standingOf } from './signed-in.ts';

/** The agency's own records. They hold nothing of any case, so reading them is not noted. */
export function agencyRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/agency', summary: '机关事务', tag: '查看', answer: agencyViewSchema },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      return context.json(agencyView(standing, await foreseenBy(world, agency)));
    },
  );

  documented(
    app,
    { method: 'get', path: '/api/agency/items', summary: '权责清单', tag: '查看', answer: itemsViewSchema },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      return context.json(itemsView(standing));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/agency/approvals',
      summary: '审批的网上流转率',
      tag: '查看',
      answer: approvalsOnline,
    },
    async (context) => {
      const account = await accountOf(world, context);
      return context.json(await approvalsOnlineOf(world.store, account.agency));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/agency/inspections',
      summary: '检查事项、计划和随机抽查',
      tag: '查看',
      answer: inspectionsViewSchema,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      return context.json(inspectionsView(standing));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/agency/forms/{act}',
      summary: '机关事务的表单',
      tag: '查看',
      answer: formViewSchema,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const act = [...agencyPageActs, ...inspectionPageActs, ...itemActs].find(
        (name) => name === context.req.param('act'),
      );
      if (act === undefined) throw notFound('这张表单');
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      const others = await othersFor(world, act);
      const form = formView(agency, act, { ...standing, refs: { ...standing.refs, ...others } });
      const of = context.req.query('of');
      if (of === undefined) return context.json(form);
      const prefill = enteredBefore(agency, act, of);
      if (prefill === undefined) throw notFound('这一项登记');
      return context.json({ ...form, prefill });
    },
  );
}

/** Whom a form may name among the agencies of the installation; only a form about another agency reads their records. */
async function othersFor({ store }: World, act: string): ReturnType<typeof othersOf> {
  return actDefinitions.get(act)?.agencies === undefined ? {} : othersOf(store, await store.agencies());
}

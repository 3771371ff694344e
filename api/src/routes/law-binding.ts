import type { OpenAPIHono } from '@hono/zod-openapi';
import { keeperOf, keeperWords, mayKeep } from '@zhaozhang/core';
import { dayOf, parseDay } from '@zhaozhang/core/time';
import { PackUnknown } from '@zhaozhang/law';
import type { StoredAccount } from '@zhaozhang/store';
import type { Context } from 'hono';
import {
  bindingAsked,
  lawBindingView,
  lawTrialView,
  ownLawView,
  recomputationView,
} from '../contract/index.ts';
import { notFound, ProblemError } from '../problem.ts';
import { lawBindingView as viewOf } from '../views/law/binding.ts';
import { ownLawView as ownViewOf } from '../views/law/own.ts';
import { recomputationViewOf, ruleChangeOf } from '../views/law/recomputation.ts';
import { lawTrialViewOf } from '../views/law/trial.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { movedBy } from './moved.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';

/** 启用: packs are tried on the open cases, proposed by one person, confirmed by another. */
export function lawBindingRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'get',
      path: '/api/law/binding',
      summary: '启用的规则包、待确认的提议、可以启用的规则包',
      tag: '律例',
      answer: lawBindingView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      return context.json(viewOf(standing, world.library, world.lawBook, world.demonstration !== undefined));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/law/own',
      summary: '机关自定的取值和启用准备',
      tag: '律例',
      answer: ownLawView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      return context.json(ownViewOf(standing));
    },
  );

  documented(
    app,
    {
      method: 'post',
      path: '/api/law/trials',
      summary: '试算：所列的规则包自某日起启用，会改变哪些在办案件',
      tag: '律例',
      body: bindingAsked,
      answer: lawTrialView,
      status: 201,
    },
    async (context) => {
      const account = await proposerOf(context);
      const { value } = await bodyOf(context, bindingAsked);
      const from = parseDay(value.from);
      if (from === undefined)
        throw new ProblemError({
          title: '起日的写法不对',
          status: 400,
          field: 'from',
          remedy: '按年月日填写实际存在的日期',
        });
      const agency = await agencyOf(world, account);
      try {
        const begun = await world.lawTrials.begin(agency, { packs: value.packs, from });
        return context.json(lawTrialViewOf(begun, world.library), 201);
      } catch (error) {
        if (!(error instanceof PackUnknown)) throw error;
        throw new ProblemError({
          title: '所列的规则包没有安装',
          status: 400,
          field: 'packs',
          remedy: '改为已经安装的规则包',
        });
      }
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/law/trials/{id}',
      summary: '试算的进度和结果',
      tag: '律例',
      answer: lawTrialView,
    },
    async (context) => {
      const account = await proposerOf(context);
      const found = world.lawTrials.find(account.agency, context.req.param('id') ?? '');
      if (found === undefined) throw notFound('这次试算');
      return context.json(lawTrialViewOf(found, world.library));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/law/recomputation',
      summary: '启用规则包之后，在办案件的重算',
      tag: '律例',
      answer: recomputationView,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      const busy = world.recomputer.busy(account.agency);
      const found = ruleChangeOf(await world.store.recomputing.list(account.agency));
      return context.json(
        recomputationViewOf(
          found,
          busy,
          await movedBy(world, account.agency, busy ? undefined : found),
          standing.law,
        ),
      );
    },
  );

  /** Titles of cases are told to who may propose alone: a dry run reads all of them. */
  async function proposerOf(context: Context): Promise<StoredAccount> {
    const account = await accountOf(world, context);
    const agency = await agencyOf(world, account);
    const { officerId: officer, administrator } = account;
    const keeper = keeperOf(agency, { officer, administrator }, dayOf(world.clock.now()));
    if (mayKeep('agency.propose-law', keeper)) return account;
    const words = keeperWords('agency.propose-law');
    throw new ProblemError({ title: `只有${words}能够试算`, status: 403, remedy: `请${words}办理` });
  }
}

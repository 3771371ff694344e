import type { OpenAPIHono } from '@hono/zod-openapi';
import { actLabel } from '@zhaozhang/core';
import type { CaseSummary, ToldWhy } from '@zhaozhang/core';
import type { Account, MessageRow as Stored } from '@zhaozhang/store';
import { z } from 'zod';
import { messageList, readMessages, unreadMessages } from '../contract/index.ts';
import type { MessageRow, UnreadMessages } from '../contract/index.ts';
import { ProblemError } from '../problem.ts';
import type { World } from '../world.ts';
import { bodyOf, documented } from './documented.ts';
import { accountOf } from './signed-in.ts';

const pageSize = 50;
/** Beyond that nobody wants to know how many. */
const countedTo = 99;

/** What officers have been told: that something was done in a case of theirs. An account without a post has none. */
export function messageRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'get',
      path: '/api/messages',
      summary: '消息',
      tag: '查看',
      query: z.object({ before: z.string().optional() }),
      answer: messageList,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const before = context.req.query('before');
      if (before !== undefined && !/^\d{1,15}$/.test(before))
        throw new ProblemError({
          title: '翻页标记不对',
          status: 400,
          field: 'before',
          remedy: '从第一页重新查看',
        });
      const rows =
        account.officerId === undefined
          ? []
          : await world.store.messages.list(
              account.agency,
              account.officerId,
              before === undefined ? undefined : Number(before),
              pageSize + 1,
            );
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      return context.json({
        now: world.clock.now(),
        rows: shown.map(view),
        ...(rows.length > pageSize && last !== undefined ? { before: last.n } : {}),
      });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/messages/unread',
      summary: '没有读的消息有几条',
      tag: '查看',
      answer: unreadMessages,
    },
    async (context) => context.json(await unreadOf(world, await accountOf(world, context))),
  );

  documented(
    app,
    {
      method: 'post',
      path: '/api/messages/read',
      summary: '到这一条为止都读过了',
      tag: '查看',
      body: readMessages,
      answer: unreadMessages,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, readMessages);
      if (account.officerId !== undefined)
        await world.store.messages.markRead(account.agency, account.officerId, value.upTo);
      return context.json(await unreadOf(world, account));
    },
  );
}

async function unreadOf(world: World, { agency, officerId }: Account): Promise<UnreadMessages> {
  const counted =
    officerId === undefined ? 0 : await world.store.messages.unread(agency, officerId, countedTo + 1);
  return { unread: Math.min(counted, countedTo), more: counted > countedTo };
}

function view({ n, stream, actId, actName, why, byName, at, read, summary }: Stored): MessageRow {
  const { number } = summary as unknown as CaseSummary;
  return {
    ...{ n, stream, at, read, says: said(why as ToldWhy, byName, actLabel(actName)) },
    // Corrections and the like change a record and make none: its id is the act's only where it made one.
    ...(actName === 'case.correct-entry' ? {} : { entry: actId }),
    ...(number === undefined ? {} : { number }),
  };
}

/** 「吴负责办理了“审批”」 */
function said(why: ToldWhy, by: string, what: string): string {
  if (why === 'assigned') return `${by}指派本人承办`;
  if (why === 'taken-off') return `${by}改派他人承办，本人不再承办`;
  return `${by}办理了「${what}」`;
}

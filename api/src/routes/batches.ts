import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { actDefinitions, aggregateOf } from '@zhaozhang/core';
import type { CaseState } from '@zhaozhang/core';
import type { Account } from '@zhaozhang/store';
import type { Context } from 'hono';
import type { z } from 'zod';
import { statesOf } from '../acts/stored-states.ts';
import { waitingLine } from '../acts/waiting-line.ts';
import {
  actRequest,
  batchActs,
  batchActsRequest,
  batchForm,
  batchFormRequest,
  batchRequest,
  batchResult,
  mostLookedAt,
} from '../contract/index.ts';
import type { BatchActs, BatchForm, BatchOutcome } from '../contract/index.ts';
import { problemOf } from '../operation/trouble.ts';
import { ProblemError } from '../problem.ts';
import { batchActsOf, batchFormOf } from '../views/batch.ts';
import type { World } from '../world.ts';
import { doAct } from './doing.ts';
import { bodyOf, documented } from './documented.ts';
import { accountOf, agencyOf, standingOf } from './signed-in.ts';
import { caseAct, noteReading } from './views.ts';

type Request = z.output<typeof batchRequest>;
type OneOf = Request['acts'][number];

/**
 * One batch of an account at a time, act after act: however many it has to do, it is to everybody else one more person
 * at work, who sends the next act when the last is done.
 */
const line = waitingLine();

/** The same act on many cases. Each is decided and written by itself, exactly as if it had come alone. */
export function batchRoutes(app: OpenAPIHono, world: World, onError: (error: unknown) => void): void {
  documented(
    app,
    {
      method: 'post',
      path: '/api/batches',
      summary: '对多件案作出同一行为，逐案过门',
      tag: '批量',
      body: batchRequest,
      answer: batchResult,
    },
    (context) => answer(world, context, { dryRun: false, onError }),
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/batches/check',
      summary: '逐案检查能否作出',
      tag: '批量',
      body: batchRequest,
      answer: batchResult,
    },
    (context) => answer(world, context, { dryRun: true, onError }),
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/batches/form',
      summary: '多件案共用的表单和各案的情况',
      tag: '批量',
      body: batchFormRequest,
      answer: batchForm,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, batchFormRequest);
      const act = caseAct(value.act);
      const { states, missing, standing } = await seenCases(world, account, value.cases);
      const form: BatchForm = { ...(await batchFormOf(states, act, standing)), missing };
      // What the file says of each is told: that is reading it.
      for (const { stream } of states)
        await noteReading(world, account, stream, '批量办理', standing.law.digest);
      return context.json(form);
    },
  );
  documented(
    app,
    {
      method: 'post',
      path: '/api/batches/acts',
      summary: '所选案件可以办的事项',
      tag: '批量',
      body: batchActsRequest,
      answer: batchActs,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { value } = await bodyOf(context, batchActsRequest);
      // Asked at every tick of a box: a few, spread over the selection, tell what is worth offering.
      const step = Math.max(1, value.cases.length / mostLookedAt);
      const some = Array.from(
        { length: Math.min(mostLookedAt, value.cases.length) },
        (_, index) => value.cases[Math.floor(index * step)] ?? '',
      );
      const { states, standing } = await seenCases(world, account, some);
      const acts: BatchActs = { acts: await batchActsOf(states, standing), lookedAt: states.length };
      return context.json(acts);
    },
  );
}

interface How {
  readonly dryRun: boolean;
  readonly onError: (error: unknown) => void;
}

async function answer(world: World, context: Context, how: How): Promise<Response> {
  const account = await accountOf(world, context);
  const { value } = await bodyOf(context, batchRequest);
  if (actDefinitions.get(value.name)?.aggregate === 'agency')
    throw new ProblemError({
      title: '机关自己的事项不能批量办理',
      status: 400,
      field: 'name',
      remedy: '在机关事务中逐项办理',
    });
  requireApart(value.acts);
  return line([`${account.agency} ${account.id}`], async () => {
    const results: BatchOutcome[] = [];
    for (const one of value.acts) {
      results.push(await outcomeOf(world, account, requestOf(value, one), how));
      await nextTurn();
    }
    return context.json({ results });
  });
}

/** Two acts on one case would each rest on the file without the other. */
function requireApart(acts: readonly OneOf[]): void {
  for (const field of ['id', 'stream'] as const) {
    const named = acts.flatMap((one) => one[field] ?? []);
    const twice = named.findIndex((value, index) => named.indexOf(value) < index);
    if (twice >= 0)
      throw new ProblemError({
        title: '同一件案在一批里列了两次',
        status: 400,
        field: `acts.${twice}.${field}`,
        remedy: '每件案只列一次；同一件案的另一次办理另行提交',
      });
  }
}

/**
 * The act as it would be sent alone: by this it is told apart from another under its id, so that it makes no difference
 * in which batch, beside which others, or whether alone it is sent again.
 */
function requestOf(batch: Request, one: OneOf): z.output<typeof actRequest> {
  const { name, occurredAt, admits, delegation } = batch;
  return actRequest.parse({
    ...{ id: one.id, name },
    ...(one.stream === undefined ? {} : { stream: one.stream }),
    input: { ...batch.input, ...one.input },
    record: { ...batch.record, ...one.record },
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(one.basedOn === undefined ? {} : { basedOn: one.basedOn }),
    ...(admits === undefined ? {} : { admits }),
    ...(delegation === undefined ? {} : { delegation }),
  });
}

async function outcomeOf(
  world: World,
  account: Account,
  value: z.output<typeof actRequest>,
  { dryRun, onError }: How,
): Promise<BatchOutcome> {
  const { id, stream } = value;
  try {
    const done = await doAct(world, account, { value, sent: value, dryRun });
    return { id, stream: done.stream, outcome: done.outcome, version: done.version };
  } catch (error) {
    const which = { id, ...(stream === undefined ? {} : { stream }) };
    // One case must not take the others down with it: it is named, and a fault is logged like any other.
    return { ...which, ...failing(problemOf(error, onError)) };
  }
}

function failing({ problem }: ProblemError): Pick<BatchOutcome, 'outcome' | 'problem'> {
  const refusals = problem.refusals ?? [];
  if (refusals.some((one) => one.code === 'BASIS_CHANGED')) return { outcome: 'changed', problem };
  return { outcome: refusals.length > 0 ? 'refused' : 'failed', problem };
}

/** Cases of the account's own agency among those named; the others are not there, and nothing is told of them. */
async function seenCases(world: World, account: Account, ids: readonly string[]) {
  const agency = await agencyOf(world, account);
  const { context: standing } = await standingOf(world, account, agency);
  const streams = ids.map((id) => `case/${id}`).filter((stream) => aggregateOf(stream) === 'case');
  const found = await statesOf(world.store, account.agency, streams);
  const states = streams.map((stream) => found.get(stream) as CaseState).filter((state) => state.version > 0);
  const missing = streams.filter((stream) => (found.get(stream)?.version ?? 0) === 0);
  return { states, missing, standing };
}

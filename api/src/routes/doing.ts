import { actDefinitions, aggregateOf, keeperWords } from '@zhaozhang/core';
import type { Act, Defect, FieldMap, Law } from '@zhaozhang/core';
import { parseInstant } from '@zhaozhang/core/time';
import type { Account } from '@zhaozhang/store';
import type { z } from 'zod';
import { requireAttachments } from '../acts/attached.ts';
import { perform } from '../acts/perform.ts';
import type { Performed } from '../acts/perform.ts';
import type { actRequest, ActResult } from '../contract/index.ts';
import { ProblemError, refused } from '../problem.ts';
import { defectSentence, refusalView } from '../views/refusal.ts';
import type { World } from '../world.ts';
import { performing } from './performing.ts';
import { actorOf } from './signed-in.ts';

type Request = z.output<typeof actRequest>;

interface Doing {
  readonly value: Request;
  /** Letter by letter as it came: what is told apart from another act under the same id. */
  readonly sent: unknown;
  readonly dryRun: boolean;
}

/**
 * One act of one account, alone or as one of many: the same checks, the same decision, the same write.
 *
 * @throws ProblemError for whatever did not come to be, refusals included
 */
export async function doAct(
  world: World,
  account: Account,
  { value, sent, dryRun }: Doing,
): Promise<ActResult> {
  if (!dryRun) requireClock(world);
  const act = actOf(value, account, world);
  await requireAttachments(world, act);
  const performed = await perform(performing(world), act, actorOf(account), {
    ...{ sent, dryRun },
    delegation: value.delegation,
  });
  // Not waited for: the act is done; how far its consequences have come is asked of the calendar's page.
  if (performed.outcome === 'done' && act.stream.startsWith('agency/'))
    void world.recomputer.look(act.agency);
  else if (performed.outcome === 'done') world.recomputer.follow(act.agency, performed.law.digest);
  return resultOf(act, performed);
}

/** What is dated by a clock that was moved stands in the file for ever: nothing is done until it is right again. */
function requireClock({ clockWatch }: World): void {
  const trouble = clockWatch.trouble();
  if (trouble === undefined) return;
  throw new ProblemError({
    title: '服务器的时钟不可信，没有办成',
    status: 503,
    detail: `${trouble}。`,
    remedy: '请管理员校准时钟后重试；已填的内容不会丢失',
  });
}

function actOf(request: Request, account: Account, world: World): Act {
  const definition = actDefinitions.get(request.name);
  if (definition === undefined)
    throw new ProblemError({
      title: '没有这种行为',
      status: 400,
      field: 'name',
      remedy: '从页面列出的行为中选择',
    });
  const occurredAt = request.occurredAt === undefined ? world.clock.now() : parseInstant(request.occurredAt);
  if (occurredAt === undefined)
    throw new ProblemError({
      title: '发生时刻的写法不对',
      status: 400,
      field: 'occurredAt',
      remedy: '按年月日时分填写实际存在的时刻',
    });
  return {
    id: request.id,
    name: request.name,
    agency: account.agency,
    stream: streamOf(request, account, definition.aggregate),
    input: request.input,
    record: request.record as FieldMap,
    occurredAt,
    ...(request.basedOn === undefined ? {} : { basedOn: request.basedOn }),
    ...(request.admits === undefined ? {} : { admits: request.admits }),
  };
}

/** A lead, or a decision on the spot, opens a file of its own, named by the act; all else is addressed to one that is there. */
function streamOf(request: Request, account: Account, aggregate: 'case' | 'agency'): string {
  if (aggregate === 'agency') return `agency/${account.agency}`;
  const own = actDefinitions.get(request.name)?.opens === true ? `case/${request.id}` : undefined;
  const stream = request.stream ?? own;
  if (stream === undefined || !isCaseStream(stream))
    throw new ProblemError({
      title: '没有指明对哪个案卷办理',
      status: 400,
      field: 'stream',
      remedy: '从案卷页面办理',
    });
  return stream;
}

function isCaseStream(stream: string): boolean {
  return /^case\/[0-9A-Z]{26}$/.test(stream) && aggregateOf(stream) === 'case';
}

function resultOf(act: Act, performed: Performed): ActResult {
  switch (performed.outcome) {
    case 'unknown-stream':
      throw new ProblemError({
        title: '没有找到这个案卷',
        status: 404,
        field: 'stream',
        remedy: '从案件列表打开案卷后办理；新的线索先登记案源',
      });
    case 'not-keeper':
      throw new ProblemError({
        title: `只有${keeperWords(act.name)}能够${actDefinitions.get(act.name)?.label ?? ''}`,
        status: 403,
        remedy: performed.remedy,
      });
    case 'reused':
      throw new ProblemError({
        title: '这个行为编号已经用于另一次办理',
        status: 409,
        field: 'id',
        remedy: '刷新页面后重新办理',
      });
    case 'unbound':
      throw new ProblemError({
        title: '本机关当日没有启用任何规则包',
        status: 409,
        remedy: '请管理员先启用规则包',
      });
    case 'unknown-pack':
      throw new ProblemError({
        title: '所列的规则包没有安装',
        status: 400,
        field: 'input.packs',
        remedy: '改为已经安装的规则包',
      });
    case 'busy':
      throw new ProblemError({
        title: '案卷正被多人同时办理',
        status: 409,
        remedy: '稍候重试，已填的内容不会丢失',
      });
    case 'refused':
      throw refused(performed.refusals, performed.law);
    case 'replayed':
      return {
        outcome: 'replayed',
        stream: act.stream,
        version: performed.version,
        defects: defectsOf(performed.defects, performed.law),
        advice: [],
      };
    case 'done':
    case 'possible':
      return {
        outcome: performed.outcome,
        stream: act.stream,
        version: performed.version,
        defects: defectsOf(performed.decision.defects, performed.law),
        advice: performed.decision.advice.map((one) => refusalView(one, performed.law)),
      };
  }
}

function defectsOf(defects: readonly Defect[], law: Law) {
  return defects.map((defect) => ({
    code: defect.code,
    sentence: defectSentence(defect, law),
    reason: defect.reason,
  }));
}

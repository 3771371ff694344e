import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@zhaozhang/store';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { doAct } from './routes/doing.ts';
import {
  answerTo,
  CaseAtWork,
  head,
  interviewRecord,
  second,
  clockOf,
  handler,
} from './testing/case-at-work.ts';
import type { Milestone, Told } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import type { World } from './world.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const fresh = () => new CaseAtWork(house.client);

/** Both at the very same time, as from two tabs. */
async function twice(file: CaseAtWork, milestone: Milestone, ids: readonly [string, string]) {
  const told = await file.lawful(milestone);
  const requests = await Promise.all(ids.map((id) => file.request({ ...told, id })));
  return Promise.all(requests.map((request) => answerTo(house.client, told.by, request)));
}

const eventsOf = (file: CaseAtWork, act: string) =>
  house.instance.world.store
    .events('wuhan-civil-affairs', file.stream)
    .then((events) => events.filter((one) => JSON.parse(one.data).act === act));

describe('两个窗口同时提交同一件事', () => {
  it('同一编号：只办一次，两个窗口都答复已办', async () => {
    const file = await fresh().upTo('filing-approved');
    const id = ulid();
    const answers = await twice(file, 'filed', [id, id]);
    expect(answers.map((one) => one.result?.outcome).sort()).toEqual(['done', 'replayed']);
    expect(await eventsOf(file, 'case.file')).toHaveLength(1);
  });

  it.each<[Milestone, string, string]>([
    ['filed', 'case.file', '本案已经立案'],
    ['decided', 'case.decide', '本案已作出决定'],
    ['published', 'case.publish', '公示'],
  ])('不同编号办理 %s：只成一件，后到的写明已经办过', async (milestone, act, because) => {
    const before: Partial<Record<Milestone, Milestone>> = {
      ...{ filed: 'filing-approved', decided: 'decision-approved', published: 'publication-approved' },
    };
    const file = await fresh().upTo(before[milestone] ?? 'lead');
    const answers = await twice(file, milestone, [ulid(), ulid()]);
    const refused = answers.filter((one) => one.problem !== undefined);
    expect(answers.filter((one) => one.result?.outcome === 'done')).toHaveLength(1);
    expect(refused).toHaveLength(1);
    const sentences = refused[0]?.problem?.refusals?.map((one) => one.sentence) ?? [];
    expect(sentences.join()).toContain(because);
    expect(sentences.join()).not.toMatch(/[A-Za-z]/);
    expect(await eventsOf(file, act)).toHaveLength(1);
  });

  it('不同编号批同一事项两次：两份意见相同，案件照常往下办', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const answers = await twice(file, 'filing-approved', [ulid(), ulid()]);
    expect(answers.map((one) => one.status)).toEqual([201, 201]);
    file.version = Math.max(...answers.map((one) => one.result?.version ?? 0));
    expect(await file.step('filed')).toMatchObject({ outcome: 'done' });
  });
});

describe('两个人同时办同一件案', () => {
  it('互不相碍的两份笔录都入卷', async () => {
    const file = await fresh().upTo('assigned');
    const now = await clockOf(house.client);
    const requests = await Promise.all(
      [handler, second].map((by, index) =>
        file.request({
          ...{ by, name: 'case.record-interview', occurredAt: now, record: interviewRecord },
          input: { officers: ['zhou', 'he'], person: `证人${index}`, endedAt: now },
        }),
      ),
    );
    const answers = await Promise.all([
      answerTo(house.client, handler, requests[0]),
      answerTo(house.client, second, requests[1]),
    ]);
    expect(answers.map((one) => one.status)).toEqual([201, 201]);
    expect(await eventsOf(file, 'case.record-interview')).toHaveLength(2);
  });

  it('一人正批，另一人补进笔录：批的被拒，列出补进的那一份；看过之后照批', async () => {
    const file = await fresh().upTo('decision-reviewed');
    const seen = file.version;
    const now = await clockOf(house.client);
    await file.do({
      ...{ by: second, name: 'case.record-interview', occurredAt: now, record: interviewRecord },
      input: { officers: ['zhou', 'he'], person: '后来的证人', endedAt: now },
    });
    const approval = { by: head, name: 'case.approve', input: { matter: 'decision', opinion: 'agree' } };
    const record = { 'approval.comment': '同意' };
    const refused = await file.refused({ ...approval, record, basedOn: seen });
    const changed = refused.find((one) => one.code === 'BASIS_CHANGED');
    expect(changed?.difference?.map((one) => one.what).join()).toContain('后来的证人');
    expect(changed?.sentence).not.toMatch(/[A-Za-z]/);
    // 前面环节的意见也在笔录之前，须重新出具。
    await file.step('decision-proposed');
    await file.step('decision-reviewed');
    expect(await file.do({ ...approval, record })).toMatchObject({ outcome: 'done' });
  });
});

describe('另一个服务进程先办了', () => {
  /** A server of its own on the same data, with what it has last read. */
  let other: World;
  beforeAll(() => {
    const urls = JSON.parse(readFileSync(join(house.dataDir, 'secrets', 'runtime.json'), 'utf8')) as {
      appUrl: string;
      portalUrl: string;
    };
    other = { ...house.instance.world, store: openStore(urls) };
  });
  afterAll(() => other.store.close());

  const agency = 'wuhan-civil-affairs';
  const readBy = (file: CaseAtWork) => other.store.states.load(agency, [file.stream, `agency/${agency}`]);
  const doneBy = async (file: CaseAtWork, told: Told) => {
    const account = await other.store.accounts.find('zhouchengban');
    if (account === undefined) throw new Error('没有这个账号');
    const request = await file.request(told);
    const value = { ...request, record: request.record ?? {} };
    return doAct(other, account, { value, sent: value, dryRun: false });
  };

  it('原先读到的不能办、现在能办的，照办', async () => {
    const file = await fresh().upTo('filing-reviewed');
    await readBy(file);
    await file.step('filing-approved');
    expect(await doneBy(file, await file.lawful('filed'))).toMatchObject({ outcome: 'done' });
  });

  it('原先读到的能办、现在已经办过的，说明已经办过，一件也不多', async () => {
    const file = await fresh().upTo('filing-approved');
    await readBy(file);
    await file.step('filed');
    await expect(doneBy(file, await file.lawful('filed'))).rejects.toMatchObject({
      problem: { status: 422, detail: expect.stringContaining('本案已经立案') },
    });
    expect(await eventsOf(file, 'case.file')).toHaveLength(1);
  });

  it('手头的还是现在的样子，就不再读一遍', async () => {
    const file = await fresh().upTo('filing-approved');
    await readBy(file);
    const { store } = other;
    const load = vi.spyOn(store.states, 'load');
    expect(await doneBy(file, await file.lawful('filed'))).toMatchObject({ outcome: 'done' });
    // The number of the file comes from a series nobody here has read.
    expect(load.mock.calls.flatMap(([, streams]) => streams)).not.toContain(file.stream);
    load.mockRestore();
  });
});

it('以上没有一次让服务器出故障', () => {
  expect(house.faults).toEqual([]);
});

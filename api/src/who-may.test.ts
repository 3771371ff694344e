import { actDefinitions } from '@zhaozhang/core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, Problem } from './contract/index.ts';
import { seenCase } from './routes/signed-in.ts';
import { actViews } from './views/acts.ts';
import { administrator, CaseAtWork, nextWorkday } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
const caseActs = [...actDefinitions.values()].filter(({ aggregate }) => aggregate === 'case');
const agencyActs = [...actDefinitions.values()].filter((one) => one.aggregate === 'agency');
/** Officers of the agency by their post; `xu` is on the list and holds none. */
const officers = ['zhou', 'he', 'zheng', 'wu', 'sun', 'xu', 'nobody-here'];

let house: TestInstance;
let file: CaseAtWork;
beforeAll(async () => {
  house = await testInstance();
  file = await new CaseAtWork(house.client).upTo('concluded');
});
afterAll(() => house.end());

const account = (officer: string | undefined, admin = false) =>
  newAccount(house.instance, {
    ...{ agency, name: '某人', administrator: admin },
    ...(officer === undefined ? {} : { officer }),
  });
const check = (cookie: string, name: string, stream?: string) =>
  rawRequest(house.instance.url, '/api/acts/check', {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: [JSON.stringify({ id: ulid(), name, ...(stream === undefined ? {} : { stream }), input: {} })],
  });

describe('服务端与“谁可以办什么”的表', () => {
  it('每种职务看到的每个行为，与核心的回答相同', async () => {
    for (const officer of officers) {
      const { cookie, login } = await account(officer);
      const answer = await rawRequest(house.instance.url, `/api/cases/${file.id}`, { headers: { cookie } });
      expect([officer, answer.status]).toEqual([officer, 200]);
      const view = JSON.parse(answer.text) as CaseView;
      const { world } = house.instance;
      const found = await world.store.accounts.find(login);
      if (found === undefined) throw new Error('没有这个账户');
      const { state, context } = await seenCase(world, found, file.id);
      const told = view.acts.map(({ name, status }) => [officer, name, status]);
      expect(told).toEqual(actViews(state, context, []).map(({ name, status }) => [officer, name, status]));
      expect(view.acts.length).toBeGreaterThan(90);
      const open = view.acts.filter(({ status }) => status !== 'refused').map(({ name }) => name);
      const holdsPost = !['xu', 'nobody-here'].includes(officer);
      expect([officer, open.length > 0]).toEqual([officer, holdsPost]);
    }
  });

  it('没有任职的人、不在名录的人、只管系统的人，登记不了案源，也公示不了、收不了款', async () => {
    for (const cookie of [
      (await account('xu')).cookie,
      (await account('nobody-here')).cookie,
      (await account(undefined, true)).cookie,
    ]) {
      const sent = {
        ...{ id: ulid(), name: 'case.register-lead' },
        input: { source: 'inspection', summary: '日常检查中发现。' },
      };
      const answer = await rawRequest(house.instance.url, '/api/acts', {
        method: 'POST',
        headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
        body: [JSON.stringify(sent)],
      });
      const problem = JSON.parse(answer.text) as Problem;
      expect([answer.status, problem.refusals?.map(({ code }) => code)]).toEqual([422, ['NOT_IN_OFFICE']]);
    }
  });

  it('另一机关的案卷，每个行为都答没有，不答不准', async () => {
    const cookie = await secondAgency(house, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
    for (const { name } of caseActs)
      expect([name, (await check(cookie, name, file.stream)).status]).toEqual([name, 404]);
  });

  it('机关自己的记录，没有职务的人一个也办不了', async () => {
    const { cookie } = await account('nobody-here');
    for (const { name } of agencyActs)
      expect([name, (await check(cookie, name)).status]).toEqual([name, 403]);
  });

  it('任期一结束，开着的页面也办不了', async () => {
    const { cookie } = await account('xu');
    const lead = () => ({
      ...{ id: ulid(), name: 'case.register-lead' },
      input: { source: 'inspection', summary: '日常检查中发现。' },
    });
    const send = async () =>
      (
        await rawRequest(house.instance.url, '/api/acts/check', {
          method: 'POST',
          headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
          body: [JSON.stringify(lead())],
        })
      ).status;
    const post = { officer: 'xu', role: 'clerk', from: '2024-01-01' };
    await file.do({ by: administrator, name: 'agency.appoint', input: { ...post, until: today() } });
    expect(await send()).toBe(200);
    await nextWorkday(house.client);
    expect(await send()).toBe(422);
  });
});

function today(): string {
  return house.instance.world.clock.now().slice(0, 10);
}

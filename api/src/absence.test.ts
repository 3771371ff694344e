import { addDays, dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgencyView, FormView, Worklist } from './contract/index.ts';
import {
  administrator,
  answerTo,
  CaseAtWork,
  clockOf,
  head,
  nextWorkday,
  second,
} from './testing/case-at-work.ts';
import type { Told } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Signs for the head while he is away; holds no post of a head and has no part in these cases. */
const deputy = '孙法审';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const fresh = () => new CaseAtWork(house.client);

async function read<T>(by: string, path: string): Promise<T> {
  const response = await house.client.request(by, 'GET', path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const today = async () => dayOf(instant(await clockOf(house.client)));

/** An act on the agency's records, as the workbench sends it. */
async function keep(by: string, name: string, input: object, record: object = {}) {
  const id = ulid();
  return { id, ...(await answerTo(house.client, by, { id, name, input, record })) };
}

interface Paper {
  readonly by?: string;
  readonly from?: string;
  readonly days?: number;
  readonly matters?: readonly string[];
  readonly upTo?: number;
  readonly delegator?: string;
}

async function paper({
  by = head,
  days = 6,
  matters = ['filing', 'decision'],
  upTo,
  delegator = 'wu',
}: Paper = {}) {
  const from = await today();
  return keep(
    by,
    'agency.delegate',
    {
      ...{ delegator, delegate: 'sun', matters, from, until: addDays(from, days) },
      ...(upTo === undefined ? {} : { upTo }),
    },
    { 'delegation.document': '示民授〔2026〕9 号' },
  );
}

/** Approval of a matter by whoever signs for the head. */
const approval = (matter: string, delegation?: string, by = deputy): Told => ({
  ...{ by, name: 'case.approve', input: { matter, opinion: 'agree' } },
  record: { 'approval.comment': '同意' },
  ...(delegation === undefined ? {} : { delegation }),
});

async function refusalOf(file: CaseAtWork, told: Told) {
  const [refusal, ...others] = await file.refused(told);
  expect(others).toEqual([]);
  // 整句中文，写明怎么办。
  expect(refusal?.sentence).not.toMatch(/[A-Za-z]/);
  expect(refusal?.sentence).toContain(refusal?.remedy?.says ?? '没有补救');
  return refusal?.code;
}

const raisedTo = async (by: string, file: CaseAtWork) =>
  (await read<Worklist>(by, '/api/worklist')).rows.filter(
    (row) => row.stream === file.stream && row.group === 'raised',
  );

describe('负责人离岗五个工作日', () => {
  it('WHMZ-GS-8-3 没有授权时升级提示，授权之后由代签人办理，没有一件逾期，没有一次由无权的人办成', async () => {
    const from = await today();
    for (const [by, officer] of [
      [head, 'wu'],
      ['冯副局', 'feng'],
      ['何协办', 'tan'],
    ] as const)
      expect(
        await keep(by, 'agency.register-absence', {
          ...{ officer, reason: 'business', from, until: addDays(from, 4) },
        }),
      ).toMatchObject({ status: 201 });
    const file = await fresh().upTo('filing-reviewed');

    // 没有人代签：无权的人办不成，管理员看到升级的这一件和原因。
    expect(await refusalOf(file, approval('filing'))).toBe('ROLE_REQUIRED');
    expect(await raisedTo(administrator, file)).toMatchObject([
      { label: '审批立案', raised: { why: expect.stringContaining('没有授权他人代签') } },
    ]);

    const { id, status } = await paper({ upTo: 400_000 });
    expect(status).toBe(201);
    expect(await raisedTo(administrator, file)).toEqual([]);
    const rows = (await read<Worklist>(deputy, '/api/worklist')).rows.filter(
      (row) => row.stream === file.stream,
    );
    expect(rows).toMatchObject([{ label: '审批立案', inPlaceOf: head }]);
    // 不在的人自己仍然看得到。
    expect((await read<Worklist>(head, '/api/worklist')).rows.map((row) => row.stream)).toContain(
      file.stream,
    );

    // 表单缺省以被代理人的名义。
    const form = await read<FormView>(deputy, `/api/cases/${file.id}/forms/case.approve`);
    expect(form).toMatchObject({
      ...{ delegation: id, prefill: { input: { matter: 'filing', step: 'head' } } },
      preview: { inPlaceOf: head },
    });

    await nextWorkday(house.client);
    expect(await file.do(approval('filing', id))).toMatchObject({ outcome: 'done' });
    expect((await file.view()).entries.map((entry) => entry.by)).toContain(`${deputy}（代${head}）`);
    await file.step('filed');
    for (let day = 0; day < 3; day++) {
      await nextWorkday(house.client);
      const { obligations } = await file.view();
      expect(obligations.filter((one) => one.status === 'late' || one.status === 'met-late')).toEqual([]);
      if (day === 0) await file.step('assigned');
    }
  });

  it('机关页写明谁不在、谁代谁签、到哪一日', async () => {
    const { id } = await paper({ days: 9, upTo: 100_000 });
    const view = await read<AgencyView>(second, '/api/agency');
    expect(view.delegations.find((one) => one.id === id)).toMatchObject({
      ...{ delegator: head, delegate: deputy, matters: ['审批立案', '审批决定'] },
      ...{ upTo: '1,000.00 元', standing: 'now' },
    });
    expect(JSON.stringify([view.away, view.delegations.map((one) => one.matters)])).not.toMatch(
      /"[a-z-]+"\]/,
    );
    await keep(head, 'agency.revoke-delegation', { delegation: id });
    expect((await read<AgencyView>(second, '/api/agency')).delegations.map((one) => one.id)).not.toContain(
      id,
    );
  });
});

describe('代签不能越过的', () => {
  it('超出限额的拒绝；重新授权之后办成', async () => {
    const file = await fresh().upTo('decision-reviewed');
    const small = await paper({ upTo: 400_000 });
    expect(await refusalOf(file, approval('decision', small.id))).toBe('DELEGATION_EXCEEDED');
    const large = await paper({ upTo: 500_000 });
    expect(await file.do(approval('decision', large.id))).toMatchObject({ outcome: 'done' });
    expect(await file.step('decided')).toMatchObject({ outcome: 'done' });
  });

  it('不在授权之内的事项拒绝；负责人本人办成', async () => {
    const file = await fresh().upTo('decision-reviewed');
    const { id } = await paper({ matters: ['filing'] });
    expect(await refusalOf(file, approval('decision', id))).toBe('DELEGATION_MATTER');
    expect(await file.step('decision-approved')).toMatchObject({ outcome: 'done' });
  });

  it('不得授权的事项不能登记；去掉之后登记得成', async () => {
    const barred = await paper({ matters: ['decision', 'decide-recusal'] });
    expect(barred.problem?.refusals).toMatchObject([
      { code: 'DELEGATION_BARRED', clauses: [{ id: 'NAT-CF-57-1' }] },
    ]);
    expect(barred.problem?.refusals?.[0]?.remedy?.says).toContain('由负责人本人办理');
    expect(await paper({ matters: ['decision'] })).toMatchObject({ status: 201 });
  });

  it('撤回的授权立刻不能用，本人办成', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const { id } = await paper();
    expect(await keep(head, 'agency.revoke-delegation', { delegation: id })).toMatchObject({ status: 201 });
    expect(await refusalOf(file, approval('filing', id))).toBe('DELEGATION_NOT_IN_FORCE');
    expect(await file.step('filing-approved')).toMatchObject({ outcome: 'done' });
  });

  it('过了最后一日不能用；新的授权登记之后办成', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const { id } = await paper({ days: 0 });
    await nextWorkday(house.client);
    expect(await refusalOf(file, approval('filing', id))).toBe('DELEGATION_NOT_IN_FORCE');
    const renewed = await paper();
    expect(await file.do(approval('filing', renewed.id))).toMatchObject({ outcome: 'done' });
  });

  it('受托的人不能转授，别人拿他的授权也不能签', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const { id } = await paper();
    expect(await refusalOf(file, approval('filing', id, second))).toBe('DELEGATION_UNKNOWN');
    // 以被代理人的名义转授：不是本人的事，门口就拒绝；以自己的名义转授：没有可以授的职权。
    const handedOn = await paper({ by: deputy });
    expect(handedOn).toMatchObject({ status: 403, problem: { title: '只有本人或者管理员能够授权代签' } });
    const own = await keep(
      deputy,
      'agency.delegate',
      { delegator: 'sun', delegate: 'he', matters: ['filing'], from: await today(), until: await today() },
      { 'delegation.document': '示民授〔2026〕9 号' },
    );
    expect(own.problem?.refusals?.map((one) => one.code)).toEqual(['ROLE_REQUIRED']);
    expect(await file.do(approval('filing', id))).toMatchObject({ outcome: 'done' });
  });

  it('管理员凭授权书代为登记；没有书面授权的不能登记', async () => {
    const from = await today();
    const input = { delegator: 'wu', delegate: 'sun', matters: ['filing'], from, until: from };
    const unwritten = await keep(administrator, 'agency.delegate', input);
    expect(unwritten.problem?.refusals?.map((one) => one.code)).toEqual(['DELEGATION_UNWRITTEN']);
    expect(await paper({ by: administrator })).toMatchObject({ status: 201 });
  });
});

it('以上每一件都能重新判定，得出同样的记录；没有一次让服务器出故障', async () => {
  expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  expect(house.faults).toEqual([]);
});

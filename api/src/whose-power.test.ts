import { addDays, dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { administrator, answerTo, clockOf } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Whose a matter is, and who may be entrusted with it, through HTTP as an administrator and an officer meet it. */
let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

async function keep(name: string, input: object, record: object = {}) {
  return answerTo(house.client, administrator, { id: ulid(), name, input, record });
}

/** Codes and fields of a refusal; every sentence is Chinese and says what to do. */
function refusedOf(answer: Awaited<ReturnType<typeof keep>>) {
  const refusals = answer.problem?.refusals ?? [];
  for (const { sentence } of refusals) expect(sentence).not.toMatch(/[A-Za-z]/);
  return refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`));
}

async function form(name: string): Promise<FormView> {
  const response = await house.client.request(administrator, 'GET', `/api/agency/forms/${name}`);
  expect(response.status).toBe(200);
  return (await response.json()) as FormView;
}

const today = async () => dayOf(instant(await clockOf(house.client)));

describe('委托处罚', () => {
  it('NAT-CF-20-1 NAT-CF-20-2 NAT-CF-21-1 个人和没有持证人员的不能受托；合格的办成，双方各公布一次', async () => {
    const from = await today();
    const entrustment = {
      ...{ id: 'weituo', organisation: 'shetuan', items: ['社会组织的行政处罚'] },
      ...{ document: '示民委〔2026〕1 号委托书', from, until: addDays(from, 100) },
    };
    const record = {
      'entrusting.recipient': 'managing-organisation',
      'entrusting.basis': '示例条例第九条',
      'entrusting.basis-rank': 'administrative-regulation',
      'entrusting.public-affairs': '章程第二条载明的职能',
      'entrusting.technical': 'not-needed',
      'entrusting.powers': '调查取证和提出建议',
    };
    const entrust = async (input: object, written: object) =>
      keep('agency.entrust-penalty', { ...entrustment, ...input }, { ...record, ...written });
    expect(refusedOf(await entrust({}, { 'entrusting.recipient': 'person' }))).toEqual(['ENTRUST_MISSING']);
    expect(refusedOf(await entrust({ organisation: 'guihua' }, {}))).toEqual(['ENTRUST_MISSING']);
    expect(refusedOf(await entrust({ items: ['殡葬管理的行政处罚'] }, {}))).toEqual(['BEYOND_AUTHORITY']);
    expect(refusedOf(await entrust({}, { 'entrusting.basis-rank': 'normative-document' }))).toEqual([
      'LEGAL_BASIS_REQUIRED',
    ]);
    expect(await entrust({}, {})).toMatchObject({ status: 201 });

    const publishing = await form('agency.publish-entrustment');
    const choice = publishing.input.find(({ name }) => name === 'entrustment');
    expect(choice?.options?.[0]?.label).toBe('示民委〔2026〕1 号委托书（社会组织管理处）');
    const publish = async (side: string) =>
      keep('agency.publish-entrustment', { entrustment: 'weituo', side, where: '本局网站' });
    expect(await publish('entrustor')).toMatchObject({ status: 201 });
    expect(refusedOf(await publish('entrustor'))).toEqual(['ALREADY_UPDATED input.side']);
    expect(await publish('organisation')).toMatchObject({ status: 201 });
  });

  it('事件、状态、判定、日志全部相符', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});

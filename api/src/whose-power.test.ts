import { addDays, dayOf, epochOf, instant, instantFromEpoch } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import {
  administrator,
  answerTo,
  CaseAtWork,
  clockOf,
  handler,
  organisation,
} from './testing/case-at-work.ts';
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

/** The moment that many minutes later, as a form sends it. */
function addMinutes(at: string, minutes: number): string {
  return instantFromEpoch(epochOf(instant(at)) + minutes * 60_000).slice(0, 16);
}

const today = async () => dayOf(instant(await clockOf(house.client)));

// Before anybody is entrusted: from then on every paper says in whose name it is made.
describe('由谁管辖', () => {
  /** What another agency has told of its filing about the party and the place of every case here. */
  const told = (input: object) =>
    keep('agency.register-other-filing', {
      ...{ agency: '武汉市文化局', number: '武文立字〔2026〕7号', name: organisation.name },
      ...{ code: organisation.record['party.code'], cause: '擅自开展收费活动', place: '武汉市' },
      ...input,
    });

  it('NAT-CF-25-1 他机关立案在先的，立案被拒，案源可以移送；行为期间不同的立案成功', async () => {
    const work = await new CaseAtWork(house.client).upTo('filing-approved');
    const filed = await work.lawful('filed');
    const conductOn = String(filed.input['conductOn']);
    const filedAt = await clockOf(house.client);
    expect(await told({ filedAt: addMinutes(filedAt, 60), conductOn })).toMatchObject({ status: 400 });
    expect(await told({ filedAt: addMinutes(filedAt, -60), conductOn })).toMatchObject({ status: 201 });
    const refusals = await work.refused(filed);
    expect(refusals.map(({ code }) => code)).toEqual(['PRIOR_FILING_EXISTS']);
    expect(refusals[0]?.sentence).toContain('武汉市文化局');
    expect(refusals[0]?.sentence).toContain('移送最先立案的机关');
    expect(refusals[0]?.sentence).not.toMatch(/[A-Za-z]/);

    const elsewhere = await new CaseAtWork(house.client).upTo('filing-approved');
    await elsewhere.do(await elsewhere.lawful('filed'));

    await work.do({
      by: handler,
      name: 'case.transfer',
      occurredAt: await clockOf(house.client),
      input: { organ: '武汉市文化局', number: '武民移〔2026〕1 号' },
      record: { 'transfer.receipt': '收文回执一份' },
    });
    await work.do({ by: handler, name: 'case.conclude-lead', input: {} });
  });

  it('NAT-CF-25-2 管辖争议没有解决不能决定；对方的政府不能指定，共同的上一级指定之后可以', async () => {
    const work = await new CaseAtWork(house.client).upTo('decision-approved');
    await work.do({
      by: handler,
      name: 'case.dispute-jurisdiction',
      occurredAt: await clockOf(house.client),
      input: { other: '示例区民政局', superior: '武汉市人民政府' },
      record: { 'dispute.matter': '两局都立了案，各自主张管辖' },
    });
    const codes = async (name: Parameters<typeof work.refused>[0]) =>
      (await work.refused(name)).map(({ code }) => code);
    expect(await codes(await work.lawful('decided'))).toContain('DISPUTE_UNRESOLVED');
    const designate = async (designator: string) => ({
      by: handler,
      name: 'case.designate-jurisdiction',
      occurredAt: await clockOf(house.client),
      input: { designator, number: '武政指〔2026〕3 号', designated: 'own' },
    });
    expect(await codes(await designate('示例区人民政府'))).toEqual(['ROLE_REQUIRED']);
    await work.do(await designate('武汉市人民政府'));
    await work.step('decided');
  });

  it('NAT-CF-23-1 层级在县级以下而没有下放决定的机构，立案被拒；改回原来的层级，立案成功', async () => {
    const unit = {
      ...{ id: 'shetuan', name: '社会组织管理处', type: 'office' },
      ...{ authorityDocument: '示编〔2015〕1 号', authorityArticle: '第三条' },
    };
    const work = await new CaseAtWork(house.client).upTo('filing-approved');
    expect(await keep('agency.register-unit', { ...unit, level: 'township' })).toMatchObject({ status: 201 });
    const refusals = await work.refused(await work.lawful('filed'));
    expect(refusals.map(({ code }) => code)).toEqual(['UNIT_NO_AUTHORITY']);
    expect(await keep('agency.register-unit', { ...unit, level: 'municipal' })).toMatchObject({
      status: 201,
    });
    await work.step('filed');
  });
});

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

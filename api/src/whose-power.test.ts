import { addDays, dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, clockOf } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Whose a matter is, and who may be entrusted with it, through HTTP as an administrator and an officer meet it. */
let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const item = '养老服务的行政处罚';

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

describe('职责分工', () => {
  it('WHMZ-ZZ-8-1 WHMZ-ZZ-8-2 分工栏空着不能启用；报请政府之后待定责，答复登记之后才能立案', async () => {
    const from = await today();
    const competence = {
      ...{ id: 'elderly', item, region: '武汉市', source: 'statute' },
      ...{ document: '示例养老服务条例', article: '第四十条', from },
    };
    const shared = { 'competence.shared-with': '示例市公安局' };
    expect(refusedOf(await keep('agency.register-competence', competence, shared))).toEqual([
      'FIELD_MISSING record.competence.division',
    ]);
    const unclear = { ...shared, 'competence.division': 'unclear' };
    expect(refusedOf(await keep('agency.register-competence', competence, unclear))).toEqual([
      'FIELD_MISSING record.competence.request-number',
      'FIELD_MISSING record.competence.requested-on',
    ]);
    const asked = {
      ...unclear,
      ...{ 'competence.request-number': '示民请〔2026〕3 号', 'competence.requested-on': from },
    };
    expect(await keep('agency.register-competence', competence, asked)).toMatchObject({ status: 201 });

    const file = await new CaseAtWork(house.client).upTo('filing-approved');
    const lawful = await file.lawful('filed');
    const filing = { ...lawful, input: { ...lawful.input, item } };
    const [refusal, ...others] = await file.refused(filing);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ code: 'APPROVAL_PENDING' });
    expect(refusal?.sentence).toContain('还没有登记答复');
    // 待定责期间重新登记职权，改不成“由本部门办理”。
    const own = { ...shared, 'competence.division': 'own', 'competence.division-detail': '民政：登记' };
    expect(refusedOf(await keep('agency.register-competence', competence, own))).toEqual([
      'APPROVAL_PENDING record.competence.division',
    ]);

    const answering = await form('agency.determine-division');
    const choice = answering.input.find(({ name }) => name === 'competence');
    expect(choice?.options?.map(({ label }) => label)).toEqual([item]);
    const answer = { competence: 'elderly', share: 'own', document: '示政函〔2026〕8 号' };
    expect(refusedOf(await keep('agency.determine-division', { ...answer, on: addDays(from, 1) }))).toEqual([
      'INPUT_INVALID input.on',
    ]);
    expect(await keep('agency.determine-division', { ...answer, on: from })).toMatchObject({ status: 201 });
    await file.do(filing);
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

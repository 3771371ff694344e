import { addDays, dayOf, epochOf, instant, instantFromEpoch } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView, FormView } from './contract/index.ts';
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
    // 已经移送的不再立案：有新的线索，是另一个案源。
    const again = await work.refused(filed);
    expect(again[0]).toMatchObject({ code: 'LEAD_TRANSFERRED' });
    expect(again[0]?.sentence).toContain('本案源已经移送武汉市文化局');
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

  const caseForm = async (work: CaseAtWork, name: string): Promise<FormView> => {
    const response = await house.client.request(handler, 'GET', `/api/cases/${work.id}/forms/${name}`);
    expect(response.status).toBe(200);
    return (await response.json()) as FormView;
  };
  const labels = (of: FormView, name: string) =>
    of.input.find((field) => field.name === name)?.options?.map(({ label }) => label) ?? [];
  const now = () => clockOf(house.client);

  it('NAT-CF-27-3 移送列出证据，签收逐件登记，少一件就提示一件；补签之后可以登记结果', async () => {
    const work = await new CaseAtWork(house.client).upTo('concluded');
    await work.do({
      ...{ by: handler, name: 'case.flag-crime', occurredAt: await now() },
      ...{ input: { offence: '非法经营罪' }, record: { 'crime.basis': '数额可能达到追诉的标准' } },
    });
    await work.do({
      by: handler,
      name: 'case.record-activity',
      occurredAt: await now(),
      input: { activity: 'annual-talk', officers: ['zhou', 'he'], person: '司马证人' },
      record: { 'activity.document': '约谈记录一份' },
    });
    const referring = await caseForm(work, 'case.refer-crime');
    expect(labels(referring, 'evidence')).toHaveLength(2);
    const evidence = referring.prefill.input['evidence'] as readonly string[];
    expect(evidence).toHaveLength(2);
    const refer = (listed: readonly string[]) => ({
      by: handler,
      name: 'case.refer-crime',
      input: { recipient: '武汉市公安局', evidence: listed },
      record: { 'crime.materials': '移送书一份' },
    });
    expect((await work.refused(refer([]))).map(({ code }) => code)).toEqual(['MATERIALS_INCOMPLETE']);
    await work.do(refer(evidence));
    expect(labels(await caseForm(work, 'case.record-referral-receipt'), 'received')).toHaveLength(2);
    const sign = async (received: readonly string[]) => ({
      by: handler,
      name: 'case.record-referral-receipt',
      occurredAt: await now(),
      input: { received, receivedBy: '丁签收' },
      record: { 'crime.receipt': '武公收〔2026〕9 号' },
    });
    const first = await work.do(await sign(evidence.slice(0, 1)));
    expect(first.advice.map(({ code, because }) => [code, because])).toEqual([
      ['HANDOVER_REQUIRED', '移送的证据和财物还有 1 件没有签收'],
    ]);
    const left = await caseForm(work, 'case.record-referral-receipt');
    expect(left.input.find(({ name }) => name === 'received')?.options).toMatchObject([
      { value: evidence[1] },
    ]);
    const rest = await work.do(await sign(evidence.slice(1)));
    expect(rest.advice).toEqual([]);
    await work.do({
      by: handler,
      name: 'case.record-judicial-result',
      occurredAt: await now(),
      input: { result: 'not-prosecuted' },
      record: { 'crime.result-document': '武检刑不诉〔2026〕3 号' },
    });

    const returned = (record: object) =>
      answerTo(house.client, handler, {
        id: ulid(),
        name: 'case.register-lead',
        input: { source: 'judicial-return', summary: '检察院移回收费一案。', returnOf: work.stream },
        record: {
          'lead.judicial-organ': '武汉市人民检察院武检移〔2026〕3 号',
          'lead.former-number': '原案号',
          ...record,
        },
      });
    expect(refusedOf(await returned({}))).toEqual(['ATTACHMENT_MISSING record.lead.judicial-document']);
    const document = await house.client.attach(handler, '不起诉决定书.pdf');
    const back = await returned({ 'lead.judicial-document': [document] });
    expect(back.status).toBe(201);
    const response = await house.client.request(handler, 'GET', `/api/cases/${work.id}`);
    const linked = ((await response.json()) as CaseView).entries.filter(
      ({ act }) => act === 'case.register-lead',
    );
    // The lead of the file itself, and the link that the lead of the new one has left in it.
    expect(linked).toHaveLength(2);
  });

  it('NAT-CF-26-1 请求协助之后选择请求登记回复，材料成为卷内的证据；不予协助没有理由只提示', async () => {
    const work = await new CaseAtWork(house.client).upTo('interviewed');
    const ask = async (organ: string) =>
      work.do({
        ...{ by: handler, name: 'case.request-assistance', input: { organ, matter: '查询户籍信息' } },
        record: { 'assistance.basis': '户籍登记由公安机关管理' },
      });
    await ask('武汉市公安局');
    await ask('示例区公安局');
    const form = await caseForm(work, 'case.record-assistance-reply');
    const requests = form.input.find(({ name }) => name === 'request')?.options ?? [];
    expect(requests.map(({ label }) => label.replace(/^.*日/, ''))).toEqual([
      '请武汉市公安局协助',
      '请示例区公安局协助',
    ]);
    const reply = async (index: number, input: object) =>
      work.do({
        ...{ by: handler, name: 'case.record-assistance-reply', occurredAt: await now() },
        input: { request: requests[index]?.value, ...input },
      });
    await reply(0, { answer: 'provided', materials: [{ name: '户籍信息查询结果' }] });
    const refused = await reply(1, { answer: 'refused' });
    expect(refused.advice.map(({ code }) => code)).toEqual(['REASON_MISSING']);
    expect(labels(await caseForm(work, 'case.decide'), 'evidence')).toContain('户籍信息查询结果');
  });

  it('NAT-CF-73-2 决定没有行政拘留的，没有暂缓和执行可言', async () => {
    const work = await new CaseAtWork(house.client).upTo('decided');
    for (const [name, input] of [
      ['case.request-detention-suspension', { party: 'p1' }],
      ['case.execute-detention', { party: 'p1', place: '武汉市拘留所' }],
    ] as const) {
      const refusals = await work.refused({ by: handler, name, input, occurredAt: await now() });
      expect(refusals.map(({ code }) => code)).toContain('NOTHING_DETAINED');
    }
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

import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActResult, CaseList, CaseView, Marks, Problem } from './contract/index.ts';
import { clockOf } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** Whom and what the measures of the justice bureau govern, asked where a file is taken on. */
let house: TestInstance;
let cookie = '';

beforeAll(async () => {
  house = await testInstance();
  cookie = await secondAgency(house, ['wuhan-justice/three-systems/2020-06-16']);
});
afterAll(() => house.end());

async function there<T>(path: string, body?: object): Promise<T & Partial<Problem>> {
  const answer = await rawRequest(house.instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
  return JSON.parse(answer.text) as T & Partial<Problem>;
}

/** From here on the files are taken on by a unit of that type. */
async function unitIs(name: string, type: string): Promise<void> {
  const unit = { id: 'ju', name, type, authorityDocument: '示编〔2015〕1 号', authorityArticle: '第三条' };
  await there('/api/acts', { id: ulid(), name: 'agency.register-unit', input: unit });
}
const parties = [{ id: 'p1', name: '松岗示例律师事务所', kind: 'other-organisation', record: {} }];
async function opening(name: string, input: object, more: object = {}) {
  const id = ulid();
  const answer = await there<ActResult>('/api/acts', {
    ...{ id, name, stream: `case/${id}`, input, record: {}, occurredAt: await clockOf(house.client) },
    ...more,
  });
  return { id, codes: (answer.refusals ?? []).map(({ code }) => code), answer };
}
const levy = {
  form: 'fee',
  item: '二〇二六年公证费的征收',
  bases: [{ instrument: '示例市收费条例', article: '第二条', rank: 'regulation' }],
  parties,
};
const application = {
  ...{ item: '律师事务所设立许可', type: 'first', way: 'ordinary', channel: 'window', parties },
  materials: [{ name: '申请书', state: 'complete' }],
};
const entrusted = {
  'opening.capacity': 'entrusted',
  'opening.entrusting-organ': '武汉市司法局',
  'opening.entrusted-matter': '律师事务所设立许可的初审',
  'opening.entrusting-paper': '武司委〔2026〕2 号',
  'application.form': '申请书一份',
};

describe('司法局的办法管谁、管哪几类', () => {
  it('WHSF-2-1 律师工作处启动征收，不在四类之内；写明照国家规定办理的可以，理由留在卷内', async () => {
    await unitIs('律师工作处', 'lawyers-office');
    expect((await opening('case.open-levy', levy)).codes).toEqual(['OUT_OF_SCOPE_ACT']);
    const reason = '照收费的国家规定办理，本办法不管这一类。';
    const admits = [{ code: 'OUT_OF_SCOPE_ACT', reason }];
    const { id, codes } = await opening('case.open-levy', levy, { admits });
    expect(codes).toEqual([]);
    const view = await there<CaseView>(`/api/cases/${id}`);
    expect(JSON.stringify(view.entries)).toContain(reason);
    expect(view.row.marks).toEqual(['写明理由未照办']);
  });

  it('WHSF-2-1 办公室不在四处之列，机构和种类一次说全', async () => {
    await unitIs('办公室', 'justice-office');
    const { codes, answer } = await opening('case.open-levy', levy);
    expect(codes).toEqual(['OUT_OF_SCOPE_UNIT', 'OUT_OF_SCOPE_ACT']);
    expect(answer.refusals?.[0]?.sentence).toContain('第二部分第一款');
  });

  it('WHSF-2-2 区司法局受委托初审，没有写明委托文书号拒绝；写明之后准许，受委托案件加一', async () => {
    await unitIs('示例区司法局', 'district-justice');
    const count = async () =>
      (await there<Marks>('/api/marks')).marks.find(({ label }) => label === '受委托')?.count;
    expect(await count()).toBe(0);
    const { 'opening.entrusting-paper': paper, ...without } = entrusted;
    const lacking = await opening('case.register-application', application, { record: without });
    expect(lacking.answer.refusals?.map(({ code, field }) => [code, field])).toContainEqual([
      'FIELD_MISSING',
      'record.opening.entrusting-paper',
    ]);
    const made = await opening('case.register-application', application, {
      record: { ...without, 'opening.entrusting-paper': paper },
    });
    expect(made.codes).toEqual([]);
    expect(await count()).toBe(1);
    const { marks } = await there<Marks>('/api/marks');
    const mark = marks.find(({ label }) => label === '受委托')?.mark ?? '';
    const listed = await there<CaseList>(`/api/cases?mark=${mark}`);
    expect(listed.rows.map(({ title, marks: shown }) => [title, shown])).toEqual([
      ['律师事务所设立许可', ['受委托']],
    ]);
    expect((await opening('case.register-application', application)).answer.refusals).toBeDefined();
  });

  it('WHSF-2-3 市律协参照办理，法律的禁止不在参照之列，办法的要求写明理由可以不照办', async () => {
    await unitIs('示例市律师协会', 'lawyers-association');
    const { 'opening.entrusting-paper': _paper, ...without } = entrusted;
    const refused = await opening('case.register-application', application, { record: without });
    const [first] = refused.answer.refusals ?? [];
    expect([first?.code, first?.reference]).toEqual(['FIELD_MISSING', true]);
    const admits = [{ code: 'FIELD_MISSING', reason: '委托文书另行补发，收到后补记。' }];
    const made = await opening('case.register-application', application, { record: without, admits });
    expect(made.codes).toEqual([]);
    expect((await there<CaseView>(`/api/cases/${made.id}`)).row.marks).toEqual(['受委托', '写明理由未照办']);
  });

  it('事件、状态、判定、日志全部相符', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });
});

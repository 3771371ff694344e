import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, Findings, Problem, SavedFilters } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, interviewRecord, reporter } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
const said = '仓库里堆着八百本没有发出的会员证';
const marked = '财务人员的家庭病史和住址';

let house: TestInstance;
let open: CaseAtWork;
let secret: CaseAtWork;
let zhou = '';
let stranger = '';
beforeAll(async () => {
  house = await testInstance();
  await answerTo(house.client, administrator, {
    id: ulid(),
    name: 'agency.register-officer',
    input: { id: 'stranger', name: '钱他科', unit: 'shetuan', certificates: [] },
    record: {},
  });
  const account = { agency, administrator: false };
  zhou = (await newAccount(house.instance, { ...account, name: '周承办', officer: 'zhou' })).cookie;
  stranger = (await newAccount(house.instance, { ...account, name: '钱他科', officer: 'stranger' })).cookie;
  open = await new CaseAtWork(house.client).upTo('assigned');
  await open.do({
    ...(await open.lawful('interviewed')),
    record: { ...interviewRecord, 'interview.content': `问：在哪里？答：${said}，都在。` },
  });
  secret = await new CaseAtWork(house.client).upTo('assigned');
  await secret.do({
    ...(await secret.lawful('interviewed')),
    record: { ...interviewRecord, 'interview.content': marked, 'secrecy.mark': 'privacy' },
  });
  await new CaseAtWork(house.client).upTo('lead');
});
afterAll(() => house.end());

async function asked<T>(cookie: string, path: string, method = 'GET', body?: unknown) {
  const answer = await rawRequest(house.instance.url, path, {
    method,
    headers: { 'x-zhaozhang': '1', cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: [JSON.stringify(body)] }),
  });
  return { status: answer.status, value: JSON.parse(answer.text) as T };
}
const list = async (cookie: string, narrowed: Record<string, string>) =>
  (await asked<CaseList>(cookie, `/api/cases?${new URLSearchParams(narrowed)}`)).value;

describe('全文检索', () => {
  it('笔录里的一句话找得到案件，并且说明在哪份记录的哪里', async () => {
    const { rows, count } = await list(zhou, { text: said });
    expect(count).toBe(1);
    expect(rows[0]?.stream).toBe(open.stream);
    expect(rows[0]?.found?.title).toContain('询问笔录');
    expect(rows[0]?.found?.text).toBe(`问：在哪里？答：${said}，都在。`);
  });

  it('NAT-CF-50-1 标了保密的记录谁也检索不到，命中数也不泄露', async () => {
    for (const cookie of [zhou, stranger])
      for (const text of [marked, '家庭病史'])
        expect(await list(cookie, { text })).toEqual({ rows: [], count: 0, more: false });
    expect(
      (await asked<Findings>(stranger, `/api/find?text=${encodeURIComponent('家庭病史')}`)).value.cases,
    ).toEqual([]);
  });

  it('加密保存的举报人检索不到', async () => {
    expect((await list(zhou, { text: reporter })).count).toBe(0);
  });

  it('一处查找：案件、条款、人员各列几条', async () => {
    const { value } = await asked<Findings>(zhou, `/api/find?text=${encodeURIComponent('八百本')}`);
    expect(value.cases.map((row) => row.stream)).toEqual([open.stream]);
    const law = await asked<Findings>(zhou, `/api/find?text=${encodeURIComponent('行政处罚法 陈述')}`);
    expect(law.value.clauses.length).toBeGreaterThan(0);
    for (const clause of law.value.clauses) expect(`${clause.cite}${clause.gist}`).toContain('陈述');
    const people = await asked<Findings>(zhou, `/api/find?text=${encodeURIComponent('周承办')}`);
    expect(people.value.people).toEqual([{ id: 'zhou', name: '周承办', unit: '社会组织管理处', cases: 2 }]);
    expect((await asked<Findings>(zhou, '/api/find?text=')).value).toEqual({
      cases: [],
      clauses: [],
      people: [],
    });
  });
});

describe('缩小案件列表', () => {
  it('本人承办、某人承办、开案日期、有无瑕疵', async () => {
    expect((await list(zhou, { handler: 'me' })).count).toBe(2);
    expect((await list(stranger, { handler: 'me' })).count).toBe(0);
    expect((await list(stranger, { handler: 'zhou' })).count).toBe(2);
    expect((await list(zhou, {})).count).toBe(3);
    expect((await list(zhou, { since: '2099-01-01' })).count).toBe(0);
    expect((await list(zhou, { flawed: '1' })).count).toBe(0);
    expect((await list(zhou, { text: said, handler: 'me', stage: 'investigation' })).count).toBe(1);
    expect((await list(zhou, { text: said, stage: 'archive' })).count).toBe(0);
  });

  it('条件写错的，说出是哪一项、怎么改', async () => {
    for (const [narrowed, field] of [
      [{ stage: '不存在' }, 'stage'],
      [{ handler: '没有的人' }, 'handler'],
      [{ since: '三月' }, 'since'],
      [{ since: '2026-02-30' }, 'since'],
      [{ since: '2026-03-02', until: '2026-03-01' }, 'until'],
      [{ text: '长'.repeat(101) }, 'text'],
      [{ late: '2' }, 'late'],
      [{ after: '乱写' }, 'after'],
    ] as const) {
      const { status, value } = await asked<Problem>(zhou, `/api/cases?${new URLSearchParams(narrowed)}`);
      expect([status, value.field]).toEqual([400, field]);
      expect(value.remedy).toBeTruthy();
    }
  });
});

describe('存下的筛选', () => {
  const keep = (cookie: string, name: string, narrowed: object) =>
    asked<SavedFilters & Problem>(cookie, '/api/filters', 'POST', { id: ulid(), name, asked: narrowed });

  it('存下、同名替换、删去；别人看不到', async () => {
    await keep(zhou, '我的逾期', { handler: 'me', late: '1' });
    const { value } = await keep(zhou, '我的逾期', { handler: 'me' });
    expect(value.filters).toMatchObject([{ name: '我的逾期', asked: { handler: 'me' } }]);
    expect((await asked<SavedFilters>(stranger, '/api/filters')).value.filters).toEqual([]);
    const id = value.filters[0]?.id ?? '';
    await asked(stranger, `/api/filters/${id}`, 'DELETE');
    expect((await asked<SavedFilters>(zhou, '/api/filters')).value.filters).toHaveLength(1);
    expect((await asked<SavedFilters>(zhou, `/api/filters/${id}`, 'DELETE')).value.filters).toEqual([]);
  });

  it('不合格的不收：没有名称、条件不对、太多', async () => {
    expect(await keep(zhou, '  ', {})).toMatchObject({ status: 400, value: { field: 'name' } });
    expect(await keep(zhou, '名', { handler: '没有的人' })).toMatchObject({ status: 400 });
    expect(await keep(zhou, '名', { nothing: '1' })).toMatchObject({ status: 400 });
    for (let at = 0; at < 20; at++) await keep(stranger, `第${at}个`, {});
    expect(await keep(stranger, '再一个', {})).toMatchObject({
      status: 409,
      value: { field: 'name', remedy: '先删去不用的' },
    });
  });
});

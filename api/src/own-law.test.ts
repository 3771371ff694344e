import { ulid } from 'ulid';
import { addDays } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActResult, CaseList, Marks, OwnLawView, Problem } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, clockOf, handler } from './testing/case-at-work.ts';
import { rawRequest } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** What an agency sets and readies for itself, and what a pack governs at all, through the interface. */
let house: TestInstance;
let cookie = '';

beforeAll(async () => {
  house = await testInstance();
  cookie = await secondAgency(house, [
    'district/three-systems/2020-01-01',
    'changchun-xinqu/three-systems/2020-01-01',
    'wuhan-civil-affairs/full-process-recording/2017-07-01',
  ]);
});
afterAll(() => house.end());

async function adopt(input: object, by = administrator) {
  const occurredAt = await clockOf(house.client);
  return answerTo(house.client, by, {
    ...{ id: ulid(), name: 'agency.adopt-parameter', input, record: {}, occurredAt },
  });
}
const today = async (): Promise<Day> => (await clockOf(house.client)).slice(0, 10) as Day;
const approved = async () => ({
  ...{ approvedBy: '局长办公会', approvedOn: await today(), reason: '本区案件少，能够办得更快。' },
});

/** The same from the other agency. */
async function there<T>(path: string, body?: object): Promise<T & Partial<Problem>> {
  const answer = await rawRequest(house.instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
  return JSON.parse(answer.text) as T & Partial<Problem>;
}
const actThere = (name: string, input: object, more: object = {}) =>
  there<ActResult>('/api/acts', { id: ulid(), name, input, ...more });
const codesOf = ({ refusals }: Partial<Problem>) => (refusals ?? []).map(({ code }) => code);

describe('自定取值', () => {
  it('WHMZ-SH-5-1 区局另定罚款满五千元须审核：起日之前批准的不受影响，起日起没有送审不能批准', async () => {
    const from = addDays(await today(), 1);
    const set = await adopt({ param: 'review.ownFine', value: 500_000, from, ...(await approved()) });
    expect(set.problem).toBeUndefined();
    const before = await new CaseAtWork(house.client).upTo('decision-approved');
    const after = await new CaseAtWork(house.client).upTo('decision-reviewed');
    await house.client.moveClock(`${from}T09:00`);
    expect((await before.view()).row.stage).toBe('decision');
    const refused = await after.refused(await after.lawful('decision-approved'));
    expect(refused.map(({ code }) => code)).toEqual(['REVIEW_REQUIRED']);
  });

  it('WHMZ-SH-5-1 去掉一种重大情形的拒绝，说出第五条；增列一种的准许', async () => {
    const grounds = ['hearing-due', 'heard', 'major-impact', 'many-parties', 'complex', 'statutory'];
    const from = await today();
    const set = async (value: readonly string[]) =>
      adopt({ param: 'review.majorGrounds', value, from, ...(await approved()) });
    const less = await set(grounds);
    const [refusal] = less.problem?.refusals ?? [];
    expect(refusal?.code).toBe('OVERRIDE_LOOSENS');
    expect(refusal?.sentence).toContain('第五条');
    expect((await set(['public-interest', ...grounds, 'district-listed'])).problem).toBeUndefined();
  });

  it('不该由他自定的，拒绝；他看得到已经自定的', async () => {
    const { problem } = await adopt(
      { param: 'review.ownFine', value: 100_000, from: await today(), ...(await approved()) },
      handler,
    );
    expect(problem?.status).toBe(403);
    const view = (await (await house.client.request(handler, 'GET', '/api/law/own')).json()) as OwnLawView;
    expect(view.mayAdopt).toBe(false);
    expect(view.values.map(({ label, standing }) => [label, standing])).toEqual([
      ['属于重大执法决定的情形', 'present'],
      ['区局自定须审核的罚款数额（分，含本数）', 'present'],
    ]);
    expect(JSON.stringify(view.values.map(({ id: _id, param: _param, ...shown }) => shown))).not.toMatch(
      /[a-z]+-[a-z]+/,
    );
  });

  it('QUF-1.2.4-1 上位公示七个工作日，定为十个拒绝，定为五个准许', async () => {
    const set = async (value: number) =>
      actThere('agency.adopt-parameter', {
        ...{ param: 'publish.days', value, from: await today(), ...(await approved()) },
      });
    const looser = await set(10);
    expect(codesOf(looser)).toEqual(['OVERRIDE_LOOSENS']);
    expect(looser.refusals?.[0]?.sentence).toContain('一（二）4');
    expect(codesOf(await set(5))).toEqual([]);
  });

  it('WHMZ-JL-34-2 与市局不一致而没有确认，拒绝；写明确认的准许，列为偏离；与市局相同的没有偏离', async () => {
    const base = { param: 'correction.demandDays', from: await today(), ...(await approved()) };
    const other = await actThere('agency.adopt-parameter', { ...base, value: 5 });
    expect(codesOf(other)).toEqual(['OVERRIDE_NOT_CONFIRMED']);
    expect(other.refusals?.[0]?.sentence).toContain('武汉市民政局定为 3 个工作日，所填为 5 个工作日');
    const confirmation = { document: '武民函〔2026〕9 号', on: await today() };
    expect(codesOf(await actThere('agency.adopt-parameter', { ...base, value: 5, confirmation }))).toEqual(
      [],
    );
    const deviating = async () =>
      (await there<OwnLawView>('/api/law/own')).values
        .filter(({ param }) => param === 'correction.demandDays')
        .map(({ deviates, standing, confirmed }) => [deviates, standing, confirmed !== undefined]);
    expect(await deviating()).toEqual([[true, 'present', true]]);
    expect(codesOf(await actThere('agency.adopt-parameter', { ...base, value: 3 }))).toEqual([]);
    expect(await deviating()).toEqual([
      [false, 'present', false],
      [true, 'past', true],
    ]);
  });
});

describe('管不管这一类', () => {
  const opened = async () => {
    const id = ulid();
    const answer = await there<ActResult>('/api/acts', {
      ...{ id, name: 'case.open-levy', stream: `case/${id}`, record: {} },
      occurredAt: await clockOf(house.client),
      input: {
        form: 'fee',
        item: '二〇二六年公墓维护费的征收',
        bases: [{ instrument: '示例市公墓管理条例', article: '第二十二条', rank: 'regulation' }],
        parties: [{ id: 'p1', name: '松岗示例公墓', kind: 'other-organisation', record: {} }],
      },
    });
    return codesOf(answer);
  };

  it('CCXQ-2-1 没有确认在六类之内的征收，拒绝；机关按上位方案确认之后可以启动，确认的依据留在记录里', async () => {
    expect(await opened()).toContain('OUT_OF_SCOPE_ACT');
    const value = ['license', 'penalty', 'execution', 'inspection', 'levy'];
    const answer = await actThere('agency.adopt-parameter', {
      ...{ param: 'scope.xinquKinds', value, from: await today(), ...(await approved()) },
      document: '长法办发〔2019〕10 号',
    });
    expect(codesOf(answer)).toEqual([]);
    expect(await opened()).not.toContain('OUT_OF_SCOPE_ACT');
    const [kept] = (await there<OwnLawView>('/api/law/own')).values;
    expect(kept?.approved).toContain('长法办发〔2019〕10 号');
    expect(kept?.value).toContain('行政征收征用');
  });
});

describe('启用准备', () => {
  it('JIED-2-1 五组流程图：没有登记征收征用不适用的欠缺一组；登记理由之后不欠缺', async () => {
    const lacking = async () =>
      (await there<OwnLawView>('/api/law/own')).preparations.find(({ kind }) => kind === 'chart')?.lacking;
    expect(await lacking()).toBe(5);
    const from = await today();
    for (const chart of ['penalty', 'license', 'compulsion', 'inspection'])
      await actThere('agency.register-preparation', {
        ...{ item: `chart/${chart}`, document: '示例区民政局执法流程图', from },
      });
    expect(await lacking()).toBe(1);
    const none = { item: 'chart/levy', inapplicable: '三定规定没有征收征用的职权', from };
    expect(codesOf(await actThere('agency.register-preparation', none))).toEqual([]);
    expect(await lacking()).toBe(0);
  });

  it('QUF-1.2.1-2 责任岗位和任职的人员查得到；没有任职的写明没有', async () => {
    const from = await today();
    await actThere('agency.register-post', {
      ...{ id: 'songda', name: '文书送达岗', duties: '送达执法文书', basis: '三定规定', from },
    });
    await actThere('agency.register-preparation', { item: 'step/service', post: 'songda', from });
    const said = async () =>
      (await there<OwnLawView>('/api/law/own')).preparations
        .flatMap(({ items }) => items)
        .find(({ item }) => item === 'step/service')?.says;
    expect(await said()).toBe('文书送达岗（没有人员任职）');
    await actThere('agency.appoint', { officer: 'wai', role: 'handler', post: 'songda', from });
    expect(await said()).toBe('文书送达岗（外机关人员）');
  });
});

describe('单列', () => {
  it('现在适用的规则包单列哪些，各有几件；没有这种单列的说原因', async () => {
    const mine = await house.client.request(handler, 'GET', '/api/marks');
    const { marks } = (await mine.json()) as Marks;
    expect(marks.map(({ label, count }) => [label, count])).toEqual([
      ['受委托', 0],
      ['写明理由未照办', 0],
    ]);
    const [first] = marks;
    const list = await house.client.request(handler, 'GET', `/api/cases?mark=${first?.mark ?? ''}`);
    expect(((await list.json()) as CaseList).rows).toEqual([]);
    const unknown = await house.client.request(handler, 'GET', '/api/cases?mark=mark.none');
    expect(unknown.status).toBe(400);
    expect((await there<Marks>('/api/marks')).marks).toEqual([]);
  });

  it('事件、状态、判定、日志全部相符', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });
});

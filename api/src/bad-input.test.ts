import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from './contract/index.ts';
import {
  administrator,
  CaseAtWork,
  clockOf,
  handler,
  head,
  reporter,
  second,
} from './testing/case-at-work.ts';
import { countEvents } from './testing/count-events.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { manyBytes, rawRequest } from './testing/raw-request.ts';
import type { RawAnswer, RawRequest } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';

let house: TestInstance;
let owner: Owner;
let cookie = '';
let stranger = '';
/** A case of the first agency, complete, with an attachment. */
let file: CaseAtWork;
let blob = '';
let before = 0;
let stumbles = 0;

const own = { 'x-zhaozhang': '1', 'content-type': 'application/json' };

function ask(path: string, asked: RawRequest = {}, as: string = cookie): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    ...asked,
    headers: { 'x-zhaozhang': '1', ...(as === '' ? {} : { cookie: as }), ...asked.headers },
  });
}

/** Sends an act whose body is this text, whatever it is. */
function act(text: string | Uint8Array, as: string = cookie): Promise<RawAnswer> {
  return ask('/api/acts', { method: 'POST', headers: own, body: [text] }, as);
}

function problemOf(answer: RawAnswer): Problem {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  return JSON.parse(answer.text) as Problem;
}

/** Refused as the sender's fault, saying what is wrong, where, and what to do. */
function expectFault(answer: RawAnswer, status: number): Problem {
  const problem = problemOf(answer);
  expect([answer.status, problem.title]).toEqual([status, problem.title]);
  expect(problem.title).toMatch(/[\u4e00-\u9fff]/);
  expect(problem.field ?? '没有说明栏目').not.toBe('没有说明栏目');
  expect(problem.remedy ?? '').toMatch(/[\u4e00-\u9fff]/);
  return problem;
}

beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
  const { instance, client } = house;
  ({ cookie } = await newAccount(instance, {
    agency,
    name: '周承办',
    administrator: false,
    officer: 'zhou',
  }));
  file = new CaseAtWork(client);
  const uploaded = await ask('/api/attachments?name=%E7%AC%94%E5%BD%95.pdf', {
    method: 'POST',
    body: ['笔录扫描件'],
  });
  ({ blob } = JSON.parse(uploaded.text) as { blob: string });
  await file.upTo('assigned');
  const told = await file.lawful('interviewed');
  await file.do({
    ...told,
    record: { ...told.record, 'interview.attachments': [{ blob, name: '笔录.pdf' }] },
  });
  await file.upTo('decision-approved');
  stranger = await secondAgency(house, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
});
afterAll(async () => {
  await owner.end();
  await house.end();
});

beforeEach(async () => {
  before = await countEvents(owner);
  stumbles = house.faults.length;
});
/** Whatever a test sent: nothing was written, the server lives and has not stumbled. */
async function unharmed(): Promise<void> {
  expect(await countEvents(owner)).toBe(before);
  expect((await ask('/api/health')).status).toBe(200);
  expect(house.faults.slice(stumbles)).toEqual([]);
}
afterEach(unharmed);

const lead = () => ({
  id: ulid(),
  name: 'case.register-lead',
  input: { source: 'complaint', summary: '来信反映' },
});
const leadWith = (input: unknown) => JSON.stringify({ ...lead(), input });

describe('内容不成样子的请求', () => {
  const texts: readonly [string, () => string | Uint8Array, string][] = [
    ['空的', () => '', 'body'],
    ['不是 JSON', () => '{"id":', 'body'],
    ['是数组', () => '[]', 'body'],
    ['是空值', () => 'null', 'body'],
    ['是一句话', () => '"立案"', 'body'],
    ['是数字', () => '1', 'body'],
    ['不是 UTF-8', () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'body'],
    ['UTF-8 断在半个字上', () => Buffer.from('{"id":"案').subarray(0, 9), 'body'],
    ['多了不认识的栏目', () => JSON.stringify({ ...lead(), admin: true }), 'admin'],
    ['多了机关', () => JSON.stringify({ ...lead(), agency: 'shili-district' }), 'agency'],
    [
      '输入里多了不认识的栏目',
      () => leadWith({ source: 'complaint', summary: '来信', extra: 1 }),
      'input.extra',
    ],
    [
      '记录里多了不认识的栏目',
      () => JSON.stringify({ ...lead(), record: { 'lead.colour': '红' } }),
      'record.lead.colour',
    ],
    ['编号不是 ULID', () => JSON.stringify({ ...lead(), id: '1; drop table events' }), 'id'],
    ['编号是数字', () => JSON.stringify({ ...lead(), id: 7 }), 'id'],
    ['没有编号', () => JSON.stringify({ ...lead(), id: undefined }), 'id'],
    ['没有输入', () => JSON.stringify({ ...lead(), input: undefined }), 'input'],
    ['输入是数组', () => leadWith([]), 'input'],
    ['文字栏目是数字', () => leadWith({ source: 'complaint', summary: 5 }), 'input.summary'],
    ['文字栏目是对象', () => leadWith({ source: 'complaint', summary: { $gt: '' } }), 'input.summary'],
    ['没有填的', () => leadWith({ source: 'complaint' }), 'input.summary'],
    ['不在清单里的选项', () => leadWith({ source: 'rumour', summary: '来信' }), 'input.source'],
    [
      '加密栏目冒充密文',
      () => JSON.stringify({ ...lead(), record: { 'lead.reporter': { sealed: 'x' } } }),
      'record.lead.reporter',
    ],
    ['空值', () => leadWith({ source: 'complaint', summary: null }), 'input.summary'],
    ['小数', () => leadWith({ source: 'complaint', summary: 1.5 }), 'input.summary'],
    ['大到失真的整数', () => `{"id":"${ulid()}","name":"x","input":{"n":9007199254740993}}`, 'input.n'],
    ['无穷大', () => `{"id":"${ulid()}","name":"x","input":{"n":1e999}}`, 'input.n'],
    ['零字符', () => leadWith({ source: 'complaint', summary: '甲\u0000乙' }), 'input.summary'],
    ['控制字符', () => leadWith({ source: 'complaint', summary: '甲\u0007乙' }), 'input.summary'],
    ['名称里的零字符', () => leadWith({ 'a\u0000': 1 }), 'input'],
    ['半个代理对', () => `{"id":"${ulid()}","name":"x","input":{"s":"\\ud83d"}}`, 'input.s'],
    ['名称里的半个代理对', () => `{"id":"${ulid()}","name":"x","input":{"\\ud83d":1}}`, 'input'],
    [
      '嵌套过深',
      () => `{"id":"${ulid()}","name":"x","input":${'{"a":'.repeat(50)}1${'}'.repeat(50)}}`,
      'input.a.a.a.a.a.a.a.a.a.a.a',
    ],
    ['嵌套十万层', () => '['.repeat(100_000) + ']'.repeat(100_000), '0.0.0'],
    [
      '__proto__',
      () => `{"id":"${ulid()}","name":"case.register-lead","input":{"__proto__":{"x":1}}}`,
      'input',
    ],
    ['最外层的 __proto__', () => `{"__proto__":{"administrator":true},"id":"${ulid()}"}`, 'body'],
    [
      'constructor 作记录的栏目',
      () => JSON.stringify({ ...lead(), record: { constructor: '甲' } }),
      'record.constructor',
    ],
    ['没有这种行为', () => JSON.stringify({ ...lead(), name: 'case.delete' }), 'name'],
    ['行为叫 constructor', () => JSON.stringify({ ...lead(), name: 'constructor' }), 'name'],
    ['没有指明案卷', () => JSON.stringify({ ...lead(), name: 'case.approve' }), 'stream'],
    ['案卷写成路径', () => JSON.stringify({ ...lead(), stream: 'case/../agency/x' }), 'stream'],
    ['案卷是别的流', () => JSON.stringify({ ...lead(), stream: `series/${agency}/filing/2026` }), 'stream'],
    [
      '瑕疵的理由太短',
      () => JSON.stringify({ ...lead(), admits: [{ code: 'X', reason: '无' }] }),
      'admits.0.reason',
    ],
    ['根据的版本是负数', () => JSON.stringify({ ...lead(), basedOn: -1 }), 'basedOn'],
  ];

  it.each(texts)('%s:说明栏目和改法', async (_what, text, field) => {
    const problem = expectFault(await act(text()), 400);
    const found = (problem.field ?? '').startsWith(field);
    expect([problem.field, found]).toEqual([problem.field, true]);
  });

  it('附件的摘要没有上传过的：不能写进案卷', async () => {
    const record = { 'lead.attachments': [{ blob: `sha256:${'0'.repeat(64)}`, name: '照片.jpg' }] };
    const problem = expectFault(await act(JSON.stringify({ ...lead(), record })), 400);
    expect(problem.field).toBe('record.lead.attachments');
  });

  it('附件名带路径的：不能写进案卷', async () => {
    for (const name of ['../../etc/passwd', 'C:\\x.exe', '甲\u202e.exe\n', '..']) {
      const record = { 'lead.attachments': [{ blob, name }] };
      const problem = expectFault(await act(JSON.stringify({ ...lead(), record })), 400);
      expect(problem.field).toBe('record.lead.attachments');
    }
  });

  it('50 MB 的 JSON,报了长度的和没报的都以 413 拒绝', async () => {
    const size = 50 * 1024 * 1024;
    const declared = await ask('/api/acts', {
      method: 'POST',
      headers: { ...own, 'content-length': String(size) },
      body: manyBytes(size),
    });
    expectFault(declared, 413);
    expectFault(await ask('/api/acts', { method: 'POST', headers: own, body: manyBytes(size) }), 413);
  });

  it('多报少报长度的，不当作合格的内容', async () => {
    const text = JSON.stringify(lead());
    const short = await ask('/api/acts', {
      method: 'POST',
      headers: { ...own, 'content-length': String(Buffer.byteLength(text) - 5) },
      body: [Buffer.from(text).subarray(0, Buffer.byteLength(text) - 5)],
    });
    expectFault(short, 400);
  });
});

describe('时刻', () => {
  const at = (occurredAt: string) => JSON.stringify({ ...lead(), occurredAt });
  it.each([
    '2026-02-30T09:00',
    '2026-13-01T09:00',
    '2026-01-05T24:00',
    '2026-01-05',
    '05/01/2026',
    'now',
    '',
    '0000-01-01T00:00',
    '2026-01-05T09:00+99:00',
    '-2026-01-05T09:00',
    '+012026-01-05T09:00',
    '2026-01-05T09:00:00.000000000000000000000001+0800',
  ])('不存在的时刻:%s', async (moment) => {
    expect(expectFault(await act(at(moment)), 400).field).toBe('occurredAt');
  });

  it('还没有到的时刻', async () => {
    const now = await clockOf(house.client);
    for (const moment of [`${Number(now.slice(0, 4)) + 1}-01-01T00:00`, '9999-12-31T23:59:59+08:00']) {
      const problem = expectFault(await act(at(moment)), 400);
      expect([problem.field, problem.refusals?.[0]?.code]).toEqual(['occurredAt', 'FUTURE_DATE']);
    }
  });

  it('NAT-CF-86-1 所用各法当时的版本没有收录的时刻', async () => {
    for (const moment of ['2021-07-14T23:59:59', '1999-01-01T00:00', '0001-01-01T00:00']) {
      const problem = expectFault(await act(at(moment)), 400);
      expect([problem.field, problem.refusals?.[0]?.code]).toEqual(['occurredAt', 'EDITION_NOT_LOADED']);
    }
  });

  it('WHMZ-JL-35-1 施行日之前的时刻，说明办法当时没有版本；施行当日的不再说它', async () => {
    const title = '武汉市民政系统行政执法全过程记录办法';
    const because = async (moment: string) =>
      expectFault(await act(at(moment)), 400).refusals?.[0]?.sentence ?? '';
    expect(await because('2017-06-30T23:59:59')).toContain(title);
    expect(await because('2017-07-01T00:00')).not.toContain(title);
  });

  it('演示时钟不能移到没有日历的年份，也不能后退', async () => {
    for (const to of ['9999-12-31T23:59:59', '2400-01-01T00:00', '明天', '2026-02-30T00:00']) {
      const answer = await ask('/api/demo/clock', {
        method: 'POST',
        headers: own,
        body: [JSON.stringify({ to })],
      });
      expectFault(answer, 400);
    }
    const back = await ask('/api/demo/clock', {
      method: 'POST',
      headers: own,
      body: [JSON.stringify({ to: '2025-01-01T00:00' })],
    });
    expectFault(back, 409);
  });
});

describe('别的机关', () => {
  it('看不到这个案卷的任何一面', async () => {
    const digest = blob.slice('sha256:'.length);
    const { state } = JSON.parse((await ask(`/api/offline/${file.id}`)).text) as { state: unknown };
    const sealed =
      /"lead\.reporter":\{[^}]*"sealed":"([0-9A-Z]{26})"/.exec(JSON.stringify(state))?.[1] ??
      '没有封存的内容';
    for (const path of [
      `/api/cases/${file.id}`,
      `/api/cases/${file.id}/forms/case.approve`,
      `/api/offline/${file.id}`,
      `/api/attachments/${digest}?case=${file.id}`,
      `/api/sealed/${sealed}?case=${file.id}`,
    ]) {
      expect([path, (await ask(path, {}, stranger)).status]).toEqual([path, 404]);
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
    const list = await ask('/api/cases', {}, stranger);
    expect(JSON.parse(list.text)).toEqual({ rows: [], count: 0, more: false });
    expect((JSON.parse((await ask('/api/worklist', {}, stranger)).text) as { rows: unknown[] }).rows).toEqual(
      [],
    );
  });

  it('不能对这个案卷作出任何行为；案卷不变', async () => {
    const version = (await file.view()).version;
    for (const [name, input] of [
      ['case.approve', { matter: 'decision', opinion: 'agree' }],
      ['case.assign-handlers', { officers: ['wai'] }],
      ['case.decide', { outcome: 'exemption', sanctions: [], evidence: [] }],
      ['case.correct-entry', { entry: file.id, fields: { 'input.summary': '改' }, reason: '改成别的' }],
      ['case.publish', { channel: 'site' }],
    ] as const)
      for (const path of ['/api/acts', '/api/acts/check']) {
        const body = [JSON.stringify({ id: ulid(), name, stream: file.stream, input, basedOn: version })];
        const answer = await ask(path, { method: 'POST', headers: own, body }, stranger);
        expect([name, answer.status]).toEqual([name, 404]);
      }
    expect((await file.view()).version).toBe(version);
  });

  it('以这个案卷的编号登记案源，不碰这个案卷', async () => {
    const version = (await file.view()).version;
    const body = JSON.stringify({ ...lead(), stream: file.stream });
    const answer = await ask('/api/acts/check', { method: 'POST', headers: own, body: [body] }, stranger);
    expect(answer.status).toBeLessThan(500);
    expect((await file.view()).version).toBe(version);
  });

  it('用别的机关的人员、规则名册办不了本机关的案', async () => {
    const answer = await act(
      JSON.stringify({
        id: ulid(),
        name: 'case.assign-handlers',
        stream: file.stream,
        input: { officers: ['wai', 'zhou'] },
      }),
    );
    expect(answer.status).toBe(422);
    expect(problemOf(answer).refusals?.map((one) => one.code)).toContain('OFFICER_UNKNOWN');
  });

  it('别处的封存内容，借自己的案卷也打不开', async () => {
    for (const ref of [ulid(), '../../etc/passwd', '%00', 'A'.repeat(10_000)])
      expect((await ask(`/api/sealed/${encodeURIComponent(ref)}?case=${file.id}`)).status).toBe(404);
  });

  it('没有附在这个案卷里的文件，借这个案卷下载不到', async () => {
    for (const digest of ['0'.repeat(64), 'F'.repeat(64), '..%2f..%2fsecrets%2flog.key', 'x'])
      expect((await ask(`/api/attachments/${digest}?case=${file.id}`)).status).toBe(404);
  });
});

describe('路径和文件名里的花样', () => {
  const tricks = [
    '/workbench/../../../etc/passwd',
    '/workbench/..%2f..%2f..%2fetc%2fpasswd',
    '/workbench/%2e%2e/%2e%2e/secrets/log.key',
    '/workbench/assets/..%5c..%5csecrets',
    '/workbench/assets/../../secrets/database.json',
    '/workbench/assets/%252e%252e%252fpackage.json',
    '/workbench/%00',
    '/workbench/assets/%00.js',
    '/workbench/%ff%fe',
    '/workbench/%',
    '/workbench/%E0%A4%A',
    '//etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/decisions/..%2f..%2fsecrets',
    '/decisions/%00.%00',
    '/decisions/%ff.%ff',
    '/decisions/a.b%00/receipt',
    `/decisions/${'x'.repeat(5000)}`,
    '/decisions/__proto__.constructor',
    '/decisions?q=%00&page=-1',
    '/decisions?q=%ff%fe&page=1e309',
    '/decisions?q=%25_%5c&page=99999999999999999999',
    `/decisions?q=${'%E6%AD%A6'.repeat(2000)}`,
    '/decisions?q=a&q=b&page=1&page=2',
    "/decisions?q='%20or%201=1--",
    '/?elder=%0d%0aset-cookie:x=1',
    '/%0d%0aset-cookie:x=1',
    '/verify?x=%00',
    '/checkpoint/..',
  ];

  it.each(tricks.map((path) => [path.slice(0, 60), path]))('%s', async (_shown, path) => {
    const answer = await ask(path, {}, '');
    expect([path, answer.status < 500]).toEqual([path, true]);
    expect(answer.text).not.toMatch(/root:.*:0:0|BEGIN .*KEY|"superuser"|PRIVATE\+KEY/);
    expect(answer.headers['set-cookie']?.join('') ?? '').not.toContain('x=1');
  });

  it.each(
    [
      '',
      '.',
      '..',
      '../a.pdf',
      '..\\a.pdf',
      '/etc/passwd',
      'C:\\a.pdf',
      'a\u0000.pdf',
      'a\r\nx-evil: 1',
      'a\u0007.pdf',
      'x'.repeat(201),
    ].map((name) => [name.slice(0, 20), name]),
  )('上传的文件名 %j 不收', async (_shown, name) => {
    const answer = await ask(`/api/attachments?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: ['内容'],
    });
    expect(expectFault(answer, 400).field).toBe('name');
  });

  it('没有文件名的不收', async () => {
    expectFault(await ask('/api/attachments', { method: 'POST', body: ['内容'] }), 400);
  });

  it.each(
    [
      '/api/cases/..',
      '/api/cases/%2e%2e%2fagency',
      '/api/cases/%00',
      '/api/cases/%ff',
      `/api/cases/${'0'.repeat(26)}`,
      `/api/cases/${'0'.repeat(27)}`,
      '/api/cases/__proto__',
      '/api/offline/constructor',
      '/api/forms/__proto__',
      '/api/forms/case.approve',
      '/api/forms/%00',
      '/api/cases?after=%00',
      '/api/cases?after=abc',
      `/api/cases?after=${Buffer.from('["x","y"]').toString('base64url')}`,
      `/api/cases?after=${Buffer.from('["2026-01-01T00:00:00+08:00","a\\u0000"]').toString('base64url')}`,
      '/api/cases?stage=%00',
      '/api/cases?stage=everything',
      '/api/cases?text=%00',
      '/api/worklist?x=%00',
      '/api/session?x=%0d%0a',
      `/api/cases?text=${'x'.repeat(101)}`,
    ].map((path) => [path.slice(0, 60), path]),
  )('%s 以 4xx 答复', async (_shown, path) => {
    const { status } = await ask(path);
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
  });

  it.each([
    '/api/cases?text=%ff',
    '/api/cases?text=%25%27%20or%201%3D1',
    '/api/cases?text[]=a&text[]=b&__proto__[x]=1',
    '/api/cases?text=a&text=b',
    '/api/cases?stage=&after=&text=',
    '/api/worklist?x=1',
    '/api/session?__proto__=1',
  ])('%s 照常答复', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it('查看目的没有写、写得过长的，照常查看；含控制字符的不收', async () => {
    const { state } = JSON.parse((await ask(`/api/offline/${file.id}`)).text) as { state: unknown };
    const ref =
      /"lead\.reporter":\{[^}]*"sealed":"([0-9A-Z]{26})"/.exec(JSON.stringify(state))?.[1] ??
      '没有封存的内容';
    for (const purpose of ['', '%20', '%ff', 'x'.repeat(5000), '%F0%9F%98%80'.repeat(60)]) {
      const answer = await ask(`/api/sealed/${ref}?case=${file.id}&purpose=${purpose}`);
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { text: reporter }]);
    }
    expect((await ask(`/api/sealed/${ref}?case=${file.id}&purpose=%00`)).status).toBe(400);
  });
});

describe('来处不对的请求', () => {
  it.each([
    ['没有本系统的标头', {}],
    ['外站的来源', { 'x-zhaozhang': '1', origin: 'https://evil.example' }],
    ['空的来源', { 'x-zhaozhang': '1', origin: 'null' }],
    ['不成样子的来源', { 'x-zhaozhang': '1', origin: '//' }],
    ['同名不同端口的来源', { 'x-zhaozhang': '1', origin: 'http://127.0.0.1:1' }],
  ] as const)('%s:403,什么都没有发生', async (_what, headers) => {
    for (const [method, path] of [
      ['POST', '/api/acts'],
      ['POST', '/api/session'],
      ['DELETE', '/api/session'],
      ['POST', '/api/attachments?name=a'],
      ['POST', '/api/demo/clock'],
    ] as const) {
      const answer = await rawRequest(house.instance.url, path, {
        method,
        headers: { cookie, ...headers },
        body: method === 'POST' ? [JSON.stringify(lead())] : [],
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await ask('/api/session')).status).toBe(200);
  });

  it('没有的接口和用错的方法', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['GET', '/api'],
      ['GET', '/api/'],
      ['GET', '/api/acts'],
      ['PUT', '/api/acts'],
      ['PATCH', '/api/session'],
      ['DELETE', `/api/cases/${'0'.repeat(26)}`],
      ['POST', '/api/worklist'],
      ['OPTIONS', '/api/acts'],
      ['PROPFIND', '/api/acts'],
      ['POST', '/decisions'],
      ['DELETE', '/'],
      ['GET', '/nothing'],
      ['TRACE', '/api/acts'],
    ] as const) {
      const { status } = await ask(path, { method });
      expect([method, path, status >= 400 && status < 500]).toEqual([method, path, true]);
    }
  });

  it('残缺的会话标记当作没有登录', async () => {
    for (const value of ['', 'x', 'é', '%00', 'a'.repeat(5000), `"${cookie}"`, '../../x']) {
      const answer = await ask('/api/session', {}, `zhaozhang_session=${encodeURIComponent(value)}`);
      expect(answer.status).toBe(401);
    }
  });

  it('残缺的主机标头不出故障', async () => {
    for (const host of ['a b', '', ':::', 'x'.repeat(3000), '[::1'])
      expect((await ask('/api/clock', { headers: { host } })).status).toBeLessThan(500);
  });
});

describe('接口说明里的每一个接口', () => {
  /** Open to whoever is not signed in, by their nature. */
  const open = new Set([
    'get /api/clock',
    'get /api/demo/roles',
    'post /api/demo/session',
    'post /api/session',
    'delete /api/session',
    'get /api/first-administrator',
    'get /api/identity',
    'post /api/identity/start',
    'post /api/first-administrator',
  ]);

  async function routes(): Promise<readonly (readonly [string, string])[]> {
    const { paths } = JSON.parse((await ask('/api/openapi.json')).text) as {
      paths: Record<string, Record<string, unknown>>;
    };
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method, path] as const),
    );
  }
  const filled = (path: string, value: string) => path.replace(/\{\w+\}/g, () => encodeURIComponent(value));

  it('没有登录的，除了本来就开放的，一律 401', async () => {
    const all = await routes();
    expect(all.length).toBeGreaterThan(15);
    for (const [method, path] of all) {
      const answer = await ask(
        filled(path, '0'.repeat(26)),
        { method: method.toUpperCase(), headers: own, body: method === 'post' ? ['{}'] : [] },
        '',
      );
      const name = `${method} ${path}`;
      expect([name, answer.status === 401]).toEqual([name, !open.has(name)]);
      expect([name, answer.status < 500]).toEqual([name, true]);
    }
  });

  it('登录了的，以垃圾内容、垃圾路径、垃圾参数调用，从不 5xx', async () => {
    const bodies = [
      '',
      '{}',
      '[]',
      'null',
      '"x"',
      '{"id":{}}',
      '{"login":1,"password":[]}',
      '{"to":{}}',
      '\u0000',
      '{"token":"x","login":"x"}',
    ];
    const unknown = '0'.repeat(26);
    const values = [
      'x',
      '..',
      '../..',
      '\u0000',
      '__proto__',
      'constructor',
      unknown,
      "' or 1=1",
      '𠮷',
      '%',
      'x'.repeat(3000),
    ];
    const queries = [
      '',
      '?case=%00',
      `?case=${file.id}`,
      '?case=..&name=..&text=%00&after=%00&stage=%00',
      `?case=${'0'.repeat(26)}&purpose=`,
    ];
    for (const [method, path] of await routes()) {
      // Ending the session is what it is for.
      if (`${method} ${path}` === 'delete /api/session') continue;
      // Every value with no query, every query with an id that could be one: no answer depends on both being rubbish.
      for (const value of path.includes('{') ? values : [''])
        for (const query of method === 'get' && (value === '' || value === unknown) ? queries : ['']) {
          // A body beside a request that takes none would be read as the next request.
          const sent = method === 'post' ? bodies : [''];
          for (const body of sent) {
            const name = `${method} ${filled(path, value)}${query} ${body}`;
            const answer = await ask(`${filled(path, value)}${query}`, {
              method: method.toUpperCase(),
              headers: own,
              body: [body],
            });
            expect([name, answer.status < 500]).toEqual([name, true]);
            // Taking away what is not there has come to what was wanted.
            expect([name, method !== 'post' || answer.status >= 400 || path === '/api/attachments']).toEqual([
              name,
              true,
            ]);
          }
        }
    }
    // Every way in, one after the other: some thousand requests, more with every act there is.
  }, 180_000);
});

it('这期间案卷照常能办', async () => {
  const version = file.version;
  const checked = await ask('/api/acts/check', {
    method: 'POST',
    headers: own,
    body: [JSON.stringify(await file.request(await file.lawful('decided')))],
  });
  expect(checked.status).toBe(200);
  expect((await file.view(head)).version).toBe(version);
  for (const by of [handler, second, administrator])
    expect((await house.client.request(by, 'GET', '/api/session')).status).toBe(200);
});

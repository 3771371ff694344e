import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLog } from '@zhaozhang/evidence';
import { verifyProof } from '@zhaozhang/evidence/verify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { leafOf } from './proving/leaf.ts';
import { verifyInstallation } from './proving/verify.ts';
import type { Discrepancy } from './proving/discrepancy.ts';
import { CaseAtWork, handler, nextWorkday, person, reporter, second } from './testing/case-at-work.ts';
import { countEvents } from './testing/count-events.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { manyBytes, rawRequest } from './testing/raw-request.ts';
import type { RawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

const agency = 'wuhan-civil-affairs';
const megabyte = 1024 * 1024;
const newPhone = '13900002222';

let house: TestInstance;
let owner: Owner;
let cookie = '';
/** A published case against a natural person, whose telephone number was corrected on the way. */
let file: CaseAtWork;

beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
  ({ cookie } = await newAccount(house.instance, {
    agency,
    name: '周承办',
    administrator: false,
    officer: 'zhou',
  }));
  file = await new CaseAtWork(house.client, person).upTo('assigned');
  await file.do({
    by: handler,
    name: 'case.correct-entry',
    input: { entry: person.id, fields: { 'record.party.phone': newPhone }, reason: '电话录错了一位' },
  });
  await file.upTo('published');
  await house.instance.world.sequencer.drain();
});
afterAll(async () => {
  await owner.end();
  await house.end();
});

const ask = (path: string, asked: RawRequest = {}) =>
  rawRequest(house.instance.url, path, {
    ...asked,
    headers: { 'x-zhaozhang': '1', cookie, ...asked.headers },
  });
const upload = (name: string, body: RawRequest['body'], headers: Record<string, string> = {}) =>
  ask(`/api/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
const problemOf = (text: string) => JSON.parse(text) as { title: string; field?: string; remedy?: string };

async function storedBlobs(): Promise<number> {
  let count = 0;
  for await (const digest of house.instance.world.blobs.list()) count += digest.length > 0 ? 1 : 0;
  return count;
}

describe('附件', () => {
  it('120 MB 的附件边收边写，内存增长远小于文件', async () => {
    const size = 120 * megabyte;
    const digest = createHash('sha256');
    for (const piece of manyBytes(size)) digest.update(piece);
    const before = process.memoryUsage().rss;
    let most = before;
    function* watched() {
      for (const piece of manyBytes(size)) {
        most = Math.max(most, process.memoryUsage().rss);
        yield piece;
      }
    }
    const answer = await upload('录像.mp4', watched());
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toMatchObject({
      blob: `sha256:${digest.digest('hex')}`,
      name: '录像.mp4',
      bytes: size,
    });
    expect(most - before).toBeLessThan(size);
  });

  it('超过 200 MB 的，报了长度的不收一字节，没报的收到为止，都不留下', async () => {
    const before = await storedBlobs();
    const size = 201 * megabyte;
    const declared = await upload('过大.mp4', manyBytes(size), { 'content-length': String(size) });
    const chunked = await upload('过大.mp4', manyBytes(size));
    for (const answer of [declared, chunked]) {
      expect(answer.status).toBe(413);
      expect(problemOf(answer.text)).toMatchObject({ title: '文件超过 200 MB', field: 'body' });
    }
    expect(await storedBlobs()).toBe(before);
  });

  it('空文件不收，也不留下', async () => {
    const before = await storedBlobs();
    for (const answer of [await upload('空.txt', []), await upload('空.txt', [], { 'content-length': '0' })])
      expect([answer.status, problemOf(answer.text).title]).toEqual([400, '文件是空的']);
    expect(await storedBlobs()).toBe(before);
  });

  it('写进案卷之前谁也下载不到；写进之后原样下载，只作为文件，不作为网页', async () => {
    const content = '<!doctype html><script>alert(1)</script>笔录';
    const { blob } = JSON.parse((await upload('笔录 "甲"<1>.html', [content])).text) as { blob: string };
    const one = await new CaseAtWork(house.client).upTo('assigned');
    const path = `/api/attachments/${blob.slice('sha256:'.length)}?case=${one.id}`;
    expect((await ask(path)).status).toBe(404);
    const told = await one.lawful('interviewed');
    await one.do({
      ...told,
      record: { ...told.record, 'interview.attachments': [{ blob, name: '笔录.html' }] },
    });
    const answer = await ask(path);
    expect([answer.status, answer.text]).toEqual([200, content]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(Buffer.byteLength(content)),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('笔录.html')}`,
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    const notes = await owner.query(
      `select data from zz.events where stream = $1 and data like '%查看附件%'`,
      [`access/${one.stream}`],
    );
    expect(notes).toHaveLength(1);
  });

  it('没有登录的上传不了，外站的页面上传不了', async () => {
    const before = await storedBlobs();
    const anonymous = await rawRequest(house.instance.url, '/api/attachments?name=a', {
      method: 'POST',
      headers: { 'x-zhaozhang': '1' },
      body: ['内容'],
    });
    const foreign = await upload('a', ['内容'], { origin: 'https://evil.example' });
    expect([anonymous.status, foreign.status]).toEqual([401, 403]);
    expect(await storedBlobs()).toBe(before);
  });

  it('传到一半断开的，不留下', async () => {
    const before = await storedBlobs();
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent < 20) controller.enqueue(Buffer.alloc(megabyte));
        else controller.error(new Error('断开'));
      },
    });
    const cut = fetch(`${house.instance.url}/api/attachments?name=a`, {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', cookie },
      body,
      duplex: 'half',
    } as RequestInit);
    await expect(cut).rejects.toBeInstanceOf(Error);
    expect(await storedBlobs()).toBe(before);
    expect((await ask('/api/health')).status).toBe(200);
  });
});

/** Everything the database holds, as text. */
async function everyRow(): Promise<readonly { readonly table: string; readonly text: string }[]> {
  const tables = await owner.query(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('zz', 'auth', 'published')`,
  );
  expect(tables.length).toBeGreaterThan(10);
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner.query(
        `select coalesce(string_agg(t::text, E'\\n'), '') as text from ${String(name)} t`,
      );
      return { table: String(name), text: String(row?.['text']) };
    }),
  );
}

function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : [];
  });
}

const secrets = [person.record['party.identity'], person.record['party.phone'], newPhone, reporter];

describe('身份数据', () => {
  it('NAT-CF-50-1 身份号码、电话、举报人的明文，不在数据库的任何一行', async () => {
    for (const { table, text } of await everyRow())
      for (const secret of secrets) {
        expect([table, secret, text.includes(secret)]).toEqual([table, secret, false]);
        const bytes = Buffer.from(secret).toString('hex');
        expect([table, secret, text.includes(bytes)]).toEqual([table, secret, false]);
      }
  });

  it('也不在数据目录的任何一个文件里：数据库的文件、日志、密钥、附件', () => {
    const files = filesUnder(house.dataDir);
    expect(files.length).toBeGreaterThan(20);
    for (const path of files) {
      const bytes = readFileSync(path);
      for (const secret of secrets) expect([path, bytes.includes(secret)]).toEqual([path, false]);
    }
  });

  it('案卷、表单、列表的答复只说已加密保存；更正前后都不显示', async () => {
    const view = await file.view();
    const party = view.parties[0];
    const hidden = party?.fields.filter((field) => field.sealed !== undefined).map((field) => field.label);
    expect(hidden?.sort()).toEqual(['公民身份号码', '联系电话']);
    expect(view.entries.find((entry) => entry.kind === 'party')?.corrections[0]?.changes).toEqual([
      { label: '联系电话', before: '已加密保存', after: '已加密保存' },
    ]);
    const form = (await (
      await house.client.request(handler, 'GET', `/api/cases/${file.id}/forms/case.correct-entry`)
    ).json()) as FormView;
    const text = JSON.stringify([
      view,
      form,
      (await ask('/api/cases')).text,
      (await ask(`/api/offline/${file.id}`)).text,
    ]);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('以号码检索，找不到案卷', async () => {
    for (const secret of secrets) {
      const answer = await ask(`/api/cases?text=${encodeURIComponent(secret)}`);
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { rows: [], count: 0, more: false }]);
    }
  });

  it('查看明文留下记录：同一人同一目的，十五分钟一条', async () => {
    const ref =
      (await file.view()).parties[0]?.fields.find((field) => field.label === '联系电话')?.sealed ?? '';
    const look = (by: string) =>
      house.client.request(
        by,
        'GET',
        `/api/sealed/${ref}?case=${file.id}&purpose=${encodeURIComponent('电话核实')}`,
      );
    const notes = async () =>
      (
        await owner.query(
          `select actor ->> 'name' as name from zz.events where stream = $1 and data like '%电话核实%' order by version`,
          [`access/${file.stream}`],
        )
      ).map((row) => row['name']);
    // At the beginning of a quarter of an hour, so that all of it lies in one.
    const now = await nextWorkday(house.client);
    const answers = [await look(handler), await look(handler), await look(second)];
    for (const answer of answers) expect(await answer.json()).toEqual({ text: newPhone });
    expect(await notes()).toEqual([handler, second]);
    await house.client.moveClock(`${now.slice(0, 11)}09:15:00`);
    await look(handler);
    expect(await notes()).toEqual([handler, second, handler]);
  });
});

describe('查看案卷', () => {
  it('打开案卷、取走离线包，各人各留一条记录；同一刻钟里不重复', async () => {
    await nextWorkday(house.client);
    const one = await new CaseAtWork(house.client).upTo('lead');
    await house.client.request(second, 'GET', `/api/offline/${one.id}`);
    await house.client.request(second, 'GET', `/api/offline/${one.id}`);
    await one.view(handler);
    await one.view(handler);
    const rows = await owner.query(
      `select actor ->> 'name' as name from zz.events where stream = $1 order by version`,
      [`access/${one.stream}`],
    );
    expect(rows.map((row) => row['name'])).toEqual([second, handler]);
  });
});

async function verify(): Promise<readonly Discrepancy[]> {
  const { world } = house.instance;
  await world.sequencer.drain();
  return (
    await verifyInstallation(world.store, world.lawBook, readLog(join(house.dataDir, 'log'), world.logKey))
  ).discrepancies;
}

/** Does something to the database that only its owner could, tells what is found because of it, and undoes it. */
async function after(table: string, where: string, change: string): Promise<readonly Discrepancy[]> {
  const rows = await owner.query(`select to_jsonb(t) as row from ${table} t where ${where}`);
  expect(rows).toHaveLength(1);
  const known = new Set((await verify()).map((one) => told([one])));
  await owner.query(change);
  try {
    return (await verify()).filter((one) => !known.has(told([one])));
  } finally {
    await owner.query(`delete from ${table} where ${where}`);
    await owner.query(
      `insert into ${table} (${(await columns(table)).join(', ')}) overriding system value
       select ${(await columns(table)).join(', ')} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(rows[0]?.['row'])],
    );
  }
}

async function columns(table: string): Promise<readonly string[]> {
  const rows = await owner.query(
    `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  );
  return rows.map((row) => String(row['attname']));
}

const inStream = (version: number, stream = file.stream) => `stream = '${stream}' and version = ${version}`;
const told = (found: readonly Discrepancy[]) => found.map((one) => `${one.where} ${one.what}`).join('\n');

describe('核验找得到改动', () => {
  it('改了一条事件的内容：指出案卷和第几号事件', async () => {
    const found = await after(
      'zz.events',
      inStream(5),
      `update zz.events set data = replace(data, '超出章程', '没有超出章程') where ${inStream(5)}`,
    );
    const place = `${agency} ${file.stream} 第 5 号事件`;
    expect(found.filter((one) => one.where.includes(place)).map((one) => one.check)).toContain('log');
    expect(told(found)).toContain('改动');
  });

  it.each([
    ['办理人的姓名', `actor = jsonb_set(actor, '{name}', '"某甲"')`],
    ['办理人的账户', `actor = jsonb_set(actor, '{account}', '"某甲"')`],
    ['发生时刻', `occurred_at = occurred_at - interval '1 day'`],
    ['录入时刻', `recorded_at = recorded_at - interval '1 day'`],
    ['行为的名称', `act_name = 'case.publish'`],
    ['所根据的版本', `read = jsonb_set(read, '{agency/wuhan-civil-affairs}', '1')`],
    ['加的盐', `salt = 'x'`],
    ['行为的摘要', `act_digest = 'x'`],
  ])('改了一条事件的%s:指出案卷和第几号事件', async (_what, set) => {
    const found = await after('zz.events', inStream(4), `update zz.events set ${set} where ${inStream(4)}`);
    const place = `${agency} ${file.stream} 第 4 号事件`;
    expect([set, found.some((one) => one.where.includes(place))]).toEqual([set, true]);
    for (const one of found) expect(one.what).toMatch(/[\u4e00-\u9fff]/);
  });

  it('改了查看记录里的人：同样指出', async () => {
    const stream = `access/${file.stream}`;
    const found = await after(
      'zz.events',
      inStream(1, stream),
      `update zz.events set actor = jsonb_set(actor, '{name}', '"某甲"') where ${inStream(1, stream)}`,
    );
    expect(told(found)).toContain(`${stream} 第 1 号事件`);
  });

  it('抽走中间一条事件：指出从哪一号起不连续', async () => {
    const found = await after('zz.events', inStream(5), `delete from zz.events where ${inStream(5)}`);
    expect(told(found)).toContain(`${file.stream} 第 6 号事件`);
    expect(found.some((one) => one.check === 'log' && one.where.includes(`${file.stream} 第 5 号事件`))).toBe(
      true,
    );
  });

  it('抽走最后一条，状态也改成没有它的样子：日志里还有', async () => {
    const one = await new CaseAtWork(house.client).upTo('filing-proposed');
    await house.instance.world.sequencer.drain();
    const known = told(await verify());
    const [kept] = await owner.query(`select data from zz.states where stream = $1`, [one.stream]);
    const data = kept?.['data'] as { entries: unknown[] };
    const older = JSON.stringify({ ...data, version: 1, entries: data.entries.slice(0, 1) });
    await owner.query(`update zz.states set version = 1, data = $2 where stream = $1`, [one.stream, older]);
    const found = await after(
      'zz.events',
      inStream(2, one.stream),
      `delete from zz.events where ${inStream(2, one.stream)}`,
    );
    await owner.query(`update zz.states set version = 2, data = $2 where stream = $1`, [
      one.stream,
      JSON.stringify(data),
    ]);
    expect(found.map((each) => each.where)).toEqual([`${agency} ${one.stream} 第 2 号事件（case.approved）`]);
    expect(told(await verify())).toBe(known);
  });

  it('改了案卷的状态：指出是哪个案卷', async () => {
    const found = await after(
      'zz.states',
      `stream = '${file.stream}'`,
      `update zz.states set data = jsonb_set(data, '{entries,0,data,summary}', '"没有线索"') where stream = '${file.stream}'`,
    );
    expect(found).toEqual([
      { check: 'state', where: `${agency} ${file.stream}`, what: expect.stringContaining('状态') },
    ]);
  });

  it('已入链的事件又放进待入链的队列：日志里不会有第二条算数的', async () => {
    const { world } = house.instance;
    const [row] = await owner.query(
      `select position, agency_id, stream, version from zz.events where ${inStream(2)}`,
    );
    const before = await countEvents(world.store);
    await owner.query(
      'insert into zz.outbox (position, agency_id, stream, version) values ($1, $2, $3, $4)',
      [row?.['position'], row?.['agency_id'], row?.['stream'], row?.['version']],
    );
    // The first attempt may find that the event is logged already; from then on the sequencer looks first.
    await world.sequencer.drain().catch(() => undefined);
    await world.sequencer.drain().catch(() => undefined);
    const size = world.log.size();
    await world.sequencer.drain();
    expect(world.log.size()).toBe(size);
    expect(await owner.query('select 1 from zz.outbox')).toEqual([]);
    expect(await countEvents(world.store)).toBe(before);
    const found = await verify();
    expect(found.every((one) => one.where.includes(`${file.stream} 第 2 号事件`))).toBe(true);
    expect(found.length).toBeLessThanOrEqual(1);
  });
});

describe('改动日志本身', () => {
  it('改了日志里的一个字节，任何一个文件都找得到', async () => {
    await house.instance.world.sequencer.drain();
    const directory = join(house.dataDir, 'log', 'tile');
    const known = told(await verify());
    const files = filesUnder(directory).filter((path) => !/\.p\//.test(path) || path.includes('entries'));
    const newest = files.sort().at(-1) ?? '';
    expect(newest).not.toBe('');
    const bytes = readFileSync(newest);
    const altered = Buffer.from(bytes);
    altered[Math.floor(altered.length / 2)] = (altered[Math.floor(altered.length / 2)] ?? 0) ^ 1;
    writeFileSync(newest, altered);
    try {
      const found = await verify();
      expect(found.some((one) => one.check === 'log')).toBe(true);
      expect(told(found)).not.toBe(known);
    } finally {
      writeFileSync(newest, bytes);
    }
    expect(told(await verify())).toBe(known);
  });
});

describe('凭证', () => {
  it('公示页的凭证，离线即可验证那条公示事件；换一条、改一字都验不过', async () => {
    const { world } = house.instance;
    await world.sequencer.drain();
    const receipt = await ask(`/decisions/${agency}.${file.id}/receipt`);
    expect(receipt.status).toBe(200);
    expect(receipt.headers['content-disposition']).toContain('receipt.tlog-proof');
    const events = await world.store.events(agency, file.stream);
    const published = events.find((event) => event.type === 'case.published');
    const other = events.find((event) => event.type === 'case.decided');
    if (published === undefined || other === undefined) throw new Error('没有公示');
    const leaf = leafOf(published);
    expect(await verifyProof(receipt.text, leaf, world.logKey)).toMatchObject({ ok: true });
    const changed = { ...published, data: published.data.replace('site', 'media') };
    for (const wrong of [leafOf(other), leafOf(changed), leafOf({ ...published, salt: 'x' })])
      expect(await verifyProof(receipt.text, wrong, world.logKey)).toMatchObject({ ok: false });
    const leafText = new TextDecoder().decode(leaf);
    for (const secret of [person.name, ...secrets]) expect(leafText).not.toContain(secret);
  });

  it('公开的检查点，是凭证所附检查点的同一把密钥所签', async () => {
    const checkpoint = await ask('/checkpoint');
    const page = await ask('/verify');
    expect(checkpoint.text.split('\n')[0]).toBe(house.instance.world.logKey.split('+')[0]);
    expect(page.text).toContain(house.instance.world.logKey);
  });
});

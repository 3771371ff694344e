import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verifyProof } from '@zhaozhang/evidence/verify';
import { checkProof } from '@zhaozhang/portal';
import type { ProofData } from '@zhaozhang/portal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { leafOf } from './proving/leaf.ts';
import { CaseAtWork, handler, nextWorkday, person, reporter, second } from './testing/case-at-work.ts';
import { writtenBy } from './testing/files-under.ts';
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
    const files = writtenBy(house);
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

  it('一条记录导出为一个文件：原文与日志条目相符，更正也在内，加密的不在内；导出留下记录', async () => {
    const { world } = house.instance;
    await world.sequencer.drain();
    const answer = await ask(`/api/cases/${file.id}/proofs/${person.id}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(/存证凭证 .+\.html$/);
    const json = /<script id="proof" type="application\/json">(.*?)<\/script>/s.exec(answer.text)?.[1] ?? '';
    const data = JSON.parse(json) as ProofData;
    expect(data.key).toBe(world.logKey);
    expect((await checkProof(data)).map((one) => one.ok)).toEqual([true, true, true, true]);
    expect(data.proofs[1]?.record?.data).toContain('电话录错了一位');
    for (const secret of secrets) expect(answer.text).not.toContain(secret);
    for (const proof of data.proofs) {
      const record = { data: `${proof.record?.data ?? ''} `, salt: proof.record?.salt ?? '' };
      const [first] = await checkProof({ ...data, proofs: [{ ...proof, record }] });
      expect(first?.ok).toBe(false);
    }
    const notes = await owner.query(
      `select 1 from zz.events where stream = $1 and data like '%导出存证凭证%'`,
      [`access/${file.stream}`],
    );
    expect(notes).toHaveLength(1);
    expect((await ask(`/api/cases/${file.id}/proofs/01ARZ3NDEKTSV4RRFFQ69G5FAV`)).status).toBe(404);
    expect((await ask(`/api/cases/01ARZ3NDEKTSV4RRFFQ69G5FAV/proofs/${person.id}`)).status).toBe(404);
  });

  it('公开的检查点，是凭证所附检查点的同一把密钥所签', async () => {
    const checkpoint = await ask('/checkpoint');
    const page = await ask('/verify');
    expect(checkpoint.text.split('\n')[0]).toBe(house.instance.world.logKey.split('+')[0]);
    expect(page.text).toContain(house.instance.world.logKey);
  });
});

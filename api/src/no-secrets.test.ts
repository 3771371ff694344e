import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Me } from './contract/index.ts';
import { CaseAtWork, person, reporter } from './testing/case-at-work.ts';
import { filesUnder, writtenBy } from './testing/files-under.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let house: TestInstance;
let owner: Owner;
/** What must be found nowhere in plain, by what it is. */
const secrets = new Map<string, string>();
const said: string[] = [];
const spies = [process.stdout, process.stderr].map((stream) =>
  vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
);

beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
  const { instance, dataDir, client } = house;
  const account = { agency: 'wuhan-civil-affairs', name: '周承办', administrator: false, officer: 'zhou' };
  const { cookie, login, password } = await newAccount(instance, account);
  const file = await new CaseAtWork(client, person).upTo('published');
  await instance.world.sequencer.drain();
  const me = JSON.parse((await rawRequest(instance.url, '/api/session', { headers: { cookie } })).text) as Me;

  secrets.set('口令', password);
  secrets.set('会话令牌', decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)));
  secrets.set('身份证号', person.record['party.identity']);
  secrets.set('电话', person.record['party.phone']);
  secrets.set('举报人', reporter);
  secrets.set('草稿密钥', me.draftKey);
  secrets.set('机关密钥', instance.world.keyOf('wuhan-civil-affairs').bytes.toString('hex'));
  const passwords = JSON.parse(readFileSync(join(dataDir, 'secrets/database.json'), 'utf8')) as object;
  for (const [role, word] of Object.entries(passwords)) secrets.set(`数据库口令 ${role}`, String(word));

  // Failures tell the most: wrong passwords, bodies that cannot be read, a door that does not open.
  const post = (path: string, text: string) =>
    rawRequest(instance.url, path, {
      method: 'POST',
      headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
      body: [text],
    });
  await post('/api/session', JSON.stringify({ login, password: `${password}错` }));
  await post('/api/session', JSON.stringify({ login: password, password }));
  await post('/api/acts', `{"identity":"${person.record['party.identity']}",`);
  await owner.query('revoke execute on function zz.acts_append(jsonb) from zhaozhang_app');
  const lead = {
    ...{ id: ulid(), name: 'case.register-lead' },
    input: { source: 'complaint', summary: '来信反映。' },
    record: {
      ...{ 'lead.channel': 'letter', 'lead.naming': 'named' },
      ...{ 'lead.reporter': reporter, 'lead.contact': person.record['party.phone'] },
    },
  };
  const failed = await post('/api/acts', JSON.stringify(lead));
  await owner.query('grant execute on function zz.acts_append(jsonb) to zhaozhang_app');
  if (failed.status !== 500) throw new Error(`应当出故障：${failed.status}`);
  await rawRequest(instance.url, `/api/cases/${file.id}`, { headers: { cookie } });
});
afterAll(async () => {
  for (const spy of spies) spy.mockRestore();
  await owner.end();
  await house.end();
});

/** Which secrets stand in these bytes, as text or as the hexadecimal a database shows. */
function foundIn(bytes: Buffer): readonly string[] {
  return [...secrets]
    .filter(([, secret]) => bytes.includes(secret) || bytes.includes(Buffer.from(secret).toString('hex')))
    .map(([what]) => what);
}

describe('秘密只在该在的地方', () => {
  it('要找的都是真有的，找的方法找得到', () => {
    expect(secrets.size).toBeGreaterThanOrEqual(9);
    for (const [what, secret] of secrets) {
      expect([what, secret.length >= 3]).toEqual([what, true]);
      expect(foundIn(Buffer.from(`前${secret}后`))).toContain(what);
    }
  });

  it('数据库的每张表里都没有：事件、状态、义务、检索、公示、待入链、账户、会话', async () => {
    const tables = await owner.query(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('zz', 'auth', 'published') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(15);
    let rows = 0;
    for (const { name } of tables) {
      const found = await owner.query(`select to_jsonb(t)::text as row from ${String(name)} t`);
      rows += found.length;
      expect([name, foundIn(Buffer.from(found.map(({ row }) => row).join('\n')))]).toEqual([name, []]);
    }
    expect(rows).toBeGreaterThan(100);
  });

  it('服务的输出、故障的记录里没有', () => {
    const faults = house.faults.map((one) =>
      one instanceof Error ? (one.stack ?? one.message) : String(one),
    );
    expect(faults.length).toBeGreaterThan(0);
    expect(foundIn(Buffer.from([...faults, ...said].join('\n')))).toEqual([]);
  });

  it('数据目录里除了密钥的文件夹，没有一个文件里有：数据库的日志、日志瓦片、附件、数据库自己的文件', () => {
    const kept = writtenBy(house).filter(
      (path) => !relative(house.dataDir, path).startsWith('secrets') && !path.endsWith('.pid'),
    );
    expect(kept.some((path) => path.endsWith('postgres.log'))).toBe(true);
    const found = kept.flatMap((path) => {
      const secret = statSync(path).size === 0 ? [] : foundIn(readFileSync(path));
      return secret.length === 0 ? [] : [`${relative(house.dataDir, path)}：${secret.join('、')}`];
    });
    expect(found).toEqual([]);
  });

  it('密钥的文件夹只有服务自己能读', () => {
    const folder = join(house.dataDir, 'secrets');
    const open = [folder, ...filesUnder(folder)].filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../launcher/errors.ts';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
let owner: pg.Client;
let app: pg.Client;
let portal: pg.Client;
beforeAll(async () => {
  home = await testStore();
  owner = new pg.Client(home.database.ownerUrl);
  app = new pg.Client(home.database.appUrl);
  portal = new pg.Client(home.database.portalUrl);
  await Promise.all([owner.connect(), app.connect(), portal.connect()]);
  await home.store.append(
    sampleAct('seed', [sampleStream('case/seed', 0, { search: { text: '本机关的案件' } })], {
      published: [
        {
          id: 'd1',
          documentNumber: '1',
          title: '决定',
          party: '某',
          publishedDay: '2026-03-01',
          page: {},
          text: '决定',
        },
      ],
    }),
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), portal.end()]);
  await home.end();
});

const DENIED = { code: '42501' };

/** Tables of the installation as a whole: neither holds anything about a case. */
const installationWide: readonly string[] = ['zz.bundles', 'zz.migrations'];
/** Doors that answer for every agency, each with its reason. */
const acrossAgencies: readonly string[] = [
  // Which agencies there are: their duties are computed anew one after the other.
  'zz.agencies',
  // A bundle of law is named by its digest and is nobody's.
  'zz.bundle_put',
  // The sequencer writes one log for the whole installation.
  'zz.log_mark',
  'zz.outbox_take',
  // How many wait for it, and since when: what the machine's keeper asks.
  'zz.outbox_waiting',
  // How common two characters are among all texts, as the planner knows it: a share, never whose.
  'zz.search_share',
];
/** Functions with the owner's rights that only doors call. */
const behindDoors: readonly string[] = ['auth.note'];

/** `done`, or the code of the database's refusal. */
async function outcome(client: pg.Client, statement: string): Promise<string | undefined> {
  return client.query(statement).then(() => 'done', errorCode);
}

async function tables(): Promise<{ name: string; column: string }[]> {
  const found = await owner.query<{ name: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, a.attname as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
     where c.relkind in ('r', 'p') and n.nspname in ('zz', 'auth', 'published') order by 1`,
  );
  return found.rows;
}

describe('数据库角色的权限', () => {
  it('服务角色对任何表都不能增、改、删、清空', async () => {
    const all = await tables();
    expect(all.map((t) => t.name)).toEqual(
      expect.arrayContaining(['zz.events', 'zz.sealed', 'auth.accounts']),
    );
    expect(all.length).toBeGreaterThanOrEqual(14);
    const allowed: string[] = [];
    for (const client of [app, portal]) {
      await client.query(`select set_config('zz.agency', $1, false)`, [AGENCY]);
      for (const { name, column } of all) {
        for (const statement of [
          `insert into ${name} default values`,
          `update ${name} set ${column} = ${column}`,
          `delete from ${name}`,
          `truncate ${name}`,
        ]) {
          if ((await outcome(client, statement)) !== DENIED.code) allowed.push(statement);
        }
      }
    }
    expect(allowed).toEqual([]);
  });

  it('服务角色不能直接读密封数据、账户与会话', async () => {
    for (const name of [
      'zz.sealed',
      'auth.accounts',
      'auth.sessions',
      'auth.sign_in_attempts',
      'auth.second_factors',
      'auth.recovery_codes',
      'auth.identities',
      'auth.account_notes',
    ]) {
      expect([name, await outcome(app, `select from ${name}`)]).toEqual([name, DENIED.code]);
    }
  });

  it('门户角色只读公示，读不到内部表，也进不了任何门', async () => {
    expect((await portal.query('select id from published.decisions')).rows).toEqual([{ id: 'd1' }]);
    for (const { name } of await tables()) {
      if (name === 'published.decisions') continue;
      expect([name, await outcome(portal, `select from ${name}`)]).toEqual([name, DENIED.code]);
    }
    await expect(portal.query(`select zz.acts_append('[]')`)).rejects.toMatchObject(DENIED);
    await expect(portal.query(`select auth.account_find('x')`)).rejects.toMatchObject(DENIED);
  });

  it('服务角色进不了门后的内部函数', async () => {
    await expect(app.query(`select zz.act_append('{}')`)).rejects.toMatchObject(DENIED);
    await expect(app.query(`select zz.put_published('a', '[]')`)).rejects.toMatchObject(DENIED);
    await expect(app.query(`select zz.access_record('{}', 'a', 's')`)).rejects.toMatchObject(DENIED);
    await expect(app.query(`select auth.note('{}')`)).rejects.toMatchObject(DENIED);
  });

  it('没有说明所属机关的会话，什么行也看不到', async () => {
    await app.query(`select set_config('zz.agency', '', false)`);
    const seen: string[] = [];
    for (const { name } of await tables()) {
      const rows = await app.query(`select from ${name} limit 1`).then(
        (found) => found.rowCount ?? 0,
        () => 0,
      );
      if (rows > 0 && !installationWide.includes(name)) seen.push(name);
    }
    expect(seen).toEqual([]);
  });

  it('每张带机关的表有且只有一道机关的墙，另一机关的会话一行也看不到', async () => {
    const walled = await owner.query<{ name: string; policies: number }>(
      `select format('%I.%I', n.nspname, c.relname) as name,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname = 'zz' order by 1`,
    );
    expect(walled.rows.length).toBeGreaterThanOrEqual(10);
    expect(walled.rows.filter(({ policies }) => policies !== 1)).toEqual([]);
    const bare = (await tables())
      .map(({ name }) => name)
      .filter((name) => name.startsWith('zz.') && !walled.rows.some((row) => row.name === name));
    expect(bare.filter((name) => !installationWide.includes(name))).toEqual([]);
    await app.query(`select set_config('zz.agency', 'linjiang-civil-affairs', false)`);
    const seen: string[] = [];
    for (const { name } of walled.rows) {
      const foreign = `select from ${name} where agency_id is distinct from 'linjiang-civil-affairs' limit 1`;
      const rows = await app.query(foreign).then(
        (found) => found.rowCount ?? 0,
        () => 0,
      );
      if (rows > 0) seen.push(name);
    }
    expect(seen).toEqual([]);
  });

  it('以库主的权限运行的函数，要么自己问所属机关，要么列明为何跨机关', async () => {
    const doors = await owner.query<{ name: string; text: string; app: boolean; portal: boolean }>(
      `select format('%I.%I', n.nspname, p.proname) as name, p.prosrc as text,
         has_function_privilege('zhaozhang_app', p.oid, 'execute') as app,
         has_function_privilege('zhaozhang_portal', p.oid, 'execute') as portal
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(doors.rows.length).toBeGreaterThan(15);
    expect(doors.rows.filter(({ portal: open }) => open)).toEqual([]);
    const asking = /zz\.agency|require_agency/;
    const across = doors.rows
      .filter(({ name, text, app: open }) => open && !asking.test(text) && !name.startsWith('auth.'))
      .map(({ name }) => name);
    expect([...new Set(across)]).toEqual(acrossAgencies);
    const behind = doors.rows.filter(({ name, app: open }) => !open && !behindDoors.includes(name));
    expect(behind.map(({ name }) => name)).toEqual([]);
  });

  it('读文件、写文件、运行程序、冒用他人、另建对象，一样也做不到', async () => {
    const attempts = [
      `select pg_read_file('postgresql.conf')`,
      `select pg_read_binary_file('PG_VERSION')`,
      `select pg_ls_dir('.')`,
      `select lo_import('/etc/passwd')`,
      `select lo_export(1, '/tmp/out')`,
      `copy (select 1) to program 'true'`,
      `copy (select 1) to '/tmp/out'`,
      `create temporary table t (line text); copy t from program 'id'`,
      `set role zhaozhang_owner`,
      `set role zhaozhang_superuser`,
      `set session authorization zhaozhang_superuser`,
      'select from pg_authid',
      'select from pg_shadow',
      'create table zz.mine (n int)',
      'create table public.mine (n int)',
      'create schema mine',
      'create function public.mine() returns int language sql as $$ select 1 $$',
      'create extension dblink',
      'alter role zhaozhang_app superuser',
      `alter system set log_statement = 'all'`,
      'alter table zz.events disable row level security',
      'drop table zz.events',
      'select pg_reload_conf()',
      'select pg_terminate_backend(pg_backend_pid() + 1000000)',
    ];
    const done: string[] = [];
    for (const client of [app, portal])
      for (const attempt of attempts) if ((await outcome(client, attempt)) === 'done') done.push(attempt);
    // Ending a process that is not there answers no; ending another's is denied. Nothing else goes through.
    expect([...new Set(done)]).toEqual(['select pg_terminate_backend(pg_backend_pid() + 1000000)']);
    const open = await owner.query(
      `select distinct p.proname from pg_proc p, unnest(array['zhaozhang_app', 'zhaozhang_portal']) as r (role)
       where p.proname ~ '^(pg_(read|stat)_(binary_)?file|pg_ls_.*dir|pg_file_|lo_(import|export)|pg_execute_server)'
         and has_function_privilege(r.role, p.oid, 'execute')`,
    );
    expect(open.rows).toEqual([]);
  });

  it('每道门的搜索路径都固定，公众无执行权', async () => {
    const open = await owner.query(
      `select p.oid::regprocedure::text as door from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('zz', 'auth') and (p.proconfig is null or not 'search_path=pg_catalog, pg_temp' = any(p.proconfig)
         or has_function_privilege('public', p.oid, 'execute'))`,
    );
    expect(open.rows).toEqual([]);
  });

  it('角色与库主都不是超级用户', async () => {
    const found = await owner.query(
      `select rolname from pg_roles where rolsuper and rolname like 'zhaozhang%'`,
    );
    expect(found.rows).toEqual([{ rolname: 'zhaozhang_superuser' }]);
  });
});

describe('机关之间的墙', () => {
  it('另一机关看不见本机关的任何行', async () => {
    const other = 'linjiang-civil-affairs';
    expect(await home.store.events(other, 'case/seed')).toEqual([]);
    expect((await home.store.states.load(other, ['case/seed'])).size).toBe(0);
    expect((await home.store.countCases(other, { text: '案件' }, 9)).n).toBe(0);
    expect((await home.store.countCases(AGENCY, { text: '案件' }, 9)).n).toBe(1);
    await app.query(`select set_config('zz.agency', $1, false)`, [other]);
    for (const name of ['events', 'states', 'obligations', 'search', 'outbox', 'log_entries', 'access']) {
      expect([name, (await app.query(`select from zz.${name}`)).rowCount]).toEqual([name, 0]);
    }
    await app.query(`select set_config('zz.agency', '', false)`);
    expect((await app.query('select from zz.events')).rowCount).toBe(0);
    await app.query(`select set_config('zz.agency', $1, false)`, [AGENCY]);
    expect((await app.query('select from zz.events')).rowCount).toBe(1);
  });

  it('内部每张带机关的表都设了行级安全', async () => {
    const bare = await owner.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
       where n.nspname = 'zz' and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(bare.rows).toEqual([]);
  });

  it('会话所属机关与所送行为的机关不同，门不开', async () => {
    await app.query(`select set_config('zz.agency', 'linjiang-civil-affairs', false)`);
    const act = sampleAct('cross', [sampleStream('case/cross', 0)]);
    const own = { ...act, agency: 'linjiang-civil-affairs', act: { ...act.act, id: 'own' } };
    // One of another agency among others, or none at all: nothing of the call stands.
    for (const acts of [[act], [own, act], []])
      await expect(app.query('select zz.acts_append($1)', [JSON.stringify(acts)])).rejects.toMatchObject(
        DENIED,
      );
    expect((await app.query('select from zz.events')).rowCount).toBe(0);
  });

  it('交替为两个机关写和读，连接不会串用', async () => {
    const done = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const agency = `agency-${n % 2}`;
        await home.store.append(sampleAct(`swap-${n}`, [sampleStream(`case/swap-${n}`, 0)], { agency }));
        const foreign = await home.store.events(`agency-${(n + 1) % 2}`, `case/swap-${n}`);
        return [(await home.store.events(agency, `case/swap-${n}`)).length, foreign.length];
      }),
    );
    expect(done).toEqual(Array.from({ length: 40 }, () => [1, 0]));
  });
});

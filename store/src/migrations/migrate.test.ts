import { appendFileSync, cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withCredentials } from '../launcher/database-url.ts';
import { type Database, startDatabase } from '../launcher/start-database.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadMigrations } from './load-migrations.ts';
import { migrate } from './migrate.ts';
import { scramVerifier } from './scram-verifier.ts';

const base = temporaryFolder();
const migrationsDir = join(base, 'sql');
let database: Database;
let passwords: { app: string; portal: string };
beforeAll(async () => {
  database = await startDatabase({ dataDir: join(base, 'data') });
  passwords = { app: new URL(database.appUrl).password, portal: new URL(database.portalUrl).password };
});
afterAll(async () => {
  await database.stop();
  rmSync(base, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(migrationsDir, { recursive: true, force: true });
  cpSync(fileURLToPath(new URL('.', import.meta.url)), migrationsDir, { recursive: true });
});

async function asOwner<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('数据库升级', () => {
  it('再执行一遍没有变化，记下每个脚本的摘要', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, passwords, { migrationsDir })));
    const applied = await asOwner('select name, digest from zz.migrations order by name');
    expect(applied).toEqual(loadMigrations(migrationsDir).map(({ name, digest }) => ({ name, digest })));
  });

  it('已执行的脚本被改动一个字节即拒绝', async () => {
    appendFileSync(join(migrationsDir, '0001-remembering.sql'), '\n');
    await expect(migrate(database.ownerUrl, passwords, { migrationsDir })).rejects.toThrow(
      '0001-remembering 被改动',
    );
  });

  it('数据库比程序新、新脚本编号靠前、编号重复、一个脚本也没有，都拒绝', async () => {
    const run = () => migrate(database.ownerUrl, passwords, { migrationsDir });
    const [last] = loadMigrations(migrationsDir).slice(-1);
    writeFileSync(join(migrationsDir, '0000-before.sql'), 'select 1');
    await expect(run()).rejects.toThrow('0000-before 的编号早于');
    rmSync(join(migrationsDir, '0000-before.sql'));
    writeFileSync(join(migrationsDir, '0001-again.sql'), 'select 1');
    await expect(run()).rejects.toThrow('编号为 0001');
    rmSync(join(migrationsDir, '0001-again.sql'));
    renameSync(join(migrationsDir, `${last?.name}.sql`), join(base, 'away.sql'));
    await expect(run()).rejects.toThrow('不认识的版本');
    expect(() => loadMigrations(join(base, 'nothing'))).toThrow('没有数据库升级脚本');
  });

  it('脚本中途出错，这一个脚本什么也不留下', async () => {
    writeFileSync(join(migrationsDir, '9998-half.sql'), 'create table zz.half (id int); select 1 / 0');
    await expect(migrate(database.ownerUrl, passwords, { migrationsDir })).rejects.toMatchObject({
      code: '22012',
    });
    expect(await asOwner(`select to_regclass('zz.half') as half`)).toEqual([{ half: null }]);
  });

  it('多值的索引，新写下的立即并入，或者只放一小堆：否则每次问都要把那一堆翻一遍', async () => {
    const indexes = await asOwner<{ name: string; options: string[] | null }>(
      `select c.oid::regclass::text as name, c.reloptions as options from pg_class c
       join pg_am m on m.oid = c.relam and m.amname = 'gin' order by 1`,
    );
    expect(indexes).toEqual([
      { name: 'published.decisions_grams', options: ['fastupdate=off'] },
      { name: 'zz.obligations_open_by_bearer', options: ['gin_pending_list_limit=64'] },
      { name: 'zz.search_grams', options: ['gin_pending_list_limit=64'] },
    ]);
  });

  it('换了口令，角色即用新口令；口令本身不进语句', async () => {
    await migrate(database.ownerUrl, { ...passwords, app: 'another-password' }, { migrationsDir });
    const client = new pg.Client(withCredentials(database.ownerUrl, 'zhaozhang_app', 'another-password'));
    await client.connect();
    await client.end();
    await migrate(database.ownerUrl, passwords, { migrationsDir });
  });

  it('口令校验值与标准算例一致', () => {
    // RFC 7677 §3: password "pencil", salt W22ZaJ0SNY7soEsUEjb6gQ==, 4096 rounds.
    expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });
});

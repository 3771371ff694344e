import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../client/store.ts';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { databaseUrl } from './database-url.ts';
import { DataDirectoryLocked, DatabaseUnavailable } from './errors.ts';
import { acquireInstanceLock } from './instance-lock.ts';
import { isPostgresOf } from './process-identity.ts';
import { databaseSecrets } from './secrets.ts';
import { type Database, type DatabaseOptions, startDatabase } from './start-database.ts';

const base = temporaryFolder();
const started: Database[] = [];
afterAll(async () => {
  // Whatever a failed test left running.
  for (const database of started) await database.stop();
  rmSync(base, { recursive: true, force: true });
});

async function start(options: DatabaseOptions): Promise<Database> {
  const database = await startDatabase(options);
  started.push(database);
  return database;
}

describe('内置数据库', () => {
  it('目录名有空格和汉字照常启动；停下再启动，所记仍在', { timeout: 60_000 }, async () => {
    const dataDir = join(base, '照章 数据');
    const first = await start({ dataDir });
    const cluster = join(dataDir, 'postgres', 'cluster');
    expect(isPostgresOf(first.pid ?? 0, cluster)).toBe(true);
    const store = openStore(first);
    await store.append(sampleAct('kept', [sampleStream('case/kept', 0)]));
    await store.close();
    await first.stop();
    await first.stop();
    expect(isPostgresOf(first.pid ?? 0, cluster)).toBe(false);

    const second = await start({ dataDir });
    const again = openStore(second);
    expect(await again.events(AGENCY, 'case/kept')).toHaveLength(1);
    const client = new pg.Client(second.ownerUrl);
    await client.connect();
    const settings = await client.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('listen_addresses') as listen,
              current_setting('server_encoding') as encoding`,
    );
    await client.end();
    expect(settings.rows[0]).toMatchObject({
      fsync: 'on',
      commit: 'on',
      listen: '127.0.0.1',
      encoding: 'UTF8',
    });
    await again.close();
    await second.stop();
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('shut down');
  });

  it('同一数据目录不能再开第二个，说明由哪个进程占用', { timeout: 60_000 }, async () => {
    const dataDir = join(base, 'locked');
    const release = await acquireInstanceLock(dataDir);
    const database = await start({ dataDir });
    await expect(start({ dataDir })).rejects.toThrow(`进程号 ${process.pid}`);
    await expect(acquireInstanceLock(dataDir)).rejects.toBeInstanceOf(DataDirectoryLocked);
    await database.stop();
    await expect(acquireInstanceLock(dataDir)).rejects.toBeInstanceOf(DataDirectoryLocked);
    release();
    (await acquireInstanceLock(dataDir))();
  });

  it('口令随机生成，只有本人可读；地址中的口令不出现在数据库日志里', { timeout: 60_000 }, async () => {
    const dataDir = join(base, 'secret');
    const database = await start({ dataDir });
    const secrets = databaseSecrets(dataDir);
    expect(new Set(Object.values(secrets)).size).toBe(4);
    expect(statSync(join(dataDir, 'secrets', 'database.json')).mode & 0o777).toBe(0o600);
    const wrong = new pg.Client(database.appUrl.replace(secrets.app, 'wrong'));
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
    const app = new pg.Client(database.appUrl);
    await app.connect();
    await expect(app.query(`select '${secrets.app}' from nowhere`)).rejects.toMatchObject({ code: '42P01' });
    await app.end();
    await database.stop();
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('nowhere');
    for (const secret of Object.values(secrets)) expect(log).not.toContain(secret);
  });

  it('口令文件损坏、数据库目录不完整，说明缘由并让出数据目录', async () => {
    const dataDir = join(base, 'broken');
    (await acquireInstanceLock(dataDir))();
    databaseSecrets(dataDir);
    writeFileSync(join(dataDir, 'secrets', 'database.json'), '{"app":1}');
    await expect(start({ dataDir })).rejects.toThrow('口令文件');
    rmSync(join(dataDir, 'secrets'), { recursive: true });
    mkdirSync(join(dataDir, 'postgres', 'cluster'), { recursive: true });
    await expect(start({ dataDir })).rejects.toBeInstanceOf(DatabaseUnavailable);
    (await acquireInstanceLock(dataDir))();
  });
});

describe('外部数据库', () => {
  it('缺什么权限说什么；权限齐备即可使用，角色名按前缀区分', { timeout: 60_000 }, async () => {
    const own = await start({ dataDir: join(base, 'server') });
    const port = Number(new URL(own.ownerUrl).port);
    const { superuser } = databaseSecrets(join(base, 'server'));
    const admin = new pg.Client(databaseUrl(port, 'postgres', 'zhaozhang_superuser', superuser));
    await admin.connect();
    await admin.query(`create role weak login password 'w'`);
    await admin.query(`create database ext`);
    const dataDir = join(base, 'external');
    const use = (user: string, password: string, database = 'ext') =>
      start({
        dataDir,
        externalUrl: databaseUrl(port, database, user, password),
        rolePrefix: 'second',
      });
    await expect(use('weak', 'w')).rejects.toThrow('GRANT CREATE ON DATABASE');
    await expect(use('weak', 'no')).rejects.toThrow('拒绝了所给的用户或口令');
    await expect(use('weak', 'w', 'none')).rejects.toThrow('没有所指的库');
    await expect(start({ dataDir, externalUrl: 'postgresql://u:secret@127.0.0.1:1/x' })).rejects.toThrow(
      /^连接不上外部数据库“127\.0\.0\.1:1”（ECONNREFUSED）。请检查地址、端口与网络。$/,
    );
    await expect(start({ dataDir, externalUrl: '不是地址' })).rejects.toThrow('不是有效的地址');
    await admin.query('grant create on database ext to weak');
    await expect(use('weak', 'w')).rejects.toThrow('CREATEROLE');
    await admin.query('alter role weak createrole');
    const external = await use('weak', 'w');
    expect(external.embedded).toBe(false);
    expect(new URL(external.appUrl).username).toBe('second_app');
    const store = openStore(external);
    expect(await store.append(sampleAct('ext', [sampleStream('case/ext', 0)]))).toMatchObject({
      outcome: 'appended',
    });
    await store.close();
    await external.stop();
    // Roles made by then are found to sign in; making roles is a right no longer needed.
    await admin.query('alter role weak nocreaterole');
    await (await use('weak', 'w')).stop();
    await admin.end();
    await own.stop();
  });
});

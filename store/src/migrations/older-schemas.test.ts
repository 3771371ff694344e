import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneConnection, type OneConnection } from '../client/pool.ts';
import { openStore } from '../client/store.ts';
import { type Database, startDatabase } from '../launcher/start-database.ts';
import { AGENCY, MORNING, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadMigrations } from './load-migrations.ts';
import { migrate } from './migrate.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const all = loadMigrations(source);
const base = temporaryFolder();
let database: Database;
let owner: OneConnection;
let passwords: { app: string; portal: string };

beforeAll(async () => {
  database = await startDatabase({ dataDir: join(base, 'data') });
  owner = await oneConnection(database.ownerUrl);
  passwords = { app: new URL(database.appUrl).password, portal: new URL(database.portalUrl).password };
});
afterAll(async () => {
  await owner.close();
  await database.stop();
  rmSync(base, { recursive: true, force: true });
});

/** The schema as a program of that time left it: the first so many steps, and none of the later ones. */
async function schemaOf(steps: number): Promise<void> {
  const folder = join(base, `sql-${steps}`);
  mkdirSync(folder, { recursive: true });
  for (const { name } of all.slice(0, steps))
    cpSync(join(source, `${name}.sql`), join(folder, `${name}.sql`));
  await owner.query('drop schema if exists zz, auth, published cascade');
  await migrate(database.ownerUrl, passwords, { migrationsDir: folder });
}

/** What such a program would have written, through the doors it had. */
async function fill(): Promise<void> {
  const has = async (name: string): Promise<boolean> =>
    (await owner.query<{ has: boolean }>(`select to_regproc($1) is not null as has`, [name]))[0]?.has ===
    true;
  await owner.query('select set_config($1, $2, false)', ['zz.agency', AGENCY]);
  if (await has('zz.bundle_put')) await owner.query(`select zz.bundle_put('digest', 'text of a bundle')`);
  if (await has('zz.act_append')) {
    const owed = [
      { id: 'o', duty: 'd', label: '某事', per: 'case', subject: 's', owedBy: 'handler', dueAt: MORNING },
    ];
    const search = { text: '旧文', grams: ['旧文'] };
    const sealed = [
      { ref: 'r', subject: 'case/old', keyId: 'k', ciphertext: Buffer.from('密').toString('base64') },
    ];
    const published = [
      {
        ...{
          id: 'old',
          documentNumber: '〔2026〕1号',
          title: '某案',
          party: '某会',
          publishedDay: '2026-03-02',
        },
        ...{ page: { facts: '某事' }, text: '某会', grams: ['某会'] },
      },
    ];
    const told = [{ officer: 'zhou', stream: 'case/old', why: 'assigned' }];
    const stream = sampleStream('case/old', 0, {
      obligations: owed,
      search,
      summary: { stage: 'filed', handlers: ['zhou'] },
    });
    const act = { ...sampleAct('old-1', [stream], { bundle: 'digest' }), sealed, published, told };
    await owner.query('select zz.act_append($1)', [JSON.stringify(act)]);
    await owner.query('select zz.act_append($1)', [
      JSON.stringify(sampleAct('old-2', [sampleStream('case/old', 1)])),
    ]);
  }
  if (await has('zz.access_note')) {
    const reading = {
      agency: AGENCY,
      actorKey: 'a',
      actor: { account: 'a', name: '某人' },
      purpose: '查看',
      subject: 'case/old',
      occurredAt: MORNING,
    };
    await owner.query('select zz.access_note($1)', [JSON.stringify(reading)]);
  }
  if (await has('zz.log_mark')) {
    const [first] = await owner.query<{ position: string }>(
      "select position from zz.events where stream = 'case/old' and version = 1",
    );
    // Named in the newer way and in the older.
    const named = { position: Number(first?.position), agency: AGENCY, stream: 'case/old', version: 1 };
    const entries = [{ ...named, idx: 0 }];
    await owner.query('select zz.log_mark($1)', [JSON.stringify({ entries })]);
  }
  if (await has('auth.account_put')) {
    const account = {
      agency: AGENCY,
      id: 'a',
      login: 'zhou',
      name: '周承办',
      passwordHash: 'h',
      administrator: true,
    };
    await owner.query('select auth.account_put($1)', [JSON.stringify(account)]);
  }
}

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

async function everything(): Promise<Rows> {
  const tables = await owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('zz', 'auth', 'published') and tablename <> 'migrations' order by 1`,
  );
  const found = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  for (const { name } of tables) {
    const rows = await owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

describe('旧版数据库升级', () => {
  it.each(all.slice(0, -1).map(({ name }, at) => [name, at + 1] as const))(
    '停在 %s 的，升到最新：每一行都在，每一栏的旧值不变，照常办理',
    async (_name, steps) => {
      await schemaOf(steps);
      await fill();
      const before = await everything();
      // Since there has been a door, there is something to be kept.
      expect(steps < 3 || (before.get('zz.events')?.length ?? 0) > 1).toBe(true);
      await migrate(database.ownerUrl, passwords);
      const after = await everything();
      for (const [table, rows] of before) {
        const now = after.get(table) ?? [];
        expect([table, now.length]).toEqual([table, rows.length]);
        for (const row of rows)
          expect([table, now]).toEqual([table, expect.arrayContaining([expect.objectContaining(row)])]);
      }
      const store = openStore(database);
      try {
        const next = (await store.events(AGENCY, 'case/old')).length;
        const done = await store.append(sampleAct('new-1', [sampleStream('case/old', next)]));
        expect(done).toMatchObject({ outcome: 'appended' });
        expect((await store.events(AGENCY, 'case/old')).length).toBe(next + 1);
        expect((await store.accounts.find('zhou'))?.name).toBe(
          before.get('auth.accounts')?.length ? '周承办' : undefined,
        );
      } finally {
        await store.close();
      }
    },
  );
});

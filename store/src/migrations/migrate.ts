import pg from 'pg';
import { DatabaseUnavailable, errorCode } from '../launcher/errors.ts';
import { ensureRole } from './ensure-role.ts';
import { loadMigrations, type Migration, migrationsBesideProgram } from './load-migrations.ts';

export const DEFAULT_ROLE_PREFIX = 'zhaozhang';

/** The server's role: executes the doors, reads under row-level security, writes nothing. */
export const appRole = (prefix: string): string => `${prefix}_app`;
/** The portal's role: reads the schema `published`. */
export const portalRole = (prefix: string): string => `${prefix}_portal`;

/** Passwords the two roles sign in with. */
export interface RolePasswords {
  readonly app: string;
  readonly portal: string;
}

export interface MigrateOptions {
  readonly migrationsDir?: string;
  readonly rolePrefix?: string;
}

// One number for all our installations: two servers starting at once on one database take turns.
const LOCK = 8_245_116_523_002;

/**
 * Makes the roles and applies the missing migrations in order, each in its own transaction.
 * @throws DatabaseUnavailable when an applied migration was changed or is unknown here, or a right is missing.
 */
export async function migrate(
  ownerUrl: string,
  passwords: RolePasswords,
  options: MigrateOptions = {},
): Promise<void> {
  const migrations = loadMigrations(options.migrationsDir ?? migrationsBesideProgram());
  const prefix = options.rolePrefix ?? DEFAULT_ROLE_PREFIX;
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) {
    throw new DatabaseUnavailable(`角色前缀“${prefix}”不可用：只能用小写字母、数字和下划线，以字母开头。`);
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTurn(client, async () => {
      await ensureRole(client, ownerUrl, appRole(prefix), passwords.app);
      await ensureRole(client, ownerUrl, portalRole(prefix), passwords.portal);
      await client.query(
        `create schema if not exists zz;
         create table if not exists zz.migrations
           (name text primary key, digest text not null, applied_at timestamptz not null default now())`,
      );
    });
    for (const migration of migrations)
      await inTurn(client, () => apply(client, migration, migrations, prefix));
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new DatabaseUnavailable(
      `数据库用户“${client.user ?? ''}”的权限不足，升级没有完成。请由库的所有者执行，或由管理员授予其建立模式、表和函数的权限。`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

async function inTurn(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function apply(
  client: pg.Client,
  migration: Migration,
  all: readonly Migration[],
  prefix: string,
): Promise<void> {
  const applied = await client.query<{ name: string; digest: string }>(
    'select name, digest from zz.migrations order by name',
  );
  for (const { name, digest } of applied.rows) {
    const known = all.find((each) => each.name === name);
    if (!known) {
      throw new DatabaseUnavailable(`数据库已升级到本程序不认识的版本（${name}）。请改用更新的程序。`);
    }
    if (known.digest !== digest) {
      throw new DatabaseUnavailable(
        `已执行过的升级脚本 ${name} 被改动，与数据库中记录的摘要不符。请恢复原文件，改动另立新脚本。`,
      );
    }
  }
  const last = applied.rows.at(-1)?.name;
  if (applied.rows.some(({ name }) => name === migration.name)) return;
  if (last !== undefined && migration.name < last) {
    throw new DatabaseUnavailable(
      `升级脚本 ${migration.name} 的编号早于已执行的 ${last}。新脚本的编号必须最大。`,
    );
  }
  await client.query(withRoles(migration.sql, prefix));
  await client.query('insert into zz.migrations (name, digest) values ($1, $2)', [
    migration.name,
    migration.digest,
  ]);
}

// The two role names are written as psql variables, so a migration can also be read and run by hand.
function withRoles(sql: string, prefix: string): string {
  return sql.replaceAll(':"app"', `"${appRole(prefix)}"`).replaceAll(':"portal"', `"${portalRole(prefix)}"`);
}

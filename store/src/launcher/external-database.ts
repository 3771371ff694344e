import pg from 'pg';
import { DatabaseUnavailable, errorCode } from './errors.ts';

const OLDEST = 150_000;

/**
 * Checks a database that others run: reachable, PostgreSQL 15 or newer, UTF-8, and its user may make schemas.
 * Whether it may make roles shows when the roles are made; they may also have been made beforehand.
 * @throws DatabaseUnavailable with what is missing; the URL's password is not in the message.
 */
export async function checkExternalDatabase(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const told = await client.query<{
      version: number;
      encoding: string;
      may: boolean;
      who: string;
      what: string;
    }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
              has_database_privilege(current_database(), 'CREATE') as may, current_user as who,
              current_database() as what`,
    );
    const database = told.rows[0];
    if (!database || database.version < OLDEST) {
      const major = Math.floor((database?.version ?? 0) / 10_000);
      throw new DatabaseUnavailable(`外部数据库是 PostgreSQL ${major}，需要 15 或更高版本。`);
    }
    if (database.encoding !== 'UTF8') {
      throw new DatabaseUnavailable(`外部数据库的编码是 ${database.encoding}，需要 UTF8。`);
    }
    if (!database.may) {
      throw new DatabaseUnavailable(
        `外部数据库的用户“${database.who}”无权在“${database.what}”中建立模式。` +
          `请由管理员执行：GRANT CREATE ON DATABASE "${database.what}" TO "${database.who}"`,
      );
    }
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const host = hostOf(url);
  if (host === undefined) {
    throw new DatabaseUnavailable(
      'ZHAOZHANG_DATABASE_URL 不是有效的地址，应写作 postgresql://用户：口令@主机：端口/库名。',
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = errorCode(error);
    if (code === '28P01' || code === '28000') {
      throw new DatabaseUnavailable(`外部数据库“${host}”拒绝了所给的用户或口令。`);
    }
    if (code === '3D000') throw new DatabaseUnavailable(`外部数据库“${host}”上没有所指的库，请先建立它。`);
    throw new DatabaseUnavailable(
      `连接不上外部数据库“${host}”（${code ?? '无应答'}）。请检查地址、端口与网络。`,
    );
  }
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}

import pg from 'pg';
import { withCredentials } from '../launcher/database-url.ts';
import { DatabaseUnavailable, errorCode } from '../launcher/errors.ts';
import { scramVerifier } from './scram-verifier.ts';

/**
 * Makes sure a login role exists and signs in with this password. Roles an administrator made beforehand, with the
 * passwords of our secrets file, need no right of ours.
 */
export async function ensureRole(
  owner: pg.Client,
  ownerUrl: string,
  role: string,
  password: string,
): Promise<void> {
  const found = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 1 && (await signsIn(withCredentials(ownerUrl, role, password)))) return;
  // Only what is needed: naming an attribute, even to switch it off, may ask for more rights than we have.
  const statement = found.rowCount === 1 ? 'alter role' : 'create role';
  try {
    await owner.query(
      `${statement} ${owner.escapeIdentifier(role)} login password ${owner.escapeLiteral(scramVerifier(password))}`,
    );
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new DatabaseUnavailable(
      `数据库用户“${owner.user ?? ''}”无权建立或修改角色“${role}”。请由管理员授予其 CREATEROLE;` +
        `或由管理员预先建立该角色(LOGIN),口令用数据目录 secrets/database.json 中的相应一项。`,
    );
  }
}

async function signsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

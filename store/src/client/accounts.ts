import { createHash } from 'node:crypto';
import type { Connections } from './pool.ts';

/** Who may sign in. */
export interface Account {
  readonly agency: string;
  readonly id: string;
  /** Unique in the installation. */
  readonly login: string;
  readonly name: string;
  readonly officerId: string | undefined;
  readonly passwordHash: string;
  readonly administrator: boolean;
  readonly disabled: boolean;
}

export interface NewSession {
  /** SHA-256 of the token, hexadecimal; the token itself is never stored. */
  readonly tokenDigest: string;
  readonly agency: string;
  readonly accountId: string;
  /** Ends after this many seconds whatever happens. */
  readonly lifeSeconds: number;
  /** Ends after this many seconds without use. */
  readonly idleSeconds: number;
}

type Row = Omit<Account, 'officerId'> & { readonly officerId: string | null };

const COLUMNS = `a.agency_id as agency, a.id, a.login, a.name, a.officer_id as "officerId",
  a.password_hash as "passwordHash", a.administrator, a.disabled`;

/** Accounts, sessions and sign-in attempts. Times are those of the system clock: they are not legal facts. */
export function accounts(app: Connections) {
  const find = async (from: string, values: readonly unknown[]): Promise<Account[]> => {
    const rows = await app.query<Row>(`select ${COLUMNS} from ${from} a`, values);
    return rows.map((row) => ({ ...row, officerId: row.officerId ?? undefined }));
  };
  return {
    /** Makes or changes an account; a new password or disabling ends its sessions. */
    async put(account: Account): Promise<void> {
      await app.query('select auth.account_put($1)', [JSON.stringify(account)]);
    },
    async find(login: string): Promise<Account | undefined> {
      return (await find('auth.account_find($1)', [login]))[0];
    },
    /** Is there any account in the installation? */
    async any(): Promise<boolean> {
      const [row] = await app.query<{ exist: boolean }>('select auth.accounts_exist() as exist', []);
      return row?.exist === true;
    },
    list(agency: string): Promise<Account[]> {
      return find('auth.accounts_of($1)', [agency]);
    },
    async openSession(session: NewSession): Promise<void> {
      await app.query('select auth.session_open($1)', [JSON.stringify(session)]);
    },
    /** The account of a living session; `touch` counts as use. */
    async findSession(tokenDigest: string, touch = true): Promise<Account | undefined> {
      return (await find('auth.session_find($1, $2)', [tokenDigest, touch]))[0];
    },
    async closeSession(tokenDigest: string): Promise<void> {
      await app.query('select auth.session_close($1)', [tokenDigest]);
    },
    async noteAttempt(login: string, address: string, succeeded: boolean): Promise<void> {
      await app.query('select auth.attempt_note($1, $2, $3)', [typed(login), address, succeeded]);
    },
    /** Failures in the last `seconds`: of the login since its last success, and of the address. */
    async recentFailures(
      login: string,
      address: string,
      seconds: number,
    ): Promise<{ readonly byLogin: number; readonly byAddress: number }> {
      const [row] = await app.query<{ byLogin: number; byAddress: number }>(
        'select r.by_login as "byLogin", r.by_address as "byAddress" from auth.attempts_recent($1, $2, $3) r',
        [typed(login), address, seconds],
      );
      return row ?? { byLogin: 0, byAddress: 0 };
    },
  };
}

/** What was typed for a login is told from another by its digest: a password typed in the wrong place is kept nowhere. */
function typed(login: string): string {
  return createHash('sha256').update(login).digest('hex');
}

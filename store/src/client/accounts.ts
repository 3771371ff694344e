import { createHash } from 'node:crypto';
import { gathered } from './gathered.ts';
import type { Connections } from './pool.ts';
import { secondFactors } from './second-factors.ts';

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

/** An account as it lies there, with what signing in has left on it. */
export interface StoredAccount extends Account {
  /** The password was given by somebody else and must be changed before anything else. */
  readonly mustChange: boolean;
  /** Since when a second factor is asked for. */
  readonly secondFactorAt: string | undefined;
  readonly lastSignedInAt: string | undefined;
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
  /** Where it was opened from, as coarsely as its owner needs to know it. */
  readonly address?: string;
  /** The password was right and the code is still to come: it opens nothing. */
  readonly awaitsCode?: boolean;
}

/** Whose account is changed. */
export interface OfAccount {
  readonly agency: string;
  readonly account: string;
}

/** Who changes an account, and in which words that is kept beside it. */
export interface Noted {
  readonly what: string;
  readonly by: { readonly account: string; readonly name: string };
}

export interface OpenSession {
  readonly id: number;
  readonly openedAt: string;
  readonly seenAt: string;
  readonly address: string;
  /** The session that asks. */
  readonly own: boolean;
}

export interface AccountNote {
  readonly account: string;
  readonly name: string;
  readonly what: string;
  readonly by: string;
  readonly at: string;
}

type Row = Omit<StoredAccount, 'officerId' | 'secondFactorAt' | 'lastSignedInAt'> & {
  readonly officerId: string | null;
  readonly secondFactorAt: string | null;
  readonly lastSignedInAt: string | null;
};

interface Session {
  readonly digest: string;
  readonly touch: boolean;
}

const COLUMNS = `a.agency_id as agency, a.id, a.login, a.name, a.officer_id as "officerId",
  a.password_hash as "passwordHash", a.administrator, a.disabled, a.must_change as "mustChange",
  a.second_factor_at as "secondFactorAt", a.last_signed_in_at as "lastSignedInAt"`;

/** Accounts, sessions and sign-in attempts. Times are those of the system clock: they are not legal facts. */
export function accounts(app: Connections) {
  const find = async (from: string, values: readonly unknown[]): Promise<StoredAccount[]> => {
    const rows = await app.query<Row>(`select ${COLUMNS} from ${from} a`, values);
    return rows.map(storedOf);
  };
  // Every request asks whose it is: those that come together ask together.
  const ofSession = gathered<Session, StoredAccount | undefined>({
    ...{ ways: 2, most: 32 },
    together: () => true,
    send: async (group) => {
      const rows = await app.query<Row & { readonly asked: number }>(
        `select s.asked, ${COLUMNS} from unnest($1::text[], $2::boolean[]) with ordinality s (digest, touch, asked)
         cross join lateral auth.session_find(s.digest, s.touch) a`,
        [group.map((one) => one.digest), group.map((one) => one.touch)],
        'session_find',
      );
      const found = new Map(rows.map(({ asked, ...row }) => [asked, storedOf(row)]));
      return group.map((_, at) => found.get(at + 1));
    },
  });
  const door = async (name: string, payload: object): Promise<void> => {
    await app.query(`select auth.${name}($1)`, [JSON.stringify(payload)]);
  };
  const told = async <T>(name: string, payload: object): Promise<T | undefined> => {
    const [row] = await app.query<{ answer: T }>(`select auth.${name}($1) as answer`, [
      JSON.stringify(payload),
    ]);
    return row?.answer;
  };
  return {
    ...secondFactors(app),
    /** Makes or changes an account; a new password or disabling ends its sessions. */
    async put(account: Account): Promise<void> {
      await door('account_put', account);
    },
    /** A new account. @throws 23505 when the login is taken */
    async open(
      account: OfAccount &
        Partial<Noted> &
        Pick<Account, 'login' | 'name' | 'officerId' | 'passwordHash' | 'administrator'> & {
          readonly mustChange: boolean;
        },
    ): Promise<void> {
      await door('account_open', account);
    },
    async setPassword(
      change: OfAccount &
        Noted & {
          readonly passwordHash: string;
          readonly mustChange: boolean;
          /** Digest of the session that goes on; all others end. */
          readonly keep?: string | undefined;
        },
    ): Promise<void> {
      await door('password_set', change);
    },
    async disable(change: OfAccount & Noted & { readonly disabled: boolean }): Promise<void> {
      await door('account_disable', change);
    },
    async find(login: string): Promise<StoredAccount | undefined> {
      return (await find('auth.account_find($1)', [login]))[0];
    },
    async get(agency: string, id: string): Promise<StoredAccount | undefined> {
      return (await find('auth.account_of($1, $2)', [agency, id]))[0];
    },
    /** Is there any account in the installation? */
    async any(): Promise<boolean> {
      const [row] = await app.query<{ exist: boolean }>('select auth.accounts_exist() as exist', []);
      return row?.exist === true;
    },
    list(agency: string): Promise<StoredAccount[]> {
      return find('auth.accounts_of($1)', [agency]);
    },
    /** What was done to accounts, the latest first: of one, or of all. */
    async notes(agency: string, account: string | undefined, limit: number): Promise<AccountNote[]> {
      return app.query<AccountNote>(
        `select t.account_id as account, t.name, t.what, t.by_name as by, t.at
         from auth.account_notes_of($1, $2, $3) t`,
        [agency, account ?? null, limit],
      );
    },
    async openSession(session: NewSession): Promise<void> {
      await door('session_open', session);
    },
    /** The account of a living session; `touch` counts as use. */
    findSession(tokenDigest: string, touch = true): Promise<StoredAccount | undefined> {
      return ofSession({ digest: tokenDigest, touch });
    },
    /** The account whose password was right and whose code is awaited. */
    async findAwaiting(tokenDigest: string): Promise<StoredAccount | undefined> {
      return (await find('auth.awaiting_find($1)', [tokenDigest]))[0];
    },
    async sessions(agency: string, account: string, tokenDigest: string): Promise<OpenSession[]> {
      return app.query<OpenSession>(
        `select s.id, s.opened_at as "openedAt", s.seen_at as "seenAt", s.address, s.own
         from auth.sessions_of($1, $2, $3) s`,
        [agency, account, tokenDigest],
      );
    },
    /** Ends one session by its number, or all but the one to keep. */
    async endSessions(
      asked: OfAccount &
        Partial<Noted> & { readonly id?: number | undefined; readonly keep?: string | undefined },
    ): Promise<number> {
      return (await told<number>('sessions_end', asked)) ?? 0;
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
    /** False when the identity is linked already. */
    async linkIdentity(
      link: OfAccount & Noted & { readonly issuer: string; readonly subject: string },
    ): Promise<boolean> {
      return (await told<boolean>('identity_link', link)) === true;
    },
    async unlinkIdentity(link: OfAccount & Noted & { readonly issuer: string }): Promise<boolean> {
      return (await told<boolean>('identity_unlink', link)) === true;
    },
    async findByIdentity(issuer: string, subject: string): Promise<StoredAccount | undefined> {
      return (await find('auth.identity_find($1, $2)', [issuer, subject]))[0];
    },
    /** Which accounts of an agency are linked at an identity provider, and as whom. */
    async identities(agency: string, issuer: string): Promise<ReadonlyMap<string, string>> {
      const rows = await app.query<{ account: string; subject: string }>(
        'select i.account_id as account, i.subject from auth.identities_of($1, $2) i',
        [agency, issuer],
      );
      return new Map(rows.map(({ account, subject }) => [account, subject]));
    },
  };
}

function storedOf(row: Row): StoredAccount {
  return {
    ...row,
    officerId: row.officerId ?? undefined,
    secondFactorAt: row.secondFactorAt ?? undefined,
    lastSignedInAt: row.lastSignedInAt ?? undefined,
  };
}

/** What was typed for a login is told from another by its digest: a password typed in the wrong place is kept nowhere. */
function typed(login: string): string {
  return createHash('sha256').update(login).digest('hex');
}

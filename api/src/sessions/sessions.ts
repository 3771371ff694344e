import { createHash, randomBytes } from 'node:crypto';
import type { Store, StoredAccount } from '@zhaozhang/store';
import { waitingLine } from '../acts/waiting-line.ts';
import { coarse } from './address.ts';
import { passwordMatches } from './passwords.ts';
import { plainRecoveryCode, stepOfCode } from './second-factor.ts';
import type { SignInKey } from './sign-in-key.ts';

export const sessionCookie = 'zhaozhang_session';
export const awaitingCookie = 'zhaozhang_awaiting';

const lifeSeconds = 12 * 3600;
const idleSeconds = 2 * 3600;
/** Between the password and the code. */
export const awaitingSeconds = 300;
const windowSeconds = 600;
/** Failures after which a login, or an address, has to wait. */
const mostByLogin = 8;
const mostByAddress = 40;

export type Throttled = { readonly outcome: 'throttled'; readonly retryAfter: number };

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly account: StoredAccount }
  /** The password was right; the token is that of the step that awaits the code. */
  | { readonly outcome: 'code-awaited'; readonly token: string }
  | { readonly outcome: 'refused' }
  | Throttled;

/** What somebody knows or has, shown once more. */
export type Shown = { readonly outcome: 'right' } | { readonly outcome: 'refused' } | Throttled;

export interface Sessions {
  signIn(login: string, password: string, address: string): Promise<SignedIn>;
  /** The second step. `lapsed`: there is no first one that would still hold. */
  enterCode(
    token: string | undefined,
    code: string,
    address: string,
  ): Promise<Exclude<SignedIn, { outcome: 'code-awaited' }> | { readonly outcome: 'lapsed' }>;
  /** Opens a session, or the step before it, for an account known by other means than its password. */
  enter(account: StoredAccount, address: string): Promise<SignedIn>;
  /** Opens a session without any further question: a demonstration's role button. */
  open(account: StoredAccount, address: string): Promise<string>;
  /** The password of who is signed in, asked again; counted like signing in. */
  showPassword(account: StoredAccount, password: string, address: string): Promise<Shown>;
  /** Password and code of who is signed in. */
  showBoth(account: StoredAccount, password: string, code: string, address: string): Promise<Shown>;
  find(token: string | undefined): Promise<StoredAccount | undefined>;
  close(token: string | undefined): Promise<void>;
}

export function sessions(store: Store, key: SignInKey): Sessions {
  const { accounts } = store;
  const opened = async (account: StoredAccount, address: string, awaitsCode: boolean): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await accounts.openSession({
      tokenDigest: digestOf(token),
      agency: account.agency,
      accountId: account.id,
      lifeSeconds: awaitsCode ? awaitingSeconds : lifeSeconds,
      idleSeconds: awaitsCode ? awaitingSeconds : idleSeconds,
      address: coarse(address),
      awaitsCode,
    });
    return token;
  };
  const enter = async (account: StoredAccount, address: string): Promise<SignedIn> =>
    account.secondFactorAt === undefined
      ? { outcome: 'signed-in', token: await opened(account, address, false), account }
      : { outcome: 'code-awaited', token: await opened(account, address, true) };

  // Guesses sent all at once would each find few failures before them: one after the other they count.
  const line = waitingLine();
  const inLine = <T>(
    login: string,
    address: string,
    work: (failed: () => Promise<{ readonly outcome: 'refused' }>) => Promise<T>,
  ): Promise<T | { readonly outcome: 'refused' } | Throttled> =>
    line([`login ${login}`, `address ${address}`], async () => {
      const failures = await accounts.recentFailures(login, address, windowSeconds);
      // Before the hash is computed: a flood of guesses must cost the guesser, not us.
      if (failures.byLogin >= mostByLogin || failures.byAddress >= mostByAddress)
        return { outcome: 'throttled', retryAfter: windowSeconds } as const;
      return work(async () => {
        await accounts.noteAttempt(login, address, false);
        return { outcome: 'refused' };
      });
    });

  /** A code of the app, each step once, or a recovery code, each once. */
  const codeHolds = async (account: StoredAccount, code: string): Promise<boolean> => {
    const factor = await accounts.secondFactor(account.agency, account.id);
    if (factor?.confirmed !== true) return false;
    if (!/^\s*(\d\s*){6}$/.test(code)) {
      const digest = recoveryDigest(key, account, code);
      return accounts.useRecoveryCode(account.agency, account.id, digest);
    }
    const secret = key.open(factor.ciphertext, factorOf(account));
    // Not a wrong code: nobody could sign in any more, and why must be told to who runs the installation.
    if (secret === undefined)
      throw new Error('第二重验证的密钥打不开：secrets/sign-in.key 不是当初的那一个，请从备份恢复');
    const step = stepOfCode(secret, code, Date.now());
    return step !== undefined && accounts.useStep(account.agency, account.id, step);
  };

  return {
    enter,
    open: (account, address) => opened(account, address, false),
    signIn: (login, password, address) =>
      inLine(login, address, async (failed): Promise<SignedIn> => {
        const account = await accounts.find(login);
        const matches = await passwordMatches(account?.passwordHash, password);
        if (!matches || account === undefined || account.disabled) return failed();
        // With a code to come the count stays: else the right password would buy ever new guesses at the code.
        if (account.secondFactorAt === undefined) await accounts.noteAttempt(login, address, true);
        return enter(account, address);
      }),
    enterCode: async (token, code, address) => {
      const awaiting = known(token) ? await accounts.findAwaiting(digestOf(token)) : undefined;
      if (awaiting === undefined || token === undefined) return { outcome: 'lapsed' };
      return inLine(awaiting.login, address, async (failed) => {
        // Again, now that it is our turn: it may have been used, or ended, by what came before.
        const account = await accounts.findAwaiting(digestOf(token));
        if (account === undefined) return { outcome: 'lapsed' } as const;
        if (!(await codeHolds(account, code))) return failed();
        await accounts.closeSession(digestOf(token));
        await accounts.noteAttempt(account.login, address, true);
        return { outcome: 'signed-in', token: await opened(account, address, false), account } as const;
      });
    },
    showPassword: (account, password, address) =>
      inLine(
        account.login,
        address,
        async (failed): Promise<Shown> =>
          (await passwordMatches(account.passwordHash, password)) ? { outcome: 'right' } : failed(),
      ),
    showBoth: (account, password, code, address) =>
      inLine(
        account.login,
        address,
        async (failed): Promise<Shown> =>
          (await passwordMatches(account.passwordHash, password)) && (await codeHolds(account, code))
            ? { outcome: 'right' }
            : failed(),
      ),
    find: async (token) => (known(token) ? accounts.findSession(digestOf(token)) : undefined),
    close: async (token) => {
      if (token !== undefined) await accounts.closeSession(digestOf(token));
    },
  };
}

/** What a sealed second factor is bound to. */
export function factorOf(account: { readonly agency: string; readonly id: string }): string {
  return `second factor ${account.agency}/${account.id}`;
}

export function recoveryDigest(
  key: SignInKey,
  account: { readonly agency: string; readonly id: string },
  code: string,
): string {
  return key.digest(`${account.agency}/${account.id} ${plainRecoveryCode(code)}`);
}

export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function known(token: string | undefined): token is string {
  return token !== undefined && token.length <= 100;
}

import { createHash, randomBytes } from 'node:crypto';
import type { Account, Store } from '@zhaozhang/store';
import { waitingLine } from '../acts/waiting-line.ts';
import { passwordMatches } from './passwords.ts';

export const sessionCookie = 'zhaozhang_session';

const lifeSeconds = 12 * 3600;
const idleSeconds = 2 * 3600;
const windowSeconds = 600;
/** Failures after which a login, or an address, has to wait. */
const mostByLogin = 8;
const mostByAddress = 40;

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly account: Account }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'throttled'; readonly retryAfter: number };

export interface Sessions {
  signIn(login: string, password: string, address: string): Promise<SignedIn>;
  /** Opens a session for an account known by other means (a demonstration's role button). */
  open(account: Account): Promise<string>;
  find(token: string | undefined): Promise<Account | undefined>;
  close(token: string | undefined): Promise<void>;
}

export function sessions(store: Store): Sessions {
  const open = async (account: Account): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await store.accounts.openSession({
      tokenDigest: digestOf(token),
      agency: account.agency,
      accountId: account.id,
      lifeSeconds,
      idleSeconds,
    });
    return token;
  };
  // Guesses sent all at once would each find few failures before them: one after the other they count.
  const line = waitingLine();
  return {
    open,
    signIn: (login, password, address) =>
      line([`login ${login}`, `address ${address}`], async () => {
        const failures = await store.accounts.recentFailures(login, address, windowSeconds);
        // Before the hash is computed: a flood of guesses must cost the guesser, not us.
        if (failures.byLogin >= mostByLogin || failures.byAddress >= mostByAddress)
          return { outcome: 'throttled', retryAfter: windowSeconds };
        const account = await store.accounts.find(login);
        const matches = await passwordMatches(account?.passwordHash, password);
        const allowed = matches && account?.disabled === false;
        await store.accounts.noteAttempt(login, address, allowed);
        if (!allowed || account === undefined) return { outcome: 'refused' };
        return { outcome: 'signed-in', token: await open(account), account };
      }),
    find: async (token) =>
      token === undefined || token.length > 100 ? undefined : store.accounts.findSession(digestOf(token)),
    close: async (token) => {
      if (token !== undefined) await store.accounts.closeSession(digestOf(token));
    },
  };
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

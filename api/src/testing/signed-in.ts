import { ulid } from 'ulid';
import { hashPassword } from '../sessions/passwords.ts';
import type { Instance } from '../start/instance.ts';
import { rawRequest } from './raw-request.ts';

const password = 'eine-lange-probe-口令';

/** A new account and the cookie of its session. */
export async function newAccount(
  instance: Instance,
  account: {
    readonly agency: string;
    readonly name: string;
    readonly administrator: boolean;
    readonly officer?: string;
  },
): Promise<{ readonly cookie: string; readonly login: string; readonly password: string }> {
  const login = `u${ulid().toLowerCase()}`;
  await instance.world.store.accounts.put({
    agency: account.agency,
    id: ulid(),
    login,
    name: account.name,
    officerId: account.officer,
    passwordHash: await hashPassword(password),
    administrator: account.administrator,
    disabled: false,
  });
  const answer = await rawRequest(instance.url, '/api/session', {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json' },
    body: [JSON.stringify({ login, password })],
  });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined)
    throw new Error(`登录不了:${answer.status} ${answer.text}`);
  return { cookie, login, password };
}

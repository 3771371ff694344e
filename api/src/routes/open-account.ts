import type { Noted } from '@zhaozhang/store';
import { ProblemError } from '../problem.ts';
import { hashPassword } from '../sessions/passwords.ts';
import type { World } from '../world.ts';

interface Opening extends Noted {
  readonly agency: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly officerId: string | undefined;
  readonly administrator: boolean;
  readonly password: string;
  readonly mustChange: boolean;
}

const unique = '23505';

/** Opens an account; two asking for one login at once are told the same as one asking later. */
export async function openAccount(world: World, { password, ...account }: Opening): Promise<void> {
  const passwordHash = await hashPassword(password);
  await world.store.accounts.open({ ...account, passwordHash }).catch((error: { code?: string }) => {
    if (error.code !== unique) throw error;
    throw new ProblemError({
      title: '这个登录名已有人使用',
      status: 409,
      field: 'login',
      remedy: '换一个登录名',
    });
  });
}

import { agencyStateOf } from '../acts/stored-states.ts';
import { ProblemError } from '../problem.ts';
import { passwordFault } from '../sessions/password-rules.ts';
import type { World } from '../world.ts';

/** Refuses a password that breaks the rules, naming the field and what to do. */
export async function requirePassword(
  world: World,
  password: string,
  account: { readonly agency: string; readonly login: string; readonly name: string },
): Promise<void> {
  const { name, shortName } = await agencyStateOf(world.store, account.agency);
  refusePassword(password, { login: account.login, name: account.name, agency: [name, shortName] });
}

export function refusePassword(password: string, owner: Parameters<typeof passwordFault>[1]): void {
  const fault = passwordFault(password, owner);
  if (fault !== undefined) throw new ProblemError({ ...fault, status: 400, field: 'password' });
}

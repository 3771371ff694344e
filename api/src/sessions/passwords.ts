import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes: the least OWASP recommends, about 30 ms of one core. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** A hash nobody has the password of: checked when the login is unknown, so that the answer takes the same time. */
const nobody = hash('没有这个账户', options);

export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password).catch(() => false);
  return stored !== undefined && matches;
}

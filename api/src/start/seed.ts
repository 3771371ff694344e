import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, instant } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import { httpStoryClient, runStories } from '@zhaozhang/scenarios';
import type { Stories } from '@zhaozhang/scenarios';
import { ulid } from 'ulid';
import { hashPassword } from '../sessions/passwords.ts';
import type { Demonstration } from '../world.ts';
import type { Instance } from './instance.ts';

const administrator = { login: 'guanliyuan', name: '管理员', title: '系统管理员' };

/** The people of the demonstration, as its sign-in page offers them. */
export function demonstrationRoles(told: Pick<Stories, 'agency'>): Demonstration['roles'] {
  return [...told.agency.accounts.map(({ login, name, title }) => ({ login, name, title })), administrator];
}

/** What says that a demonstration has been filled to the end. */
const marker = (dataDir: string): string => join(dataDir, 'demonstration-filled');

export function isFilled(dataDir: string): boolean {
  return existsSync(marker(dataDir));
}

/**
 * Fills an empty demonstration by playing the stories through the installation's own interface: what is shown has
 * passed every gate. Killed half-way it begins again: acts carry fixed ids, so what has happened happens no second time.
 */
export async function seedDemonstration(instance: Instance, told: Stories, dataDir: string): Promise<void> {
  const { world } = instance;
  await makeAccounts(instance, told, dataDir);
  const client = httpStoryClient(instance.url, administrator.name);
  await client.setUp(told.agency);
  await runStories(told.stories, client);
  world.clock.moveTo(instant(told.agency.opens));
  await readYesterdays(instance, told);
  await world.sequencer.drain();
  writeFileSync(marker(dataDir), '');
}

/** Who opens the demonstration comes to work as on any morning: what was told before the last day has been read. */
async function readYesterdays({ world }: Instance, { agency }: Stories): Promise<void> {
  const lastDay = dayBefore(agency.opens);
  for (const { officer } of agency.accounts) {
    if (officer === undefined) continue;
    const told = await world.store.messages.list(agency.agency, officer, undefined, 1000);
    const read = told.find(({ at }) => at < lastDay);
    if (read !== undefined) await world.store.messages.markRead(agency.agency, officer, read.n);
  }
}

function dayBefore(opens: string): string {
  return `${addDays(opens.slice(0, 10) as Day, -1)}T00:00:00+08:00`;
}

/** Accounts with passwords of their own, written where only the owner can read them. */
export async function makeAccounts(instance: Instance, told: Stories, dataDir: string): Promise<void> {
  const { accounts } = instance.world.store;
  const people = [
    ...told.agency.accounts.map((one) => ({ ...one, administrator: false })),
    { ...administrator, officer: undefined, administrator: true },
  ];
  const lines = ['登录名\t姓名\t口令'];
  for (const person of people) {
    const before = await accounts.find(person.login);
    const password = randomBytes(9).toString('base64url');
    lines.push(`${person.login}\t${person.name}\t${password}`);
    await accounts.put({
      agency: told.agency.agency,
      id: before?.id ?? ulid(),
      login: person.login,
      name: person.name,
      officerId: person.officer,
      passwordHash: await hashPassword(password),
      administrator: person.administrator,
      disabled: false,
    });
  }
  writeFileSync(passwordFile(dataDir), `${lines.join('\n')}\n`, { mode: 0o600 });
}

export function passwordFile(dataDir: string): string {
  return join(dataDir, 'secrets', 'demonstration-passwords.txt');
}

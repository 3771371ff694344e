import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { StartRefused } from '../start/refused.ts';

/** Keys are kept apart from the backup: whoever has one of the two reads no identity data. */
const isKey = (name: string): boolean => name.endsWith('.key') || name === 'demonstration-passwords.txt';

/** Copies the keys of an installation into a directory of their own. @returns how many there are */
export function copyKeys(dataDir: string, directory: string, backup: string): number {
  if (`${resolve(directory)}${sep}`.startsWith(`${resolve(backup)}${sep}`))
    throw new StartRefused('密钥须与备份分开存放：--keys 不能在备份目录里面');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  return put(join(dataDir, 'secrets'), directory);
}

/** Puts kept keys into the secrets of an installation that is being restored. */
export function putKeys(directory: string, dataDir: string): number {
  if (!existsSync(join(directory, 'log.key')))
    throw new StartRefused(`${directory} 里没有密钥（log.key）。没有密钥，日志不能接着写，加密信息打不开`);
  const secrets = join(dataDir, 'secrets');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  return put(directory, secrets);
}

function put(from: string, to: string): number {
  const names = readdirSync(from).filter(isKey);
  for (const name of names) {
    const target = join(to, name);
    if (existsSync(target) && !readFileSync(target).equals(readFileSync(join(from, name))))
      throw new StartRefused(`${target} 已有另一把密钥，没有覆盖。请换一个目录`);
    copyFileSync(join(from, name), target);
    chmodSync(target, 0o600);
  }
  return names.length;
}

import { statfs } from 'node:fs/promises';
import type { World } from '../world.ts';

/** One thing that has to be right, and what is wrong with it. */
export interface Check {
  readonly name: string;
  readonly says: string | undefined;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

/** Less free space, in bytes, and acts will soon fail. */
const leastFree = 256 * 1024 * 1024;
/** An event that has waited so long, in seconds, for the log: it does not wait, it is stuck. */
const longestWait = 120;
/** Clocks of server and database may differ by so much, in seconds. */
const mostApart = 60;
const patience = 3_000;

/** Whether the installation can do what it is asked, each thing that it needs by itself. */
export async function readinessOf(world: World): Promise<Readiness> {
  const [database, log, disk] = await Promise.all([databaseOf(world), logOf(world), diskOf(world)]);
  const checks: readonly Check[] = [
    { name: '数据库', says: database },
    { name: '存证日志', says: log },
    { name: '磁盘', says: disk },
    { name: '时钟', says: world.clockWatch.trouble() },
  ];
  return { ready: checks.every((one) => one.says === undefined), checks };
}

async function databaseOf({ store }: World): Promise<string | undefined> {
  try {
    const apart = Math.abs(Date.parse(await inTime(store.clock())) - Date.now()) / 1000;
    return apart > mostApart ? `数据库与服务器的时钟相差 ${Math.round(apart)} 秒，请校准` : undefined;
  } catch {
    return '连不上数据库';
  }
}

async function logOf({ store }: World): Promise<string | undefined> {
  try {
    const { waiting, since } = await inTime(store.outbox.waiting(10_000));
    const seconds = since === undefined ? 0 : (Date.now() - Date.parse(since)) / 1000;
    return seconds > longestWait
      ? `有 ${waiting} 条记录待入链，最早的一条已等 ${Math.round(seconds / 60)} 分钟`
      : undefined;
  } catch {
    return '问不到待入链的记录';
  }
}

async function diskOf({ dataDir }: World): Promise<string | undefined> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    return free < leastFree ? `数据目录所在的磁盘只剩 ${Math.floor(free / 1024 / 1024)} MB` : undefined;
  } catch {
    return '数据目录读不到';
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('没有及时作答')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

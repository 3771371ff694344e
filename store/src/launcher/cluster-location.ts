import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnavailable } from './errors.ts';
import { canReach, type RunAs, runAs } from './run-as.ts';

/** Where the database's files are, and who runs it. */
export interface ClusterLocation {
  /** The folder that holds the cluster; the running user can enter it. */
  readonly home: string;
  /** The cluster itself, PostgreSQL's data directory. */
  readonly cluster: string;
  readonly user: RunAs | undefined;
}

const NOTE = 'postgres-location';
const MARK = 'data-directory';

/**
 * Finds or chooses the place of the cluster of `dataDir` (which must exist): inside it, or, when we are root and
 * the database's user cannot get there, under `/var/lib/zhaozhang`, with a note in `dataDir` saying so.
 */
export function clusterLocation(dataDir: string, farHome = '/var/lib/zhaozhang'): ClusterLocation {
  const owner = realpathSync(dataDir);
  const note = join(owner, NOTE);
  if (existsSync(note)) return far(readFileSync(note, 'utf8').trim(), owner);
  const home = join(owner, 'postgres');
  const cluster = join(home, 'cluster');
  const existing = existsSync(cluster) ? cluster : undefined;
  const user = runAs(existing);
  // Created before the question is asked: a folder that is not there cannot be reached by anyone.
  mkdirSync(home, { recursive: true, mode: user ? 0o711 : 0o700 });
  if (user === undefined) {
    refuseForeign(existing);
    return { home, cluster, user };
  }
  // The folder holds nothing but the cluster (0700) and so may be listed; readable is what canReach asks for.
  chmodSync(home, 0o755);
  if (canReach(user, home)) return { home, cluster, user };
  if (existing) {
    throw new DatabaseUnavailable(
      `数据库文件“${cluster}”无法由其所属用户(uid ${user.uid})访问。请恢复上级目录的访问权限后再启动。`,
    );
  }
  rmdirSync(home);
  const place = join(farHome, createHash('sha256').update(owner).digest('hex').slice(0, 24));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  if (!canReach(user, place)) {
    throw new DatabaseUnavailable(
      `以 root 启动时数据库由 uid ${user.uid} 运行，但它进不了“${owner}”，也进不了“${place}”。` +
        '请把数据目录放到其他用户可进入的位置，或以普通用户启动。',
    );
  }
  // The mark first: a place without its note is only unused, a note without its mark would be refused.
  writeFileSync(join(place, MARK), `${owner}\n`);
  writeFileSync(note, `${place}\n`);
  return { home: place, cluster: join(place, 'cluster'), user };
}

function far(place: string, owner: string): ClusterLocation {
  const mark = join(place, MARK);
  if (!existsSync(mark)) {
    throw new DatabaseUnavailable(
      `“${join(owner, NOTE)}”指向的数据库目录“${place}”不存在。请连同它一起恢复，或从备份恢复数据目录。`,
    );
  }
  const marked = readFileSync(mark, 'utf8').trim();
  if (marked !== owner) {
    // A copy of the data directory must not take the database away from the original.
    if (existsSync(marked)) {
      throw new DatabaseUnavailable(`数据库目录“${place}”属于数据目录“${marked}”，不能再由“${owner}”使用。`);
    }
    writeFileSync(mark, `${owner}\n`);
  }
  const cluster = join(place, 'cluster');
  const existing = existsSync(cluster) ? cluster : undefined;
  refuseForeign(existing);
  return { home: place, cluster, user: runAs(existing) };
}

function refuseForeign(existing: string | undefined): void {
  const me = process.getuid?.();
  if (existing === undefined || me === undefined || me === 0) return;
  const { uid } = lstatSync(existing);
  if (uid === me) return;
  throw new DatabaseUnavailable(
    `数据库文件“${existing}”属于另一个用户(uid ${uid})。请用当初启动的用户（或 root）启动，或换一个数据目录。`,
  );
}

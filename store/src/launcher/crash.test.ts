import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../client/ledger.ts';
import { AGENCY } from '../testing/sample-act.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { DataDirectoryLocked } from './errors.ts';
import { acquireInstanceLock } from './instance-lock.ts';
import { endOrphan } from './orphan.ts';
import { isPostgresOf } from './process-identity.ts';
import { startDatabase } from './start-database.ts';

const room = fileURLToPath(new URL('../..', import.meta.url));
const dataDir = join(temporaryFolder(), '数据 目录');
// Inside the room, so that the program finds the npm packages it leaves outside.
const program = join(room, '.cache', `crash-${process.pid}`, 'holder.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../testing/crash-holder.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
});
afterAll(async () => {
  // A failed test may leave the database of its last round.
  await endOrphan(clusterOf(dataDir));
  rmSync(join(program, '..'), { recursive: true, force: true });
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

interface Holder {
  readonly child: ChildProcess;
  readonly acknowledged: string[];
  readonly database: () => number;
  /** Settles when so many acts have been acknowledged, or the program has ended. */
  reached(count: number): Promise<void>;
  ended: Promise<unknown>;
}

function hold(round: number): Holder {
  const child = spawn(process.execPath, [program, dataDir, `r${round}`, join(room, 'src/migrations')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: string[] = [];
  let database = 0;
  let said = '';
  child.stderr?.on('data', (text) => {
    said += String(text);
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (line) => {
    const [what, id] = line.split(' ');
    if (what === 'database') database = Number(id);
    if (what === 'appended' && id) acknowledged.push(id);
  });
  const ended = once(lines, 'close');
  return {
    child,
    acknowledged,
    database: () => database,
    ended,
    reached: async (count) => {
      while (acknowledged.length < count) {
        if (child.exitCode !== null) throw new Error(said);
        await Promise.race([once(lines, 'line'), ended]);
      }
    },
  };
}

describe('服务进程被强行结束之后', () => {
  it('答复过的行为一件不少，没有只做一半的；遗留的数据库被结束，重启无须人管', {
    timeout: 120_000,
  }, async () => {
    const acknowledged: string[] = [];
    const rounds = [
      { acts: 25, alsoDatabase: false },
      { acts: 140, alsoDatabase: true },
      { acts: 60, alsoDatabase: false },
    ];
    for (const [round, { acts, alsoDatabase }] of rounds.entries()) {
      const holder = hold(round);
      await holder.reached(acts);
      const locked: unknown = await acquireInstanceLock(dataDir).catch((error: unknown) => error);
      expect(locked).toBeInstanceOf(DataDirectoryLocked);
      expect(String(locked)).toContain(`进程号 ${holder.child.pid}`);
      holder.child.kill('SIGKILL');
      if (alsoDatabase) process.kill(holder.database(), 'SIGKILL');
      await holder.ended;
      acknowledged.push(...holder.acknowledged);
      const orphaned = isPostgresOf(holder.database(), clusterOf(dataDir));
      // A killed one may take a moment to go; one that was left alone must still be there.
      expect(orphaned || alsoDatabase).toBe(true);
    }

    const database = await startDatabase({ dataDir });
    const ledger = await openLedger(database.ownerUrl);
    const kept = await ledger.eventsFrom(0, 100_000);
    await ledger.close();
    await database.stop();
    const byAct = new Map<string, Set<string>>();
    for (const event of kept) {
      expect(event.agency).toBe(AGENCY);
      byAct.set(event.actId, (byAct.get(event.actId) ?? new Set()).add(event.stream));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(225);
    expect(acknowledged.filter((id) => byAct.get(id)?.size !== 2)).toEqual([]);
    expect([...byAct].filter(([, streams]) => streams.size !== 2)).toEqual([]);
  });
});

function clusterOf(folder: string): string {
  return join(folder, 'postgres', 'cluster');
}

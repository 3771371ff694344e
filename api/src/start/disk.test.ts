import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStories } from '@zhaozhang/scenarios';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signInEverybody } from '../testing/demonstration-people.ts';
import type { People } from '../testing/demonstration-people.ts';
import { freshBuild } from '../testing/fresh-build.ts';
import { endAllLaunched, launch } from '../testing/server-process.ts';
import type { ServerProcess } from '../testing/server-process.ts';
import { startLoad } from '../testing/story-load.ts';
import type { Acknowledged } from '../testing/story-load.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const size = '260m';
let base = '';
let disk = '';
let dataDir = '';

const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8' });

/** Only root can make a small disk; whoever is not tests everything else. */
const mayMount = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), 'zhaozhang-mount-'));
  const may = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place).status === 0;
  if (may) run('umount', place);
  rmSync(place, { recursive: true, force: true });
  return may;
})();

beforeAll(() => {
  freshBuild(root);
  base = mkdtempSync(join(tmpdir(), 'zhaozhang-disk-'));
  chmodSync(base, 0o755);
  [disk, dataDir] = [base, join(base, 'data')];
  if (mayMount) run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk);
});
afterEach(() => endAllLaunched());
afterAll(() => {
  if (mayMount) run('umount', '-l', disk);
  rmSync(base, { recursive: true, force: true });
});

function start(): ServerProcess {
  return launch({
    args: [join(root, 'dist/server.mjs'), '--few', '--port', '0', '--data', dataDir],
    cwd: root,
    dataDir,
  });
}

/** Takes all the room there is. */
function fill(): void {
  const filler = openSync(join(disk, 'filler'), 'w');
  const piece = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(filler, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(filler);
  }
}

function expectVerified(): void {
  const told = run(process.execPath, join(root, 'dist/verify.mjs'), '--data', dataDir);
  expect(`${told.stdout}${told.stderr}`).toContain('核验通过');
}

/** Each that was acknowledged answers, sent again, that it has happened. */
async function expectKept(people: People, acts: readonly Acknowledged[]): Promise<void> {
  for (const act of acts) {
    const answer = await people.send(act.by, 'POST', '/api/acts', act.body);
    expect([act.body.name, answer.status]).toEqual([act.body.name, 200]);
  }
}

const told = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder().decode(bytes)) as { title: string; remedy: string };

describe.skipIf(!mayMount)('磁盘', () => {
  it('满了：说磁盘满了，办成过的一件不少；腾出空间之后照常，重启一次也行', { timeout: 120_000 }, async () => {
    const { stories } = await readStories(join(root, 'scenarios/stories'));
    const story = stories.find(({ steps }) =>
      steps.every(
        (step) => 'act' in step && !step.refused && !step.admits && !step.act.startsWith('case.decide'),
      ),
    );
    if (story === undefined) throw new Error('没有故事可演');
    let server = start();
    let people = await signInEverybody(await server.ready());
    const load = startLoad(people, story, 2);
    await load.reached(20);
    fill();
    // Uploads fail first; whoever uploads breaks off, and what had been promised stays promised.
    await load.stop();
    expect(load.surprises).toEqual([]);
    const upload = () =>
      people
        .send('周承办', 'POST', '/api/attachments?name=a.bin', new Uint8Array(400_000))
        .catch(() => undefined);
    const refused = await upload();
    // No answer, if the database has given up already; else this one.
    const answered = refused === undefined ? undefined : { status: refused.status, ...told(refused.bytes) };
    expect([undefined, '服务器的磁盘满了，没有办成', '数据库暂时连不上，不知道办成没有']).toContain(
      answered?.title,
    );
    expect([undefined, 507, 503]).toContain(answered?.status);
    rmSync(join(disk, 'filler'));
    // The database may have given up for want of space: then the server ends too, and a start heals both.
    const ended = await server.endsWithin(4_000).catch(() => undefined);
    expect(ended?.code ?? 1).toBe(1);
    if (ended !== undefined) {
      server = start();
      people = await signInEverybody(await server.ready());
    }
    expect((await upload())?.status).toBe(201);
    await expectKept(people, load.acknowledged);
    process.kill(server.pid, 'SIGTERM');
    expect((await server.endsWithin(15_000)).code).toBe(0);
    expectVerified();
  });

  it('变成只读：启动不了时一句话说明；恢复可写之后照常启动，什么也没有丢', { timeout: 90_000 }, async () => {
    const first = start();
    await first.ready();
    process.kill(first.pid, 'SIGTERM');
    await first.endsWithin(15_000);
    expect(run('mount', '-o', 'remount,ro', disk).status).toBe(0);
    try {
      const refused = start();
      expect((await refused.endsWithin(20_000)).code).toBe(1);
      expect(refused.said()).toContain('写不进去');
      expect(refused.said()).not.toMatch(/\bat .*\.(ts|mjs):/);
    } finally {
      run('mount', '-o', 'remount,rw', disk);
    }
    const last = start();
    await last.ready();
    process.kill(last.pid, 'SIGTERM');
    await last.endsWithin(15_000);
    expectVerified();
  });
});

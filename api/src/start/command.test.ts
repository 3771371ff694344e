import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshBuild } from '../testing/fresh-build.ts';
import { databaseOf, goneFrom, kill, killFolder, processesOf } from '../testing/processes-of.ts';
import { endAllLaunched, launch } from '../testing/server-process.ts';
import type { ServerProcess } from '../testing/server-process.ts';
import { copyTree } from '../testing/tree-copy.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
/** Another person can be played only by root, and only if that person may run this Node. */
const canPlayNobody =
  asRoot && spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0;

let base = '';
let tree = '';
beforeAll(() => {
  freshBuild(root);
  base = mkdtempSync(join(tmpdir(), 'zhaozhang-start-'));
  chmodSync(base, 0o755);
  tree = join(base, '照章 副本');
  copyTree(root, tree);
});
afterAll(async () => {
  await endAllLaunched();
  rmSync(base, { recursive: true, force: true });
});

interface Person {
  readonly who: string;
  readonly as: { readonly uid: number; readonly gid: number } | undefined;
}
const people: readonly Person[] = [
  { who: asRoot ? 'root' : '当前用户（测试不是由 root 运行，不能换成别的用户）', as: undefined },
  ...(canPlayNobody ? [{ who: '普通用户', as: nobody }] : []),
];

/** A folder of that person's own, for data, temporary files and home. */
function homeOf(person: Person, name: string): string {
  const home = join(base, name);
  mkdirSync(join(home, 'tmp'), { recursive: true });
  if (person.as !== undefined)
    for (const folder of [home, join(home, 'tmp')]) chownSync(folder, person.as.uid, person.as.gid);
  return home;
}

function environmentOf(home: string): NodeJS.ProcessEnv {
  return { HOME: home, TMPDIR: join(home, 'tmp') };
}

function start(person: Person, home: string, ...flags: string[]): ServerProcess {
  const dataDir = join(home, '数据 目录');
  const port = flags.includes('--port') ? [] : ['--port', '0'];
  const few = flags.includes('--production') ? [] : ['--few'];
  return launch({
    args: [join(tree, 'ops/start.mjs'), ...few, ...port, '--data', dataDir, ...flags],
    cwd: home,
    dataDir: home,
    env: environmentOf(home),
    as: person.as,
  });
}

function verify(person: Person, home: string) {
  const run = spawnSync(process.execPath, [join(tree, 'ops/verify.mjs'), '--data', join(home, '数据 目录')], {
    cwd: home,
    env: { PATH: process.env['PATH'], ...environmentOf(home) },
    encoding: 'utf8',
    timeout: 60_000,
    ...person.as,
  });
  return { status: run.status, said: `${run.stdout}${run.stderr}` };
}

async function statusOf(url: string, path: string, init?: RequestInit): Promise<number> {
  const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(20_000) });
  await answer.arrayBuffer();
  return answer.status;
}

async function pagesAnswer(url: string): Promise<void> {
  for (const path of ['/', '/workbench/', '/api/ready'])
    expect({ path, status: await statusOf(url, path) }).toEqual({ path, status: 200 });
}

/** What Ctrl+C in a terminal does: the whole group hears it. */
async function interrupted(server: ServerProcess, home: string): Promise<void> {
  process.kill(-server.pid, 'SIGINT');
  expect(await server.endsWithin(15_000)).toEqual({ code: 0, signal: null });
  expect(await goneFrom(home)).toEqual([]);
}

describe.each(people)('在有空格和汉字的目录里，由 $who 启动', (person) => {
  const name = `甲-${person.as?.uid ?? 'own'}`;
  const dataDir = (): string => join(base, name, '数据 目录');
  let home = '';
  beforeAll(async () => {
    home = homeOf(person, name);
    const first = start(person, home);
    await pagesAnswer(await first.ready());
    await interrupted(first, home);
  });

  it('第二次照样打开页面；运行时和停下后都能核验；Ctrl+C 停得干净，数据不给旁人看', {
    timeout: 120_000,
  }, async () => {
    const began = performance.now();
    const server = start(person, home);
    const url = await server.ready();
    process.stdout.write(`再次启动用时 ${Math.round(performance.now() - began)} 毫秒（${person.who}）\n`);
    await pagesAnswer(url);
    const running = verify(person, home);
    expect(running.said).toContain('核验通过');
    expect(running.status).toBe(0);
    for (const inner of ['secrets', 'blobs', 'postgres/cluster'])
      expect({ inner, open: statSync(join(dataDir(), inner)).mode & 0o077 }).toEqual({ inner, open: 0 });
    await interrupted(server, home);

    const stopped = verify(person, home);
    expect(stopped.said).toContain('核验通过');
    expect(stopped.status).toBe(0);
    expect(await goneFrom(home)).toEqual([]);
  });

  it('端口被占、目录被占，各说明缘由并让出；服务被强行终止，遗留的数据库被结束，重启即可', {
    timeout: 120_000,
  }, async () => {
    const holder = start(person, home);
    const url = await holder.ready();
    const { port } = new URL(url);

    const other = homeOf(person, `乙-${person.as?.uid ?? 'own'}`);
    const refused = start(person, other, '--port', port);
    expect(await refused.endsWithin(20_000)).toEqual({ code: 1, signal: null });
    expect(refused.said()).toContain(`端口 ${port} 已被占用`);
    expect(refused.said()).not.toContain('    at ');
    expect(processesOf(other)).toEqual([]);
    expect(existsSync(join(other, '数据 目录', 'instance.lock'))).toBe(false);

    const locked = start(person, home);
    expect(await locked.endsWithin(20_000)).toEqual({ code: 1, signal: null });
    expect(locked.said()).toMatch(new RegExp(`正由另一个实例使用.进程号 ${holder.pid}.`));
    expect(locked.said()).not.toContain('    at ');
    await pagesAnswer(url);

    const database = databaseOf(dataDir());
    kill(holder.pid);
    await holder.ended;
    expect(processesOf(home)).toContain(database);
    const again = start(person, home);
    await pagesAnswer(await again.ready());
    expect(processesOf(home)).not.toContain(database);
    await interrupted(again, home);
  });
});

describe('目录只有 root 进得去', () => {
  it.runIf(asRoot)('数据库改放别处并留下说明，照常启动；两次用的是同一个', { timeout: 90_000 }, async () => {
    const elsewhere = '/var/lib/zhaozhang';
    const before = existsSync(elsewhere) ? readdirSync(elsewhere) : undefined;
    const person: Person = { who: 'root', as: undefined };
    const home = homeOf(person, '庚');
    chmodSync(base, 0o700);
    const places: string[] = [];
    try {
      for (let time = 0; time < 2; time++) {
        const server = start(person, home, '--production');
        expect(await statusOf(await server.ready(), '/')).toBe(200);
        const told = readFileSync(join(home, '数据 目录', 'postgres-location'), 'utf8').trim();
        places.push(told);
        expect(processesOf(told)).not.toEqual([]);
        await interrupted(server, home);
        expect(await goneFrom(told)).toEqual([]);
      }
      expect(places[0]?.startsWith(`${elsewhere}/`)).toBe(true);
      expect(places[1]).toBe(places[0]);
    } finally {
      chmodSync(base, 0o755);
      for (const place of places) await killFolder(place);
      // Only what was not there before: an installation of this machine may live beside it.
      for (const name of existsSync(elsewhere) ? readdirSync(elsewhere) : [])
        if (before?.includes(name) !== true) rmSync(join(elsewhere, name), { recursive: true, force: true });
      if (before === undefined) rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});

describe('npm start', () => {
  it('打开页面；只结束 npm,服务和数据库也随之停止', { timeout: 60_000 }, async () => {
    const [person] = people;
    if (person === undefined) throw new Error('没有可以启动的用户');
    const home = homeOf(person, '丁');
    const server = launch({
      file: 'npm',
      args: ['start', '--', '--production', '--port', '0', '--data', join(home, '数据')],
      cwd: tree,
      dataDir: home,
      env: environmentOf(home),
    });
    expect(await statusOf(await server.ready(), '/')).toBe(200);
    process.kill(server.pid, 'SIGTERM');
    await server.endsWithin(15_000);
    expect(await goneFrom(home, 15_000)).toEqual([]);
  });

  it('启动到一半按 Ctrl+C，不留下数据库，再启动照常', { timeout: 60_000 }, async () => {
    const [person] = people;
    if (person === undefined) throw new Error('没有可以启动的用户');
    const home = homeOf(person, '辛');
    const hasty = start(person, home, '--production');
    const giveUp = Date.now() + 20_000;
    while (databaseOf(join(home, '数据 目录')) === 0 && Date.now() < giveUp) await wait(5);
    expect(databaseOf(join(home, '数据 目录'))).not.toBe(0);
    process.kill(-hasty.pid, 'SIGINT');
    await hasty.endsWithin(15_000);
    expect(await goneFrom(home, 15_000)).toEqual([]);
    const patient = start(person, home, '--production');
    expect(await statusOf(await patient.ready(), '/')).toBe(200);
    await interrupted(patient, home);
  });

  it('不认识的参数、被 npm 收走的参数，各说明怎样写', { timeout: 60_000 }, async () => {
    const [person] = people;
    if (person === undefined) throw new Error('没有可以启动的用户');
    const home = homeOf(person, '戊');
    const unknown = start(person, home, '--prot', '8081');
    expect(await unknown.endsWithin(20_000)).toEqual({ code: 1, signal: null });
    expect(unknown.said()).toMatch(/不认识的启动参数。可用的有.--production、--few、--port 端口/);
    const eaten = launch({
      file: 'npm',
      args: ['start', '--port', '8081'],
      cwd: tree,
      dataDir: home,
      env: environmentOf(home),
    });
    expect((await eaten.endsWithin(20_000)).code).toBe(1);
    expect(eaten.said()).toContain('npm start -- --port');
    expect(existsSync(join(home, '数据 目录'))).toBe(false);
  });
});

describe('正式运行', () => {
  it('不放演示内容，没有演示角色；令牌只打印一次，设立首个管理员后即失效，凭口令登录', {
    timeout: 90_000,
  }, async () => {
    const [person] = people;
    if (person === undefined) throw new Error('没有可以启动的用户');
    const home = homeOf(person, '己');
    const first = start(person, home, '--production');
    const url = await first.ready();
    const token = /^ {2}([\w-]{32})$/m.exec(first.said())?.[1] ?? '';
    expect(token).not.toBe('');
    expect(first.said().split(token)).toHaveLength(2);
    expect(readFileSync(join(home, '数据 目录', 'postgres.log'), 'utf8')).not.toContain(token);
    expect(existsSync(join(home, '数据 目录', 'secrets', 'demonstration-passwords.txt'))).toBe(false);

    const post = (path: string, body: object): Promise<number> =>
      statusOf(url, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-zhaozhang': '1' },
        body: JSON.stringify(body),
      });
    expect(await statusOf(url, '/api/demo/roles')).toBe(404);
    expect(await post('/api/demo/session', { login: 'guanliyuan', token })).toBe(404);
    expect(await statusOf(url, '/')).toBe(200);

    const administrator = {
      token,
      agency: { id: 'jiangtan-shili', name: '江滩示例局', shortName: '江示' },
      login: 'admin.shili',
      name: '管示例',
      password: '只作示例的口令-一二三四',
    };
    expect(await post('/api/first-administrator', { ...administrator, token: 'x'.repeat(32) })).toBe(403);
    expect(await post('/api/first-administrator', administrator)).toBe(201);
    expect(await post('/api/first-administrator', { ...administrator, login: 'another' })).toBe(404);
    const { login, password } = administrator;
    expect(await post('/api/session', { login, password: `${password}五` })).toBe(401);
    expect(await post('/api/session', { login, password })).toBe(200);
    await interrupted(first, home);

    const second = start(person, home, '--production');
    const again = await second.ready();
    expect(second.said()).not.toContain('令牌');
    const answer = await statusOf(again, '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zhaozhang': '1' },
      body: JSON.stringify({ login, password }),
    });
    expect(answer).toBe(200);
    await interrupted(second, home);
  });
});

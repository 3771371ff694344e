import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { instant } from '@zhaozhang/core/time';
import { httpStoryClient } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../contract/index.ts';
import { reportText } from '../proving/report.ts';
import { verifyInstallation } from '../proving/verify.ts';
import type { VerifyReport } from '../proving/verify.ts';
import { startInstance } from '../start/instance.ts';
import type { Instance } from '../start/instance.ts';
import { demonstrationRoles } from '../start/seed.ts';
import { CaseAtWork, handler, person, reporter } from '../testing/case-at-work.ts';
import { faultsInto } from '../testing/faults-into.ts';
import { ownerOf } from '../testing/owner-query.ts';
import { testInstance } from '../testing/test-instance.ts';
import type { TestInstance } from '../testing/test-instance.ts';
import { verifiedAgain } from '../testing/verified-again.ts';
import { takeBackup } from './backup.ts';
import { copyKeys } from './keys.ts';
import { readManifest, runsIn } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { filesBelow, openObjects } from './objects.ts';
import { reachInstallation, withInstallation } from './reach.ts';
import { rebuildAll } from './rebuild.ts';
import { restoreBackup } from './restore.ts';
import { unfinishedRestore } from './unfinished-restore.ts';

let house: TestInstance;
let base = '';
let backups = '';
let keys = '';
/** A published case against a natural person. */
let file: CaseAtWork;
const started: Instance[] = [];
const faults: unknown[] = [];

beforeAll(async () => {
  house = await testInstance();
  base = mkdtempSync(join(tmpdir(), 'zhaozhang-drill-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(base, 0o755);
  [backups, keys] = [join(base, '备份'), join(base, '密钥')];
  file = await new CaseAtWork(house.client, person).upTo('published');
}, 60_000);
afterAll(async () => {
  for (const one of started) await one.stop();
  await house.end();
  rmSync(base, { recursive: true, force: true });
});

async function backup(directory = backups): Promise<Manifest & { readonly newBlobs: number }> {
  const { places, library } = house.instance.world;
  return withInstallation([house.dataDir, places, undefined, library], async (reached) => {
    const done = await takeBackup({
      ...{ reached, law: places.law, directory, at: '2026-11-27T20:00:00+08:00' },
    });
    return { ...done.manifest, newBlobs: done.newBlobs };
  });
}

const restore = (dataDir: string, more: { directory?: string; keys?: string; run?: number } = {}) =>
  restoreBackup({ directory: backups, keys, ...more, dataDir, places: house.instance.world.places });

async function verifyAt(dataDir: string, against: readonly string[] = []): Promise<VerifyReport> {
  const { places, library } = house.instance.world;
  return withInstallation([dataDir, places, undefined, library], async (reached) => {
    return await verifyInstallation(reached, { against });
  });
}

async function start(dataDir: string): Promise<Instance> {
  const { told } = house;
  const instance = await startInstance({
    ...{ dataDir, places: house.instance.world.places, host: '127.0.0.1', port: 0 },
    demonstration: { anchor: instant(told.agency.anchor), roles: demonstrationRoles(told) },
    logging: faultsInto(faults),
  });
  started.push(instance);
  return instance;
}

const sizeOf = async (directory: string): Promise<number> =>
  (await filesBelow(directory)).reduce((sum, path) => sum + statSync(join(directory, path)).size, 0);

describe('备份与恢复的演练', () => {
  it('一边办案一边备份；增量只写新的；恢复到空处，核验相符，接着办案', { timeout: 120_000 }, async () => {
    const first = await backup();
    copyKeys(house.dataDir, keys, backups);
    const size = await sizeOf(backups);
    // Acts under way while the second one is taken: each is in it whole or not at all.
    const working = Promise.all(
      Array.from({ length: 4 }, async () => new CaseAtWork(house.client).upTo('filed')),
    );
    const second = await backup();
    const done = await working;
    const third = await backup();
    expect([first, second, third].map((one) => one.run)).toEqual([1, 2, 3]);
    expect(third.tables['zz.events']?.rows).toBeGreaterThan((first.tables['zz.events']?.rows ?? 0) + 12);
    expect((await sizeOf(backups)) - size).toBeLessThan(size / 2);
    expect(third.tables['zz.events']?.objects.slice(0, 1)).toEqual(first.tables['zz.events']?.objects);

    for (const run of [2, 3]) {
      const dataDir = join(base, `恢复 ${run}`);
      const manifest = await restore(dataDir, { run });
      const report = await verifyAt(dataDir, [manifest.checkpoint]);
      expect(report.discrepancies).toEqual([]);
      expect(report.notes).toEqual([]);
      expect(report.events).toBe(manifest.tables['zz.events']?.rows);
      expect(report.sealed).toBeGreaterThan(0);
    }

    const again = await start(join(base, '恢复 3'));
    const client = httpStoryClient(again.url, '管理员');
    const [before, after] = [await viewOf(house.client, file.id), await viewOf(client, file.id)];
    expect({ ...after, now: undefined }).toEqual({ ...before, now: undefined });
    const list = async (from: typeof client) =>
      (await (await from.request(handler, 'GET', '/api/cases')).json()) as unknown;
    expect(await list(client)).toEqual(await list(house.client));
    const ref = after.parties[0]?.fields.find((one) => one.sealed !== undefined)?.sealed ?? '';
    const opened = await client.request(
      handler,
      'GET',
      `/api/sealed/${ref}?case=${file.id}&purpose=${encodeURIComponent('核对恢复')}`,
    );
    expect(Object.values(person.record)).toContain(((await opened.json()) as { text: string }).text);
    const page = async (url: string) =>
      (await fetch(`${url}/decisions/wuhan-civil-affairs.${file.id}`)).text();
    const plain = (text: string) => text.replaceAll(/<pre>[^<]*<\/pre>|共 \d+ 条/g, '');
    expect(plain(await page(again.url))).toBe(plain(await page(house.instance.url)));

    // What was under way goes on where it stood; the log goes on behind its last entry.
    const [one] = done;
    if (one === undefined) throw new Error('没有案件');
    const size3 = again.world.log.size();
    const going = new CaseAtWork(client);
    await going.upTo('assigned');
    await again.world.sequencer.drain();
    expect(again.world.log.size()).toBeGreaterThan(size3);
    await again.stop();
    started.pop();
    expect((await verifyAt(join(base, '恢复 3'), [third.checkpoint])).discrepancies).toEqual([]);
  });

  it('恢复的是旧的一次：另存的新检查点说得出来', { timeout: 60_000 }, async () => {
    const { world } = house.instance;
    await world.sequencer.drain();
    const old = await backup();
    await new CaseAtWork(house.client).upTo('lead');
    await world.sequencer.drain();
    const dataDir = join(base, '旧的');
    await restore(dataDir, { run: old.run });
    expect((await verifyAt(dataDir)).discrepancies).toEqual([]);
    const found = (await verifyAt(dataDir, [world.log.checkpoint()])).discrepancies;
    expect(found.map((one) => [one.check, /日志被回退/.test(one.what)])).toEqual([['log', true]]);
  });

  it('目录不空、没有备份、没有这一次、没有密钥：都不恢复，说明原因，什么也不留下', async () => {
    if (runsIn(backups).length === 0) await backup();
    const taken = join(base, '不空');
    cpSync(backups, taken, { recursive: true });
    await expect(restore(taken)).rejects.toThrow('不是空的，没有恢复');
    await expect(restore(join(base, '新'), { directory: join(base, '没有') })).rejects.toThrow('没有备份');
    await expect(restore(join(base, '新'), { run: 99 })).rejects.toThrow('没有第 99 次备份');
    await expect(restore(join(base, '新'), { keys: base })).rejects.toThrow('没有密钥');
    expect(() => copyKeys(house.dataDir, join(backups, 'keys'), backups)).toThrow('密钥须与备份分开存放');
  });

  it('备份里的字节被改过：恢复时发现，留下记号，从那里启动不了', { timeout: 60_000 }, async () => {
    const directory = join(base, '坏的备份');
    const manifest = await backup(directory);
    copyKeys(house.dataDir, keys, backups);
    const object = manifest.tables['zz.events']?.objects.at(-1) ?? '';
    const path = join(directory, 'objects', object.slice(0, 2), object);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const dataDir = join(base, '坏的');
    await expect(restore(dataDir, { directory })).rejects.toThrow('已损坏：内容与摘要不符');
    expect(existsSync(unfinishedRestore(dataDir))).toBe(true);
    await expect(start(dataDir)).rejects.toThrow('的恢复没有做完，没有启动');
    rmSync(path);
    await expect(restore(join(base, '缺的'), { directory })).rejects.toThrow('备份缺少对象');
  });

  it('备份里没有密钥，没有口令，没有身份数据的明文', async () => {
    const directory = join(base, '看一看');
    const { law } = await backup(directory);
    // The law's own examples tell of invented people too, some of them the same.
    const ofLaw = new Set((await readLinesOf(directory, law.list)).map((line) => line.slice(0, 64)));
    const secrets = [person.record['party.identity'], person.record['party.phone'], reporter];
    const logKey = readFileSync(join(house.dataDir, 'secrets', 'log.key'), 'utf8').trim();
    for (const path of await filesBelow(directory)) {
      if (ofLaw.has(path.slice(-64))) continue;
      const text = textOf(readFileSync(join(directory, path)));
      for (const secret of [...secrets, logKey]) expect([path, text.includes(secret)]).toEqual([path, false]);
    }
    expect(Object.keys(readManifest(directory, 1).tables)).not.toContain('auth.sessions');
  });

  it('中断的备份不算备份；再来一次照常，不留下半个文件', async () => {
    const directory = join(base, '中断');
    const { places, library } = house.instance.world;
    const reached = await reachInstallation(house.dataDir, places, undefined, library);
    const torn = { ...reached, ledger: { ...reached.ledger, connection: undefined as never } };
    await expect(
      takeBackup({ reached: torn, law: places.law, directory, at: '2026-11-27T20:00:00+08:00' }),
    ).rejects.toBeInstanceOf(TypeError);
    await reached.close();
    expect(runsIn(directory)).toEqual([]);
    writeFileSync(join(directory, 'staging', '半个'), 'x');
    await backup(directory);
    expect(runsIn(directory)).toEqual([1]);
    expect(readdirSync(join(directory, 'staging'))).toEqual([]);
  });
});

it('恢复之后接着办案，没有一次让服务器出故障', () => {
  expect(faults).toEqual([]);
});

describe('重建', () => {
  it('推导出来的全部删去、改乱之后，重建得出的与原来一样', { timeout: 60_000 }, async () => {
    const owner = await ownerOf(house.dataDir);
    try {
      for (const change of [
        `update zz.states set data = '{}', summary = '{}', fold = '旧' where kind <> 'access'`,
        'delete from zz.obligations',
        'delete from zz.search',
        'delete from published.decisions',
      ])
        await owner.query(change);
      const broken = await verifiedAgain(house);
      expect(broken.notes.join()).toContain('npm run rebuild');
      const { places, library } = house.instance.world;
      const reached = await reachInstallation(house.dataDir, places, undefined, library);
      const done = await rebuildAll(reached, false);
      expect(done.rebuilt).toBeGreaterThan(5);
      expect((await rebuildAll(reached, false)).rebuilt).toBe(0);
      await reached.close();
      const report = await verifiedAgain(house);
      expect(report.discrepancies).toEqual([]);
      expect(report.notes).toEqual([]);
    } finally {
      await owner.end();
    }
  });
});

describe('核验的报告', () => {
  it('分类写出不符之处，同类太多的只计数；没有比对的也说', async () => {
    const report = await verifiedAgain(house);
    const of = (many: number) => ({
      ...report,
      notes: ['某处没有比对'],
      discrepancies: Array.from({ length: many }, (_, n) => ({
        ...{ check: 'duty' as const, where: `机关 case/${n}`, what: '待办缺失：某事' },
      })),
    });
    const say = (one: VerifyReport) =>
      reportText({ report: one, lawful: true, at: '2026-11-27 20:00:00', seconds: 1.25 });
    expect(say(report)).toContain('核验通过');
    expect(say(of(60))).toMatch(/发现 60 处不符[\s\S]*## 待办期限：60 处[\s\S]*另有 10 处同类的/);
    expect(say(of(1))).toContain('注意：某处没有比对');
  });
});

function textOf(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

async function readLinesOf(directory: string, digest: string): Promise<readonly string[]> {
  return (await openObjects(directory)).readLines(digest);
}

async function viewOf(client: TestInstance['client'], id: string): Promise<CaseView> {
  return (await (await client.request(handler, 'GET', `/api/cases/${id}`)).json()) as CaseView;
}

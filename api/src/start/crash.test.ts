import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readStories } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInEverybody } from '../testing/demonstration-people.ts';
import type { People } from '../testing/demonstration-people.ts';
import { freshBuild } from '../testing/fresh-build.ts';
import { databaseOf, goneFrom, kill, processesOf } from '../testing/processes-of.ts';
import { seeded } from '../testing/seeded.ts';
import { endAllLaunched, launch } from '../testing/server-process.ts';
import type { ServerProcess } from '../testing/server-process.ts';
import { startLoad } from '../testing/story-load.ts';
import type { Acknowledged, SentAct } from '../testing/story-load.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const workers = 4;
const officer = '周承办';
let base = '';
let dataDir = '';

beforeAll(() => {
  freshBuild(root);
  base = mkdtempSync(join(tmpdir(), 'zhaozhang-crash-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(base, 0o755);
  dataDir = join(base, '数据 目录');
});
afterAll(async () => {
  await endAllLaunched();
  rmSync(base, { recursive: true, force: true });
});

function start(): ServerProcess {
  return launch({
    args: [join(root, 'dist/server.mjs'), '--few', '--port', '0', '--data', dataDir],
    cwd: root,
    dataDir,
  });
}

/** What has happened so far, by the word of the server. */
interface Book {
  readonly acknowledged: Acknowledged[];
  readonly unanswered: SentAct[];
  /** How many of the acknowledged have been asked for again after a restart. */
  confirmed: number;
}

const kinds: readonly Killing[] = ['server', 'database', 'everything', 'server', 'restarting'];
/** Each once in the tests; as many as are asked for when the ground is soaked. */
const killings = Array.from(
  { length: Number(process.env['ZHAOZHANG_CRASHES'] ?? kinds.length) },
  (_, at) => kinds[at % kinds.length] ?? 'server',
);

const decides = new Set(['case.decide', 'case.decide-on-spot']);

interface CaseView {
  readonly version: number;
  readonly entries: readonly { readonly id: string; readonly act: string; readonly version: number }[];
  readonly publicId?: string;
}

describe('随时被强行终止之后', () => {
  it('答复过的行为一件不少，没有只做一半的，编号不跳不重，附件原样，重启无须人管', {
    timeout: 60_000 + killings.length * 20_000,
  }, async () => {
    const random = seeded(process.env['ZHAOZHANG_CRASHES'] === undefined ? 20_260_326 : Date.now());
    const { stories } = await readStories(join(root, 'scenarios/stories'));
    // Played again and again with the same party: nothing may be refused, and nobody fined twice (处罚法第二十九条).
    const story = stories.find(({ steps }) =>
      steps.every((step) => 'act' in step && !step.refused && !step.admits && !decides.has(step.act)),
    );
    if (story === undefined) throw new Error('没有故事可演');
    const book: Book = { acknowledged: [], unanswered: [], confirmed: 0 };

    await killWhileFirstStarting(random);
    for (const [round, killing] of killings.entries()) {
      const server = start();
      const url = await server.ready();
      const people = await signInEverybody(url);
      await heldToItsWord(people, book);

      const load = startLoad(people, story, workers);
      await load.reached(20 + Math.floor(random() * 40));
      await wait(random() * 40);
      await killNow(killing, server);
      await load.stop();
      book.acknowledged.push(...load.acknowledged);
      book.unanswered.push(...load.unanswered);
      expect({ round, surprises: load.surprises }).toEqual({ round, surprises: [] });
      if (killing === 'restarting') await killWhileRestarting(random);
    }

    const last = start();
    const url = await last.ready();
    const people = await signInEverybody(url);
    await heldToItsWord(people, book);
    expect(book.acknowledged.length).toBeGreaterThan(120);
    book.confirmed = 0;
    await heldToItsWord(people, book);
    await wholeAndPublished(people, url, book);
    await numbersWithoutGap(people);
    expectVerified();
    await stopsInOrder(last);
    expectVerified();
    expect(await goneFrom(dataDir)).toEqual([]);
  });
});

type Killing = 'server' | 'database' | 'everything' | 'restarting';

async function killNow(killing: Killing, server: ServerProcess): Promise<void> {
  const database = databaseOf(dataDir);
  expect(processesOf(dataDir)).toContain(database);
  if (killing === 'database') return killDatabase(server, database);
  if (killing === 'everything') {
    // Children of the database are each in a group of their own: a group at a time would leave some alive.
    for (const pid of processesOf(dataDir)) kill(pid);
    kill(-server.pid);
  }
  kill(server.pid);
  expect((await server.endsWithin(5000)).signal).toBe('SIGKILL');
}

/** A server without its database can keep no promise: it ends by itself, and not as if all were well. */
async function killDatabase(server: ServerProcess, database: number): Promise<void> {
  kill(database);
  expect(await server.endsWithin(20_000)).toEqual({ code: 1, signal: null });
  expect(server.said()).toContain('数据库已停止，服务随之停止。重新启动即可恢复。');
}

/** Half-made clusters, half-made schemas, half-told stories: each found by the next start. */
async function killWhileFirstStarting(random: () => number): Promise<void> {
  const home = join(dataDir, 'postgres');
  const drafted = (): boolean =>
    existsSync(home) && readdirSync(home).some((name) => name.startsWith('cluster.new-'));
  const moments: readonly { readonly come: () => boolean; readonly most: number }[] = [
    { come: drafted, most: 300 },
    { come: () => databaseOf(dataDir) !== 0, most: 300 },
    { come: () => existsSync(join(dataDir, 'log', 'checkpoint')), most: 1200 },
  ];
  // Twice at the first: an initdb left alone is still writing what the next start wants to sweep away.
  for (const { come, most } of [{ come: drafted, most: 20 }, ...moments]) {
    const server = start();
    const giveUp = Date.now() + 20_000;
    while (!come() && Date.now() < giveUp) await wait(5);
    if (!come()) throw new Error(`没有走到这一步：\n${server.said()}`);
    await wait(random() * most);
    kill(server.pid);
    await server.ended;
  }
}

async function killWhileRestarting(random: () => number): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = start();
    await wait(150 + random() * 1200);
    kill(server.pid);
    await server.ended;
  }
}

/**
 * Sends every act again, letter by letter. One that was acknowledged answers that it has happened, at its version; one
 * that was not may happen now. Afterwards all are acknowledged.
 */
async function heldToItsWord(people: People, book: Book): Promise<void> {
  await sideBySide(book.acknowledged.slice(book.confirmed), async (act) => {
    const answer = await sendAgain(people, act);
    expect({ act: act.body.name, ...answer }).toMatchObject({
      status: 200,
      told: { outcome: 'replayed', stream: act.stream, version: act.version },
    });
  });
  for (const act of book.unanswered.splice(0)) {
    const { status, told } = await sendAgain(people, act);
    if (status !== 200 && status !== 201) throw new Error(`${act.body.name}:${JSON.stringify(told)}`);
    const again = await sendAgain(people, act);
    expect(again).toMatchObject({ status: 200, told: { outcome: 'replayed', version: told.version } });
    book.acknowledged.push({ ...act, stream: told.stream, version: told.version });
  }
  book.confirmed = book.acknowledged.length;
}

async function sendAgain(people: People, act: SentAct) {
  const answer = await people.send(act.by, 'POST', '/api/acts', act.body);
  const told = JSON.parse(new TextDecoder().decode(answer.bytes)) as {
    outcome: string;
    stream: string;
    version: number;
  };
  return { status: answer.status, told };
}

/** Every case holds exactly what was acknowledged, in that order; every file of it comes back as it was given. */
async function wholeAndPublished(people: People, url: string, book: Book): Promise<void> {
  const byCase = new Map<string, Acknowledged[]>();
  for (const act of book.acknowledged) byCase.set(act.stream, [...(byCase.get(act.stream) ?? []), act]);
  await sideBySide([...byCase], async ([stream, acts]) => {
    const id = stream.slice('case/'.length);
    const view = await people.json<CaseView>(officer, `/api/cases/${id}`);
    expect(view.version).toBe(acts.length);
    const versions = acts.map((act) => act.version).toSorted((a, b) => a - b);
    expect(versions).toEqual(acts.map((_, index) => index + 1));
    for (const act of acts) {
      expect(view.entries).toContainEqual(
        expect.objectContaining({ id: act.body.id, act: act.body.name, version: act.version }),
      );
      if (act.digest === undefined) continue;
      const file = await people.send(officer, 'GET', `/api/attachments/${act.digest}?case=${id}`);
      expect(file.status).toBe(200);
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(act.digest);
    }
    const published = acts.some((act) => act.body.name === 'case.publish');
    expect(view.publicId !== undefined).toBe(published);
    const page = await fetch(`${url}/decisions/wuhan-civil-affairs.${id}`);
    await page.arrayBuffer();
    expect(page.status).toBe(published ? 200 : 404);
  });
}

async function sideBySide<T>(items: readonly T[], check: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await check(item);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

/** Numbers of filings and of each kind of decision run from one, without a gap and without one given twice. */
async function numbersWithoutGap(people: People): Promise<void> {
  const rows: { readonly number?: string; readonly documentNumber?: string }[] = [];
  for (let after = ''; ; ) {
    const page = await people.json<{ rows: typeof rows; next?: string }>(
      officer,
      `/api/cases${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`,
    );
    rows.push(...page.rows);
    if (page.next === undefined) break;
    after = page.next;
  }
  for (const kind of ['number', 'documentNumber'] as const) {
    // A series runs by itself: what is decided on the spot has numbers of its own.
    const series = new Map<string, number[]>();
    for (const row of rows) {
      const [, name = '', serial] = /^(.+)〕(\d+)号/.exec(row[kind] ?? '') ?? [];
      if (serial !== undefined) series.set(name, [...(series.get(name) ?? []), Number(serial)]);
    }
    expect(Math.max(...[...series.values()].map((serials) => serials.length))).toBeGreaterThan(1);
    for (const serials of series.values())
      expect(serials.toSorted((a, b) => a - b)).toEqual(serials.map((_, index) => index + 1));
  }
}

function expectVerified(): void {
  const run = spawnSync(process.execPath, [join(root, 'dist/verify.mjs'), '--data', dataDir], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(`${run.stdout}${run.stderr}`).toContain('核验通过');
  expect(run.status).toBe(0);
}

async function stopsInOrder(server: ServerProcess): Promise<void> {
  process.kill(server.pid, 'SIGTERM');
  expect(await server.endsWithin(15_000)).toEqual({ code: 0, signal: null });
  expect(await goneFrom(dataDir)).toEqual([]);
}

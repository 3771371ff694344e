import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchResult, CaseView } from './contract/index.ts';
import { signInEverybody } from './testing/demonstration-people.ts';
import type { People } from './testing/demonstration-people.ts';
import { freshBuild } from './testing/fresh-build.ts';
import { endAllLaunched, launch } from './testing/server-process.ts';
import type { ServerProcess } from './testing/server-process.ts';
import { batchBody } from './testing/yearly-check.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const officer = '周承办';
/** Nothing is killed while it starts, so all stories of the demonstration are played first. */
const firstStartMs = 90_000;
let base = '';

beforeAll(() => {
  freshBuild(root);
  base = mkdtempSync(join(tmpdir(), 'zhaozhang-batch-'));
  // The database runs as another user when the tests run as root: it must be able to reach its folder.
  chmodSync(base, 0o755);
});
afterAll(async () => {
  await endAllLaunched();
  rmSync(base, { recursive: true, force: true });
});

function start(): ServerProcess {
  return launch({
    args: [join(root, 'dist/server.mjs'), '--port', '0', '--data', base],
    cwd: root,
    dataDir: base,
  });
}

const has = async (people: People, id: string) =>
  (await people.send(officer, 'GET', `/api/cases/${id}`)).status === 200;

describe('一批办到一半，服务被强行终止', () => {
  it('重启之后原样再送，没办的办成，办过的不重办', { timeout: 180_000 }, async () => {
    const ids = Array.from({ length: 100 }, () => ulid());
    const body = batchBody(
      {
        name: 'case.register-lead',
        input: { source: 'other' },
        record: { 'lead.route': '年度检查截止后比对名册' },
      },
      ids.map((id, index) => ({ id, input: { summary: `示范第${index + 1}协会没有接受年度检查` } })),
    );
    const first = start();
    const people = await signInEverybody(await first.ready(firstStartMs));
    const cut = people.send(officer, 'POST', '/api/batches', body).catch(() => undefined);
    // Not by the clock: once the tenth of them is there, some are done and most are not.
    while (!(await has(people, ids[9] ?? '')));
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    await cut;

    const again = await signInEverybody(await start().ready());
    const answer = await again.send(officer, 'POST', '/api/batches', body);
    const { results } = JSON.parse(new TextDecoder().decode(answer.bytes)) as BatchResult;
    const outcomes = results.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['replayed', 'done']));
    expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'replayed'));
    for (const id of [ids[0], ids[9], ids[99]]) {
      const view = await again.json<CaseView>(officer, `/api/cases/${id}`);
      expect(view.entries.map(({ act }) => act)).toEqual(['case.register-lead']);
    }
  });
});

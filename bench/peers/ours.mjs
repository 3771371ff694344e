import pg from 'pg';
import { ulid } from 'ulid';
import { ownerUrl, signIn, startDemonstration } from '../demonstration.mjs';
import { filler } from '../filling.mjs';

/** Ours, as it is: every act decided by law, every reading of a file noted. */
export async function ours(root, rooms, size) {
  const { url, dataDir, end } = await startDemonstration();
  const filling = await filler(root, dataDir, rooms.bigrams);
  const { seconds } = await filling.to(size, { events: true });
  await filling.end();
  const owner = new pg.Client({ connectionString: ownerUrl(dataDir) });
  await owner.connect();
  const { rows } = await owner.query(
    `select t.summary ->> 'number' as number, t.summary ->> 'title' as title, t.summary #>> '{parties,0}' as party,
       t.stage as status, s.text as facts, t.opened_at::text as opened
     from zz.states t join zz.search s using (agency_id, stream)
     where t.agency_id = $1 and t.fold = 'bench' order by t.stream`,
    [filling.agency],
  );
  await owner.end();
  const headers = {
    ...{ cookie: await signIn(url, 'zhouchengban'), 'x-zhaozhang': '1', 'content-type': 'application/json' },
  };
  const ask = async (address, body, more = {}) => {
    const response = await fetch(url + address, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      headers: { ...headers, ...more },
    });
    if (!response.ok) throw new Error(`${address} ${await response.text()}`);
    return response.json();
  };
  const act = (name, rest) => ask('/api/acts', JSON.stringify({ id: ulid(), name, ...rest }));
  return {
    name: '照章',
    filled: seconds,
    /** The same data, for the others. */
    records: rows,
    create: async (record) => {
      const id = ulid();
      const body = {
        ...{ id, name: 'case.register-lead', input: { source: 'complaint', summary: record.facts } },
        record: { 'lead.channel': 'letter', 'lead.naming': 'anonymous' },
      };
      await ask('/api/acts', JSON.stringify(body));
      return id;
    },
    change: (id) =>
      act('case.approve', {
        ...{
          stream: `case/${id}`,
          basedOn: 1,
          input: { matter: 'filing', step: 'handler', opinion: 'agree' },
        },
        record: { 'approval.comment': '线索具体，建议立案。' },
      }),
    attach: (_id, bytes) =>
      ask(`/api/attachments?name=${encodeURIComponent('材料.bin')}`, bytes, {
        'content-type': 'application/octet-stream',
      }),
    list: () => ask('/api/cases?stage=archive'),
    search: (text) => ask(`/api/cases?text=${encodeURIComponent(text)}`),
    history: (id) => ask(`/api/cases/${id}`),
    end,
  };
}

// How long it takes to file and notify many cases at once, beside the same acts sent one by one in the same run.
// Figures are ratios to be compared with themselves over time; nothing is asserted.
import { parseArgs } from 'node:util';
import { ulid } from 'ulid';
import { signIn, startDemonstration } from './demonstration.mjs';
import { assessing, assigning, collecting, filing, noticing } from './yearly-check.mjs';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '800' }, portion: { type: 'string', default: '20' } },
});
const [count, portion] = [Number(values.cases), Number(values.portion)];
const { url, end } = await startDemonstration();
const cookies = {};

try {
  for (const [name, login] of Object.entries({
    handler: 'zhouchengban',
    unit: 'zhengchuzhang',
    head: 'wufuze',
  }))
    cookies[name] = await signIn(url, login);
  const began = performance.now();
  const together = await prepared();
  const filed = await timed('立案', () => batch('handler', filing, together));
  await batch('unit', assigning, together);
  await batch('handler', collecting, together);
  await batch('handler', assessing, together);
  const noticed = await timed('告知', () => batch('handler', noticing, together));
  const minutes = (performance.now() - began) / 60_000;

  const apart = await prepared();
  const filedApart = await timed('逐件立案', () => single('handler', filing, apart));
  await batch('unit', assigning, apart);
  await batch('handler', collecting, apart);
  await batch('handler', assessing, apart);
  const noticedApart = await timed('逐件告知', () => single('handler', noticing, apart));

  console.log(`${count} 件，每份 ${portion} 件：`);
  console.log(`  从登记案源到告知（九道手续）成批办完共 ${minutes.toFixed(1)} 分钟`);
  console.log(`  立案 ${filed.toFixed(1)} 件/秒，为逐件的 ${(filed / filedApart).toFixed(2)} 倍`);
  console.log(`  告知 ${noticed.toFixed(1)} 件/秒，为逐件的 ${(noticed / noticedApart).toFixed(2)} 倍`);
} finally {
  await end();
}

/** Leads of so many organisations, with the three opinions on filing. */
async function prepared() {
  const streams = Array.from({ length: count }, () => `case/${ulid()}`);
  await inPortions(streams, (some) =>
    post('handler', '/api/batches', {
      name: 'case.register-lead',
      input: { source: 'other' },
      record: { 'lead.route': '年度检查截止后比对名册', 'lead.party-kind': 'social-organisation' },
      acts: some.map((stream) => ({
        id: stream.slice('case/'.length),
        input: { summary: '某会没有按照规定接受年度检查' },
        record: {
          'lead.party-name': `示范${stream.slice(-8)}协会`,
          'lead.party-code': '91350100M000100Y43',
          'lead.party-representative': '邹示范',
          'lead.party-address': '示范路 1 号',
        },
      })),
    }),
  );
  for (const [by, step] of [
    ['handler', 'handler'],
    ['unit', 'unit'],
    ['head', 'head'],
  ])
    await batch(
      by,
      {
        name: 'case.approve',
        input: { matter: 'filing', step, opinion: 'agree' },
        record: { 'approval.comment': '同意立案' },
        own: () => ({}),
      },
      streams,
    );
  return streams;
}

/** Cases a second. */
async function timed(what, work) {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  console.log(`  ${what} ${count} 件 ${seconds.toFixed(1)} 秒`);
  return count / seconds;
}

async function inPortions(streams, work) {
  for (let at = 0; at < streams.length; at += portion) {
    const { results } = await work(streams.slice(at, at + portion));
    const failing = results.find(({ outcome }) => outcome !== 'done');
    if (failing !== undefined) throw new Error(JSON.stringify(failing));
  }
}

/** As the workbench does it: the form of some cases, then their acts. */
function batch(by, { own, ...common }, streams) {
  return inPortions(streams, async (some) => {
    const { cases } = await formOf(by, common.name, some);
    return post(by, '/api/batches', {
      ...common,
      acts: cases.map((one) => ({ id: ulid(), stream: one.stream, basedOn: one.version, ...own(one) })),
    });
  });
}

/** The same acts, each in a request of its own, with a form of its own. */
async function single(by, { own, ...common }, streams) {
  for (const stream of streams) {
    const { cases } = await formOf(by, common.name, [stream]);
    const { input = {}, record = {} } = own(cases[0]);
    await post(by, '/api/acts', {
      ...{ id: ulid(), name: common.name, stream, basedOn: cases[0].version },
      input: { ...common.input, ...input },
      record: { ...common.record, ...record },
    });
  }
}

function formOf(by, act, streams) {
  return post(by, '/api/batches/form', { act, cases: streams.map((stream) => stream.slice('case/'.length)) });
}

async function post(by, route, body) {
  const response = await fetch(url + route, {
    method: 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie: cookies[by] },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

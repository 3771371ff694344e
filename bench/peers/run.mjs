// The same work on ours and on two peers, over HTTP, one system at a time, each with a database of its own of the same
// program and settings, filled with the same records. Writes RESULT.md beside this. Nothing is asserted.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { figure, measure, middle } from '../measure.mjs';
import { roomsOf, serverPackages } from '../rooms.mjs';
import { directus } from './directus/peer.mjs';
import { ours } from './ours.mjs';
import { payload } from './payload/peer.mjs';

const { values: flags } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string', default: 'payload,directus' },
  },
});
const [size, rounds] = [Number(flags.records), Number(flags.rounds)];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const rooms = await roomsOf(
  root,
  'bench-peers-rooms',
  `export { bigrams, startDatabase } from '@zhaozhang/store';`,
  serverPackages,
);
const file = randomBytes(100 * 1024);
/** Of each work so many in a round. */
const WORKS = [
  ['create', '新建（留历史）', 160],
  ['attach', '附 100 kB 文件', 60],
  ['change', '修改（留历史）', 100],
  ['list', '最新 50 条（带总数）', 60],
  ['common', '检索常见词“协会”', 12],
  ['rare', '检索少见的 4 字', 12],
  ['history', '读一件的历史', 60],
];
const AT_ONCE = [1, 8];
const results = [];

const own = await ours(root, rooms, size);
const { records } = own;
await measured(own);
for (const [name, start] of Object.entries({ payload, directus }))
  if (flags.peers.split(',').includes(name)) await measured(await start(root, rooms, records));
const text = report();
console.log(text);
writeFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'RESULT.md'), text);

async function measured(system) {
  const figures = new Map();
  const rare = records[Math.floor(records.length / 2)].party.slice(2, 6);
  try {
    for (const clients of AT_ONCE) {
      const found = new Map(WORKS.map(([work]) => [work, []]));
      for (let round = 0; round <= rounds; round++) {
        const ids = [];
        const work = {
          create: async (n) => {
            ids[n] = await system.create({ ...records[n], number: `新 ${clients}-${round}-${n}` });
          },
          attach: (n) => system.attach(ids[n], file),
          change: (n) => system.change(ids[n]),
          list: () => system.list(),
          common: () => system.search('协会'),
          rare: () => system.search(rare),
          history: (n) => system.history(ids[n]),
        };
        // The first round warms up and is thrown away.
        for (const [name, , times] of WORKS) found.get(name).push(await measure(times, clients, work[name]));
      }
      for (const [name, all] of found) figures.set(`${name} ${clients}`, middle(all.slice(1)));
    }
  } finally {
    await system.end();
  }
  results.push({ name: system.name, filled: system.filled, figures });
  console.log(`${system.name}：填入 ${system.filled.toFixed(0)} 秒，已测`);
}

function report() {
  const names = results.map(({ name }) => name);
  const lines = [
    '# 与同类系统对比：一次运行的结果',
    '',
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')}（UTC），${cpus().length} 核，当时负载 ` +
      `${loadavg()[0].toFixed(1)}，Node ${process.versions.node}；${size} 条记录，${rounds} 轮取中位。` +
      '每格：次/秒（p50 / p95 毫秒）。',
    '',
    `填入用时：${results.map(({ name, filled }) => `${name} ${filled.toFixed(0)} 秒`).join('，')}。`,
  ];
  for (const clients of AT_ONCE) {
    lines.push('', `## ${clients} 路`, '', `| 活 | ${names.join(' | ')} | 为最快的同类的 |`);
    lines.push(`| --- | ${names.map(() => '---').join(' | ')} | --- |`);
    for (const [work, label] of WORKS) {
      const all = results.map(({ figures }) => figures.get(`${work} ${clients}`));
      const best = Math.max(...all.slice(1).map((one) => one.perSecond));
      const cells = all.map((one) => `${figure(one.perSecond)}（${figure(one.p50)} / ${figure(one.p95)}）`);
      lines.push(`| ${label} | ${cells.join(' | ')} | ${figure(all[0].perSecond / best)} 倍 |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

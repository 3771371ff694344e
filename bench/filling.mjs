// Fills the database of a demonstration with many more cases than anybody could play: rows of the same columns and sizes
// as acts leave, copied in past the door, with Chinese text that varies as the stories vary.
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { superuserUrl } from './demonstration.mjs';

const AROUND = 20;
/** Cases of all agencies around together, as a share of those of ours. */
const AROUND_SHARE = 0.2;
/** The newest that are still open, and one in so many of all older. */
const OPEN = { newest: 0.03, older: 100 };
/** What lies on one officer does not grow with the archive: there are more officers. */
const CASES_EACH = 500;
const OWN_OPEN = 40;
const FIRST_DAY = Date.parse('2016-01-01T00:00:00+08:00');
const LAST_DAY = Date.parse('2026-03-25T00:00:00+08:00');
const CHUNK = 50_000;

/** Indexes that are built anew after many rows have come in, as any restoring of a database does. */
const REBUILT = ['states', 'obligations', 'search', 'handling'];

export async function filler(root, dataDir, bigrams) {
  const superuser = new pg.Client({ connectionString: superuserUrl(dataDir) });
  await superuser.connect();
  await superuser.query("alter system set max_wal_size = '6GB'");
  await superuser.query("alter system set checkpoint_timeout = '30min'");
  await superuser.query('select pg_reload_conf()');
  await superuser.query("set maintenance_work_mem = '1GB'");
  await superuser.query('set synchronous_commit = off');
  const folder = path.join(dataDir, 'filling');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const { rows } = await superuser.query("select agency_id from zz.states where kind = 'agency'");
  const [{ agency_id: agency }] = rows;
  const phrased = { phrases: phrasesOf(root), bigrams: remembering(bigrams) };
  const played = { whole: await wholeStates(superuser), duties: await playedDuties(superuser) };
  let there = 0;
  return {
    agency,
    /** Until ours has so many cases; answers with how long it took and what came of it. */
    async to(size, { events = false } = {}) {
      const began = performance.now();
      const indexes = await dropped(superuser);
      const sets = [
        { agency, from: there, until: size, played },
        ...Array.from({ length: AROUND }, (_, n) => ({
          agency: `around-${String(n + 1).padStart(2, '0')}`,
          from: Math.floor((there * AROUND_SHARE) / AROUND),
          until: Math.floor((size * AROUND_SHARE) / AROUND),
          played: { ...played, whole: [] },
        })),
      ];
      for (const { agency, from, until, played } of sets)
        for (let at = from; at < until; at += CHUNK)
          await chunk(superuser, folder, {
            agency,
            at,
            until: Math.min(until, at + CHUNK),
            ...phrased,
            ...played,
          });
      await superuser.query(`insert into zz.handling (agency_id, stream, officer, stage, opened_at)
        select t.agency_id, t.stream, u.officer, t.stage, t.opened_at
        from zz.states t cross join lateral unnest(t.handlers) u (officer) on conflict do nothing`);
      for (const definition of indexes) await superuser.query(definition);
      if (events) await superuser.query(EVENTS);
      await superuser.query('alter table zz.states enable trigger user');
      await superuser.query('vacuum analyze zz.states, zz.obligations, zz.search, zz.handling, zz.events');
      await superuser.query('checkpoint');
      there = size;
      const { rows } = await superuser.query(
        'select pg_database_size(current_database())::float8 as bytes, (select count(*) from zz.obligations) as owed',
      );
      return {
        seconds: (performance.now() - began) / 1000,
        gib: rows[0].bytes / 2 ** 30,
        owed: rows[0].owed,
      };
    },
    end: () => superuser.end(),
  };
}

/** One event behind each case, as long as that of a letter received. */
const EVENTS = `insert into zz.events (agency_id, stream, version, type, data, salt, act_id, act_seq, act_name,
    act_digest, actor, occurred_at, recorded_at)
  select agency_id, stream, 1, 'case.lead-registered', data #>> '{entries,0}', md5(stream), stream, 1,
    'case.register-lead', md5(stream), '{}', opened_at, opened_at
  from zz.states where fold = 'bench' on conflict do nothing`;

/** Runs of Chinese in the stories: what people would write, and no real name. */
function phrasesOf(root) {
  const folder = path.join(root, 'scenarios', 'stories');
  const texts = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => text.match(/\p{Script=Han}{6,24}/gu) ?? []))];
}

/** Phrases come again and again; names and numbers do not, and are not kept. */
function remembering(bigrams) {
  const known = new Map();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const grams = bigrams(line);
    if (known.size < 20_000) known.set(line, grams);
    return grams;
  };
}

/** Files as the stories left them: one in twenty is as large as these. */
async function wholeStates(superuser) {
  const { rows } = await superuser.query(
    "select data::text from zz.states where kind = 'case' order by length(data::text) desc limit 5",
  );
  return rows.map((row) => row.data);
}

/** One duty of handlers and one of the head of a unit, as the stories left them. */
async function playedDuties(superuser) {
  const { rows } = await superuser.query(
    `select distinct on (owed_by) owed_by, id, duty, label, derivation::text from zz.obligations
     where stream like 'case/%' and owed_by in ('handlers', 'unit-head') order by owed_by, stream, id`,
  );
  return Object.fromEntries(rows.map((row) => [row.owed_by, row]));
}

async function dropped(superuser) {
  const { rows } = await superuser.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'zz' and c.relname = any($1) and not i.indisunique`,
    [REBUILT],
  );
  await superuser.query('alter table zz.states disable trigger user');
  for (const { name } of rows) await superuser.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

async function chunk(superuser, folder, { agency, at, until, ...made }) {
  const copies = [
    ['states', 'agency_id, stream, kind, version, fold, data, summary, opened_at, changed_at, late_from'],
    ['search', 'agency_id, stream, kind, text, grams, year'],
    [
      'obligations',
      `agency_id, stream, id, duty, label, per, subject, owed_by, roles, assignees, from_at, due_at, lawful_due_at,
       remind_at, met_at, derivation`,
    ],
  ].map(([table, columns]) => ({ table, columns, lines: [] }));
  for (let n = at; n < until; n++) {
    const rows = caseRows(agency, n, until, made);
    for (const [index, { lines }] of copies.entries()) lines.push(...rows[index]);
  }
  for (const { table, columns, lines } of copies) {
    const file = path.join(folder, table);
    const handle = openSync(file, 'w', 0o644);
    writeSync(handle, lines.map((line) => `${line.map(escaped).join('\t')}\n`).join(''));
    closeSync(handle);
    await superuser.query(`copy zz.${table} (${columns}) from '${file}'`);
    rmSync(file);
  }
}

function escaped(value) {
  return value === null
    ? '\\N'
    : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

const KINDS = ['协会', '商会', '学会', '基金会', '研究会', '服务中心'];
const STAGES = ['initiation', 'investigation', 'decision', 'execution'];

function caseRows(agency, n, size, { phrases, bigrams, whole, duties }) {
  const random = randomFrom(n + 1);
  const among = (list) => list[Math.floor(random() * list.length)];
  const stream = `case/02${String(n).padStart(24, '0')}`;
  // Evenly over ten years whatever the size, so that "newest" means the same days.
  const opened = LAST_DAY - Math.floor(frac(n * 0.6180339887) * (LAST_DAY - FIRST_DAY));
  const open = (LAST_DAY - opened) / (LAST_DAY - FIRST_DAY) < OPEN.newest || n % OPEN.older === 0;
  const openedAt = instant(opened);
  const party = `示范${han(random)}${han(random)}${han(random)}${han(random)}${among(KINDS)}`;
  const words = Array.from({ length: 6 }, () => among(phrases));
  const mine = n % 20 === 0;
  const others = Math.max(2, Math.floor(size / CASES_EACH));
  const handlers =
    mine && (!open || n / 20 < OWN_OPEN) ? ['zhou', 'he'] : [`o-${n % others}`, `o-${(n + 1) % others}`];
  const stage = open ? among(STAGES) : 'archive';
  const summary = {
    ...{
      number: `示民执〔${openedAt.slice(0, 4)}〕${n} 号`,
      title: words[0],
      parties: [party],
      stage,
      handlers,
    },
    ...{ defects: n % 50 === 0 ? 1 : 0, opened: openedAt, changed: openedAt },
    looked: { first: openedAt.slice(0, 10), last: openedAt.slice(0, 10) },
  };
  const lines = [summary.number, party, ...words];
  const text = lines.join('\n');
  const due = instant(opened + (open && n % 10 !== 0 ? 400 : 30) * 86_400_000);
  const entry = (id, kind, data) => ({
    ...{ id, kind, act: 'case.register-lead', at: openedAt, enteredAt: openedAt, version: 1, data },
    ...{
      by: { account: 'bench', name: '周承办', officer: 'zhou' },
      record: {},
      defects: [],
      corrections: [],
    },
  });
  const state = {
    ...{ stream, agency, version: 2 },
    entries: [
      entry('lead', 'lead', { source: 'complaint', summary: words.join('，') }),
      entry('party', 'party', { name: party, kind: 'social-organisation' }),
    ],
  };
  const data = whole.length > 0 && n % 20 === 7 ? among(whole) : JSON.stringify(state);
  const duty = (owedBy, assignees, met) => {
    const { id, duty, label, derivation } = duties[owedBy];
    return [
      ...[agency, stream, id, duty, label, 'case', 'case', owedBy, `{${owedBy}}`, `{${assignees.join()}}`],
      ...[openedAt, due, due, due, met, derivation],
    ];
  };
  const obligations = open
    ? [duty('handlers', handlers, null), ...(n % 5 === 0 ? [duty('unit-head', [], null)] : [])]
    : [duty('handlers', handlers, openedAt)];
  return [
    [
      [
        ...[agency, stream, 'case', '2', 'bench', data, JSON.stringify(summary), openedAt, openedAt],
        open ? due : null,
      ],
    ],
    [
      [
        agency,
        stream,
        'case',
        text,
        `{${[...new Set(lines.flatMap(bigrams))].join()}}`,
        openedAt.slice(0, 4),
      ],
    ],
    obligations,
  ];
}

function instant(moment) {
  return `${new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function frac(number) {
  return number - Math.floor(number);
}

function han(random) {
  return String.fromCodePoint(0x4e00 + Math.floor(random() * 6000));
}

/** Small and repeatable: runs on different days fill in the same cases. */
function randomFrom(seed) {
  let a = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

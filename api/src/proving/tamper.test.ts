import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseAtWork, person } from '../testing/case-at-work.ts';
import { countEvents } from '../testing/count-events.ts';
import { filesUnder } from '../testing/files-under.ts';
import { ownerOf } from '../testing/owner-query.ts';
import type { Owner } from '../testing/owner-query.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { newAccount } from '../testing/signed-in.ts';
import { testInstance } from '../testing/test-instance.ts';
import type { TestInstance } from '../testing/test-instance.ts';
import { verifiedAgain } from '../testing/verified-again.ts';
import type { Check, Discrepancy } from './discrepancy.ts';
import type { SoFar, VerifyOptions } from './verify.ts';

const agency = 'wuhan-civil-affairs';

let house: TestInstance;
let owner: Owner;
/** A published case against a natural person, with a file in it. */
let file: CaseAtWork;
let blob = '';

beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
  const { cookie } = await newAccount(house.instance, {
    ...{ agency, name: '周承办', administrator: false, officer: 'zhou' },
  });
  const stored = await rawRequest(house.instance.url, '/api/attachments?name=a.txt', {
    ...{ method: 'POST', headers: { 'x-zhaozhang': '1', cookie }, body: ['笔录原件'] },
  });
  ({ blob } = JSON.parse(stored.text) as { blob: string });
  file = await new CaseAtWork(house.client, person).upTo('assigned');
  const told = await file.lawful('interviewed');
  await file.do({ ...told, record: { ...told.record, 'interview.attachments': [{ blob, name: 'a.txt' }] } });
  await file.upTo('published');
  await file.view();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await house.end();
});

/** Undoes what was done. */
type Undo = () => Promise<void>;

/** Rows of a table as they are, to be put back just so. */
async function keeping(table: string, where: string): Promise<Undo> {
  const rows = await owner.query(`select to_jsonb(t) as row from ${table} t where ${where}`);
  expect(rows.length).toBeGreaterThan(0);
  const names = (await columns(table)).join(', ');
  return async () => {
    await owner.query(`delete from ${table} where ${where}`);
    // What the database itself keeps beside a state comes back with it.
    if (table === 'zz.states') await owner.query(`delete from zz.handling where ${where}`);
    await owner.query(
      `insert into ${table} (${names}) overriding system value
       select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.map((one) => one['row']))],
    );
  };
}

/** The same of several tables. */
async function keepingAll(which: readonly (readonly [string, string])[]): Promise<Undo> {
  const undo: Undo[] = [];
  for (const [table, where] of which) undo.push(await keeping(table, where));
  return async () => {
    for (const one of undo) await one();
  };
}

async function columns(table: string): Promise<readonly string[]> {
  const rows = await owner.query(
    `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  );
  return rows.map((row) => String(row['attname']));
}

/** Changes rows as only somebody with the database in hand could. */
function changing(table: string, where: string, ...changes: string[]): () => Promise<Undo> {
  return async () => {
    const undo = await keeping(table, where);
    for (const change of changes) await owner.query(change);
    return undo;
  };
}

/** Changes bytes of a file, or takes it away. */
function damaging(find: () => string, damage: (bytes: Buffer) => Buffer | undefined): () => Promise<Undo> {
  return async () => {
    const path = find();
    const bytes = readFileSync(path);
    const damaged = damage(Buffer.from(bytes));
    rmSync(path);
    if (damaged !== undefined) writeFileSync(path, damaged);
    return async () => {
      rmSync(path, { force: true });
      writeFileSync(path, bytes);
    };
  };
}

function flipped(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

/** How far a tile reaches: narrower forms of it stay on disk, and nobody misses one of those. */
function reach(path: string): number {
  const [, n = '0', width = '256'] = /(\d{3})(?:\.p[/\\](\d+))?$/.exec(path) ?? [];
  return Number(n) * 256 + Number(width);
}
const logged = (part: string) => () => {
  const found = filesUnder(join(house.dataDir, 'log', 'tile', part))
    .toSorted((a, b) => reach(a) - reach(b))
    .at(-1);
  if (found === undefined) throw new Error('日志里没有这样的文件');
  return found;
};
const stored = (kind: 'sha256' | 'sm3') => () => {
  const digest = blob.slice('sha256:'.length);
  return join(house.dataDir, 'blobs', kind, digest.slice(0, 2), digest);
};

async function verify(options: VerifyOptions = {}): Promise<readonly Discrepancy[]> {
  return (await verifiedAgain(house, options)).discrepancies;
}

const told = (found: readonly Discrepancy[]) => found.map((one) => `${one.where} ${one.what}`).join('\n');
const stream = () => file.stream;
const nth = (version: number) => `stream = '${stream()}' and version = ${version}`;
const whole = () => `stream = '${stream()}'`;
const number = (version: number) => `${agency} ${stream()} 第 ${version} 号事件`;

/** Something done to an installation behind its back. */
interface Tampering {
  readonly what: string;
  readonly tamper: () => Promise<Undo>;
  /** One of the findings is of this kind. */
  readonly check: Check;
  /** What is said of it holds this: where it was done. */
  readonly says: () => string;
}

const editedColumn = (what: string, set: string): Tampering => ({
  what: `改了一条事件的${what}`,
  tamper: () => changing('zz.events', nth(4), `update zz.events set ${set} where ${nth(4)}`)(),
  check: 'log',
  says: () => number(4),
});

const tamperings: readonly Tampering[] = [
  {
    what: '改了一条事件的内容',
    tamper: () =>
      changing(
        'zz.events',
        nth(5),
        `update zz.events set data = replace(data, '超出章程', '没有超出章程') where ${nth(5)}`,
      )(),
    ...{ check: 'log', says: () => number(5) },
  },
  editedColumn('办理人的姓名', `actor = jsonb_set(actor, '{name}', '"某甲"')`),
  editedColumn('办理人的账户', `actor = jsonb_set(actor, '{account}', '"某甲"')`),
  editedColumn('发生时刻', `occurred_at = occurred_at - interval '1 day'`),
  editedColumn('录入时刻', `recorded_at = recorded_at - interval '1 day'`),
  editedColumn('行为的名称', `act_name = 'case.publish'`),
  editedColumn('所根据的版本', `read = jsonb_set(read, '{agency/wuhan-civil-affairs}', '1')`),
  editedColumn('加的盐', `salt = 'x'`),
  editedColumn('行为的摘要', `act_digest = 'x'`),
  {
    what: '改了查看记录里的人',
    tamper: () =>
      changing(
        'zz.events',
        `stream = 'access/${stream()}' and version = 1`,
        `update zz.events set actor = jsonb_set(actor, '{name}', '"某甲"') where stream = 'access/${stream()}' and version = 1`,
      )(),
    ...{ check: 'log', says: () => `access/${stream()} 第 1 号事件` },
  },
  {
    what: '抽走中间一条事件',
    tamper: () => changing('zz.events', nth(5), `delete from zz.events where ${nth(5)}`)(),
    ...{ check: 'log', says: () => number(5) },
  },
  {
    what: '抽走中间一条事件，断在哪里也说',
    tamper: () => changing('zz.events', nth(5), `delete from zz.events where ${nth(5)}`)(),
    ...{ check: 'event', says: () => '应为第 5 号，却是第 6 号' },
  },
  {
    what: '抽走最后一条事件，状态也改成没有它的样子',
    tamper: async () => {
      const [row] = await owner.query(`select max(version) as last from zz.events where ${whole()}`);
      const last = Number(row?.['last']);
      const undo = await keepingAll([
        ['zz.events', nth(last)],
        ['zz.states', whole()],
      ]);
      await owner.query(`delete from zz.events where ${nth(last)}`);
      await owner.query(`update zz.states set version = version - 1 where ${whole()}`);
      return undo;
    },
    ...{ check: 'log', says: () => '数据库中没有或者另在别处' },
  },
  {
    what: '插进一条事件',
    tamper: async () => {
      const names = await columns('zz.events');
      const taken: Readonly<Record<string, string>> = {
        version: 'version + 1',
        act_id: `'01INSERTED'`,
        position: '(select max(position) + 1 from zz.events)',
      };
      await owner.query(
        `insert into zz.events (${names.join(', ')}) overriding system value
         select ${names.map((name) => taken[name] ?? name).join(', ')} from zz.events
         where ${whole()} order by version desc limit 1`,
      );
      return async () => void (await owner.query(`delete from zz.events where act_id = '01INSERTED'`));
    },
    ...{ check: 'event', says: () => '既没有入链，也不在待入链之列' },
  },
  {
    what: '把两条事件的号对调',
    tamper: () =>
      changing(
        'zz.events',
        `stream = '${stream()}' and version in (4, 5)`,
        `update zz.events set version = version + 1000 where stream = '${stream()}' and version in (4, 5)`,
        `update zz.events set version = 1009 - version where stream = '${stream()}' and version in (1004, 1005)`,
      )(),
    ...{ check: 'log', says: () => number(4) },
  },
  {
    what: '把两条事件在日志里的位置对调',
    tamper: () => {
      const two = `stream = '${stream()}' and version in (4, 5)`;
      return changing(
        'zz.log_entries',
        two,
        `create temporary table swapped as select version, idx from zz.log_entries where ${two}`,
        `update zz.log_entries set idx = idx + 1000000 where ${two}`,
        `update zz.log_entries t set idx = o.idx from swapped o
         where t.stream = '${stream()}' and t.version = 9 - o.version`,
        'drop table swapped',
      )();
    },
    ...{ check: 'event', says: () => '第 4 号与第 5 号事件的先后被调换过' },
  },
  {
    what: '改了案卷的状态',
    tamper: () =>
      changing(
        'zz.states',
        whole(),
        `update zz.states set data = jsonb_set(data, '{entries,0,data,summary}', '"没有线索"') where ${whole()}`,
      )(),
    ...{ check: 'state', says: () => `${stream()} 状态与事件重新折叠的结果不符` },
  },
  {
    what: '改了列表里的一行',
    tamper: () =>
      changing(
        'zz.states',
        whole(),
        `update zz.states set summary = jsonb_set(summary, '{stage}', '"archived"') where ${whole()}`,
      )(),
    ...{ check: 'state', says: () => `${stream()} 列表所示与案卷得出的不符` },
  },
  {
    what: '把一件案从逾期的里面藏起来',
    tamper: () =>
      changing('zz.states', whole(), `update zz.states set late_from = '2099-01-01' where ${whole()}`)(),
    ...{ check: 'state', says: () => `${stream()} 列表所示与案卷得出的不符` },
  },
  {
    what: '把一件案从承办人名下拿走',
    tamper: () => changing('zz.handling', whole(), `delete from zz.handling where ${whole()}`)(),
    ...{ check: 'state', says: () => `${stream()} 列表所示与案卷得出的不符` },
  },
  {
    what: '抽走案卷的状态',
    tamper: () => changing('zz.states', whole(), `delete from zz.states where ${whole()}`)(),
    ...{ check: 'state', says: () => `${stream()} 有事件而状态缺失` },
  },
  {
    what: '抽走一项待办',
    tamper: () =>
      changing(
        'zz.obligations',
        whole(),
        `delete from zz.obligations where ${whole()} and id = (select min(id) from zz.obligations where ${whole()})`,
      )(),
    ...{ check: 'duty', says: () => `${stream()} 待办缺失` },
  },
  {
    what: '把一项待办的期限推后一天',
    tamper: () =>
      changing(
        'zz.obligations',
        whole(),
        `update zz.obligations set due_at = due_at + interval '1 day' where ${whole()} and due_at is not null`,
      )(),
    ...{ check: 'duty', says: () => `${stream()} 待办与重新计算的不符` },
  },
  {
    what: '改了检索的文字',
    tamper: () => changing('zz.search', whole(), `update zz.search set text = '别的话' where ${whole()}`)(),
    ...{ check: 'search', says: () => stream() },
  },
  {
    what: '改了公示页',
    tamper: () =>
      changing(
        'published.decisions',
        `id = '${file.id}'`,
        `update published.decisions set page = jsonb_set(page, '{facts}', '"没有违法事实"') where id = '${file.id}'`,
      )(),
    ...{ check: 'published', says: () => stream() },
  },
  {
    what: '抽走公示页',
    tamper: () =>
      changing(
        'published.decisions',
        `id = '${file.id}'`,
        `delete from published.decisions where id = '${file.id}'`,
      )(),
    ...{ check: 'published', says: () => stream() },
  },
  {
    what: '把两处加密信息对调',
    tamper: async () => {
      const undo = await keeping('zz.sealed', `subject = '${stream()}'`);
      await owner.query(
        `with two as (select ref, ciphertext, row_number() over (order by ref) as n from zz.sealed
           where subject = '${stream()}' order by ref limit 2)
         update zz.sealed s set ciphertext = o.ciphertext from two mine, two o
         where s.ref = mine.ref and o.n = 3 - mine.n`,
      );
      return undo;
    },
    ...{ check: 'sealed', says: () => '被改动或者调换过' },
  },
  {
    what: '抽走一处加密信息',
    tamper: () =>
      changing(
        'zz.sealed',
        `subject = '${stream()}'`,
        `delete from zz.sealed where ref = (select min(ref) from zz.sealed where subject = '${stream()}')`,
      )(),
    ...{ check: 'sealed', says: () => '缺失' },
  },
  {
    what: '改了附件的一个比特',
    tamper: () => damaging(stored('sha256'), flipped)(),
    ...{ check: 'blob', says: () => `${stream()} 附件 ${blob.slice(7, 23)}… 的内容被改动过` },
  },
  {
    what: '抽走附件',
    tamper: () => damaging(stored('sha256'), () => undefined)(),
    ...{ check: 'blob', says: () => `${stream()} 附件 ${blob.slice(7, 23)}… 缺失` },
  },
  {
    what: '改了附件的第二摘要',
    tamper: () =>
      damaging(stored('sm3'), (bytes) =>
        Buffer.from(bytes.toString().replace(/^./, (one) => (one === '0' ? '1' : '0'))),
      )(),
    ...{ check: 'blob', says: () => stream() },
  },
  {
    what: '改了日志条目的一个字节',
    tamper: () => damaging(logged('entries'), flipped)(),
    ...{ check: 'log', says: () => 'tile/entries/' },
  },
  {
    what: '改了日志散列的一个字节',
    tamper: () => damaging(logged('0'), flipped)(),
    ...{ check: 'log', says: () => 'tile/0/' },
  },
  {
    what: '抽走日志的一个文件',
    tamper: () => damaging(logged('entries'), () => undefined)(),
    ...{ check: 'log', says: () => 'tile/entries/' },
  },
  {
    what: '改了检查点',
    tamper: () =>
      damaging(
        () => join(house.dataDir, 'log', 'checkpoint'),
        (bytes) => Buffer.from(bytes.toString().replace(/\n(\d)/, '\n1$1')),
      )(),
    ...{ check: 'log', says: () => 'checkpoint' },
  },
  {
    what: '改了留存的规则包',
    tamper: () =>
      changing(
        'zz.bundles',
        `digest = (select bundle from zz.events where ${nth(3)})`,
        `update zz.bundles set text = replace(text, '听证', '听政') where digest = (select bundle from zz.events where ${nth(3)})`,
      )(),
    ...{ check: 'decision', says: () => '所依据的规则包没有留存' },
  },
];

describe('核验找得到改动', () => {
  it('没有动过的，没有不符', async () => {
    expect(await verify()).toEqual([]);
  });

  it.each(tamperings.map((one) => [one.what, one] as const))(
    '%s：找得到，说得出在哪里',
    { timeout: 30_000 },
    async (_what, { tamper, check, says }) => {
      await house.instance.world.sequencer.drain();
      const undo = await tamper();
      let found: readonly Discrepancy[];
      try {
        found = await verify({ lawful: check === 'decision' });
      } finally {
        await undo();
      }
      expect(told(found)).toContain(says());
      expect(found.map((one) => one.check)).toContain(check);
      for (const one of found) expect(one.what).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it('一处改动重新判定也通不过：只有改动的那一件说不通', async () => {
    const undo = await changing(
      'zz.events',
      nth(5),
      `update zz.events set data = replace(data, '超出章程', '没有超出章程') where ${nth(5)}`,
    )();
    const found = await verify();
    await undo();
    expect(
      found.filter((one) => one.check === 'decision').map((one) => one.where.includes(stream())),
    ).toEqual(expect.arrayContaining([true]));
    expect(found.every((one) => one.where.includes(stream()))).toBe(true);
  });

  it('把整套数据换成旧的：另存的检查点说得出，没有另存的说不出', async () => {
    const { world } = house.instance;
    await world.sequencer.drain();
    const log = join(house.dataDir, 'log');
    cpSync(log, `${log}.old`, { recursive: true });
    const later = await new CaseAtWork(house.client).upTo('lead');
    await world.sequencer.drain();
    const elsewhere = world.log.checkpoint();
    const mine = `stream in ('${later.stream}', 'access/${later.stream}')`;
    const tables = ['zz.events', 'zz.states', 'zz.obligations', 'zz.search', 'zz.log_entries'];
    const undo = await keepingAll(tables.map((table) => [table, mine]));
    for (const table of tables) await owner.query(`delete from ${table} where ${mine}`);
    renameSync(log, `${log}.new`);
    renameSync(`${log}.old`, log);
    const [trusting, knowing] = [await verify(), await verify({ against: [elsewhere] })];
    rmSync(log, { recursive: true });
    renameSync(`${log}.new`, log);
    await undo();
    expect(trusting).toEqual([]);
    expect(knowing.map((one) => one.check)).toEqual(['log']);
    expect(told(knowing)).toContain('日志被回退');
    expect(await verify({ against: [elsewhere] })).toEqual([]);
  });

  it('已入链的事件又放进待入链的队列：日志里不会有第二条算数的', async () => {
    const { world } = house.instance;
    const [row] = await owner.query(
      `select position, agency_id, stream, version from zz.events where ${nth(2)}`,
    );
    const before = await countEvents(owner);
    await owner.query(
      'insert into zz.outbox (position, agency_id, stream, version) values ($1, $2, $3, $4)',
      [row?.['position'], row?.['agency_id'], row?.['stream'], row?.['version']],
    );
    // The first attempt may find that the event is logged already; from then on the sequencer looks first.
    await world.sequencer.drain().catch(() => undefined);
    await world.sequencer.drain().catch(() => undefined);
    const size = world.log.size();
    await world.sequencer.drain();
    expect(world.log.size()).toBe(size);
    expect(await owner.query('select 1 from zz.outbox')).toEqual([]);
    expect(await countEvents(owner)).toBe(before);
    const found = await verify();
    expect(found.every((one) => one.where.includes(`${stream()} 第 2 号事件`))).toBe(true);
    expect(found.length).toBeLessThanOrEqual(1);
  });
});

describe('中断的核验', () => {
  it('接着做：得出的与一气做完的相同，做过的不再做', async () => {
    const wholeReport = await verifiedAgain(house);
    for (const stopAfter of [3, 40, wholeReport.acts + 2]) {
      let left: SoFar | undefined;
      let steps = 0;
      const cut = verifiedAgain(house, {
        onProgress: (soFar) => {
          steps += 1;
          if (steps < stopAfter) return;
          left = structuredClone(soFar());
          throw new Error('断电');
        },
      });
      await expect(cut).rejects.toThrow('断电');
      let more = 0;
      const resumed = await verifiedAgain(house, {
        from: left,
        onProgress: () => {
          more += 1;
        },
      });
      expect(resumed).toEqual(wholeReport);
      expect(more).toBe(wholeReport.acts + wholeReport.streams - stopAfter);
    }
  });
});

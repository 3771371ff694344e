import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dutiesOf } from './acts/derived.ts';
import { statesOf } from './acts/stored-states.ts';
import type { CalendarReading, CalendarView, Problem, RecomputationView } from './contract/index.ts';
import { recomputer } from './recomputing/recomputer.ts';
import { CaseAtWork, administrator, answerTo, handler, nextWorkday } from './testing/case-at-work.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

const agency = 'wuhan-civil-affairs';
const reading = '/api/law/calendar/reading';

let house: TestInstance;
let owner: Owner;
/** Its clocks run in January 2026; every other case of this file is left as it was filed. */
let early: CaseAtWork;
let file2026 = '';

beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
  file2026 = readFileSync(join(house.instance.world.places.law, 'calendar/CN/2026.yaml'), 'utf8');
  early = await new CaseAtWork(house.client).upTo('lead');
});
afterAll(async () => {
  await owner.end();
  await house.end();
});

async function asked<T>(by: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await house.client.request(by, method, path, body);
  return (await response.json()) as T;
}
const read = (question: object) => asked<CalendarReading>(administrator, 'POST', reading, question);
const yearOf = (year: number) => asked<CalendarView>(administrator, 'GET', `/api/law/calendar/${year}`);
const publish = (input: object, id = ulid()) =>
  answerTo(house.client, administrator, { id, name: 'agency.publish-calendar', input });

/** The year's file with one more notice that frees or works some days. */
function adjusted(line: string): string {
  return `${file2026.replace(
    'holidays:',
    '  - { number: 国办发明电〔2026〕1号, title: 调整放假安排的通知, issued: 2026-01-04 }\nholidays:',
  )}  - ${line}\n`;
}

async function settled(year: number): Promise<RecomputationView> {
  for (let tries = 0; tries < 200; tries++) {
    const view = await asked<RecomputationView>(handler, 'GET', `/api/law/calendar/${year}/recomputation`);
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('重算没有完');
}

const written = async (): Promise<Readonly<Record<string, unknown>>> =>
  Object.fromEntries(
    (
      await owner.query(
        `select stream || ' ' || id as key, xmin::text from zz.obligations where stream like 'case/%'`,
      )
    ).map((row) => [String(row['key']), row['xmin']]),
  );

const form2027 = {
  ...{ year: '2027', number: '国办发明电〔2026〕9号', title: '国务院办公厅关于2027年部分节假日安排的通知' },
  issued: '2026-01-05',
  off: [
    { name: '元旦', first: '2027-01-01', last: '2027-01-03' },
    { name: '春节', first: '2027-02-05', last: '2027-02-11' },
    { name: '清明节', first: '2027-04-03', last: '2027-04-05' },
    { name: '劳动节', first: '2027-05-01', last: '2027-05-05' },
    { name: '端午节', first: '2027-06-09', last: '2027-06-09' },
    { name: '中秋节', first: '2027-09-15', last: '2027-09-15' },
    { name: '国庆节', first: '2027-10-01', last: '2027-10-07' },
  ],
  work: [{ day: '2027-01-30' }, { day: '2027-10-09' }],
};

describe('试读放假通知', () => {
  it('照通知填写：法定节假日自己认出，说出哪些日子改变', async () => {
    const { faults, draft } = await read({ form: form2027 });
    expect(faults).toEqual([]);
    expect(draft).toMatchObject({ year: 2027, standing: 'provisional', cases: 0, open: 0 });
    const changed = Object.fromEntries(
      (draft?.days ?? []).map((one) => [one.day, [one.before.kind, one.after.kind, one.after.name]]),
    );
    expect(changed['2027-01-30']).toEqual(['weekend', 'makeup', '春节']);
    expect(changed['2027-02-09']).toEqual(['workday', 'bridge', '春节']);
    expect(changed['2027-02-05']).toBeUndefined();
    expect(draft?.workdays.before).toBeGreaterThan(draft?.workdays.after ?? 0);
    const input = draft?.input as { holidays: { name: string; statutory?: string[] }[] };
    expect(input.holidays.find((one) => one.name === '春节')?.statutory).toEqual([
      '02-05',
      '02-06',
      '02-07',
      '02-08',
    ]);
  });

  it.each<[string, object, string, RegExp]>([
    ['年份不成年份', { year: '二六' }, 'year', /四位年份/],
    ['没有文号', { number: ' ' }, 'number', /文号/],
    ['成文日期写错', { issued: '2026-13-01' }, 'issued', /实际存在/],
    ['成文日期还没有到', { issued: '2026-12-01' }, 'issued', /还没有到/],
    [
      '末日早于首日',
      { off: [{ name: '元旦', first: '2027-01-03', last: '2027-01-01' }] },
      'off.0.last',
      /早于/,
    ],
    [
      '跨年',
      { off: [{ name: '元旦', first: '2026-12-31', last: '2027-01-03' }] },
      'off.0.first',
      /不在 2027 年/,
    ],
    ['漏了法定节假日', { off: form2027.off.slice(1) }, 'off', /元旦（1 月 1 日 周五）是法定节假日/],
    ['调休写成平日', { work: [{ day: '2027-01-27' }] }, 'work', /本来就上班/],
    ['一日既放假又上班', { work: [{ day: '2027-02-06' }] }, 'off', /既放假又上班/],
  ])('%s的，说出哪一栏和怎么改', async (_what, more, field, says) => {
    const { faults, draft } = await read({ form: { ...form2027, ...more } });
    expect(draft).toBeUndefined();
    expect(faults.map((one) => one.field)).toContain(field);
    const found = faults.find((one) => one.field === field);
    expect(found?.says).toMatch(says);
    expect(`${found?.where ?? ''}${found?.says ?? ''}`).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('日历文件：不是合格写法的说出第几行，暂定的不收，写错栏目的说出哪一栏', async () => {
    const says = async (text: string) =>
      (await read({ text })).faults.map((one) => `${one.where} ${one.says}`);
    expect(await says('')).toEqual(['日历文件 没有内容；粘贴全文，或者选择文件']);
    expect((await says('year: 2026\n  a: [')).join('')).toMatch(/第 \d 行的写法不对/);
    expect((await says('[1]')).join('')).toContain('不是一年的日历');
    expect((await says(file2026.replace('announced', 'provisional'))).join('')).toContain(
      '还不是已公布的安排',
    );
    expect((await says(file2026.replace('04-04..04-06', '04-31'))).join('')).toContain('节日安排第 3 项放假');
  });

  it('只有管理员能够试读和录入', async () => {
    for (const [path, body] of [
      [reading, { form: form2027 }],
      ['/api/acts', { id: ulid(), name: 'agency.publish-calendar', input: {} }],
    ] as const) {
      const problem = await asked<Problem>(handler, 'POST', path, body);
      expect([problem.status, problem.title]).toEqual([403, '只有管理员能够录入放假通知']);
    }
  });
});

describe('录入放假通知', () => {
  it('没有案件跨过的年份：录入后即为已公布，没有一行改写', async () => {
    const before = await written();
    expect(Object.keys(before).length).toBeGreaterThan(0);
    const { draft } = await read({ form: form2027 });
    expect((await publish(draft?.input ?? {})).status).toBe(201);
    expect(await settled(2027)).toMatchObject({ state: 'done', total: 0, cases: 0, changes: [] });
    expect(await yearOf(2027)).toMatchObject({ provisional: false, notices: [{ issued: '2026-01-05' }] });
    expect(await written()).toEqual(before);
  });

  it('更换已公布的年份：没有理由被拒，写明理由办成；只有跨过的案卷改写，列出新旧日期和由来', async () => {
    for (let days = 0; days < 40; days++) await nextWorkday(house.client);
    const late = await new CaseAtWork(house.client).upTo('filed');
    const before = await written();
    // 早先的案卷的期限在一月，后来的跨过三月。
    const { draft } = await read({ text: adjusted('{ name: 临时放假, off: 03-12..03-13 }') });
    expect(draft).toMatchObject({ standing: 'announced', cases: 1, open: 1 });
    expect(draft?.days.map((one) => [one.day, one.before.kind, one.after.kind])).toEqual([
      ['2026-03-12', 'workday', 'bridge'],
      ['2026-03-13', 'workday', 'bridge'],
    ]);
    const refused = await publish(draft?.input ?? {});
    expect(refused.problem?.refusals).toMatchObject([{ code: 'CALENDAR_ANNOUNCED', field: 'input.reason' }]);
    const digestBefore = (
      await owner.query(`select bundle from zz.events order by position desc limit 1`)
    )[0];
    expect((await publish({ ...draft?.input, reason: '国务院另有通知' })).status).toBe(201);
    const result = await settled(2026);
    expect(result).toMatchObject({ state: 'done', total: 1, cases: 1, movedCases: 1, more: false });
    const after = await written();
    const rewritten = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(rewritten.length).toBeGreaterThan(0);
    expect(rewritten.every((key) => key.startsWith(late.stream))).toBe(true);
    expect(Object.keys(after).some((key) => key.startsWith(early.stream))).toBe(true);
    const [change] = result.changes;
    expect(change).toMatchObject({ stream: late.stream });
    expect((change?.before?.lawfulDue ?? '') < (change?.after?.lawfulDue ?? '')).toBe(true);
    expect(change?.after?.sentences.join('')).toContain('临时放假');
    // 此后的行为依据新的规则束，旧的仍在。
    await late.step('assigned');
    const digestAfter = (await owner.query(`select bundle from zz.events order by position desc limit 1`))[0];
    expect(digestAfter).not.toEqual(digestBefore);
    const rows = await house.instance.world.store.obligationsOf(agency, late.stream);
    expect(rows.some((row) => JSON.stringify(row.derivation).includes('临时放假'))).toBe(true);
  });

  it('每个事件仍按它写明的规则束重新判定，没有不符', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
  });

  it('重算中断之后接着算，每件恰好一次；再看一遍什么也不做', async () => {
    const { store, lawBook, clock } = house.instance.world;
    for (let n = 0; n < 60; n++) await new CaseAtWork(house.client).upTo('filing-reviewed');
    // 服务不知道的一次更换：录入之后、重算之前被强行终止。
    const stubborn = recomputerThatFails();
    const { draft } = await read({ text: adjusted('{ name: 临时放假, off: [03-12..03-13, 03-16] }') });
    const { recomputer: real } = house.instance.world;
    const { look, follow } = real;
    (real as { look: unknown }).look = () => Promise.resolve();
    // Whoever opens a page would set it going again.
    (real as { follow: unknown }).follow = () => undefined;
    expect((await publish({ ...draft?.input, reason: '国务院另有通知' })).status).toBe(201);
    (real as { look: unknown }).look = look;
    await stubborn.look(agency);
    const half = (await store.recomputing.list(agency))[0];
    expect([half?.cases, half?.finishedAt]).toEqual([50, undefined]);
    expect(await settled(2026)).toMatchObject({ state: 'interrupted', cases: 50 });
    await stubborn.stop();
    (real as { follow: unknown }).follow = follow;

    await recomputer({ store, lawBook, clock }, (error) => expect(error).toBeUndefined()).start();
    const whole = (await store.recomputing.list(agency))[0];
    expect([whole?.n, whole?.cases, whole?.finishedAt === undefined]).toEqual([half?.n, whole?.total, false]);
    expect(whole?.total).toBeGreaterThan(50);
    const before = await written();
    await real.look(agency);
    expect(await written()).toEqual(before);
    expect((await store.recomputing.list(agency))[0]).toEqual(whole);

    function recomputerThatFails() {
      let batches = 0;
      const failing = {
        ...store,
        recomputing: {
          ...store.recomputing,
          take: (batch: Parameters<typeof store.recomputing.take>[0]) => {
            batches += 1;
            return batches > 1 ? Promise.reject(new Error('断电')) : store.recomputing.take(batch);
          },
        },
      };
      return recomputer({ store: failing, lawBook, clock }, () => undefined);
    }
  });

  it('重算出来的每一行，与按现在的法重新计算全部案卷所得的相同', async () => {
    const { store, lawBook } = house.instance.world;
    const stream = `agency/${agency}`;
    const state = (await statesOf(store, agency, [stream])).get(stream) as never;
    const { law } = await lawBook.forAgency(state, '2026-03-09' as never);
    const { rows } = await store.listCases(agency, { limit: 200, whole: true });
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      const wanted = dutiesOf(row.state as never, law).obligations;
      const stored = await store.obligationsOf(agency, row.stream);
      const dates = (
        list: readonly { id: string; dueAt?: string | undefined; lawfulDueAt?: string | undefined }[],
      ) => list.map((one) => `${one.id} ${one.dueAt ?? ''} ${one.lawfulDueAt ?? ''}`).sort();
      expect(dates(stored)).toEqual(dates(wanted));
    }
  });

  it('以上没有一次让服务器出故障', () => {
    expect(house.faults).toEqual([]);
  });
});

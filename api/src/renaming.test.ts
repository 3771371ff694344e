import { addDays, dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgencyView, Me } from './contract/index.ts';
import { administrator, answerTo, CaseAtWork, clockOf, handler } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** A reform gives the agency another name from a day on; what it has made keeps the one it bore that day. */
let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const formerly = '武汉市民政局';
const now = '武汉市社会工作局';
const rename = async (by: string, input: object) =>
  answerTo(house.client, by, {
    ...{ id: ulid(), name: 'agency.rename', record: {}, occurredAt: await clockOf(house.client) },
    input: { name: now, shortName: '武社', document: '武编〔2026〕12 号', ...input },
  });
async function read<T>(path: string, by = administrator): Promise<T> {
  return (await (await house.client.request(by, 'GET', path)).json()) as T;
}
const paper = async (work: CaseAtWork, entry: string): Promise<string> =>
  (await house.client.request(handler, 'GET', `/api/cases/${work.id}/documents/${entry}`)).text();
/** Everything anybody can read: the page of each decision made public. */
async function publicPages(): Promise<readonly string[]> {
  const { url } = house.instance;
  const list = await (await fetch(`${url}/decisions`)).text();
  const links = [...new Set([...list.matchAll(/href="(\/decisions\/[^"/?]+)"/g)].map(([, link]) => link))];
  return Promise.all(links.map(async (link) => (await fetch(`${url}${link}`)).text()));
}
const today = async () => dayOf(instant(await clockOf(house.client)));

describe('机关更名', () => {
  it('只有管理员登记；启用之日不能是今日，说出最早哪一日', async () => {
    const from = await today();
    expect((await rename(handler, { from: addDays(from, 1) })).problem).toMatchObject({ status: 403 });
    const { problem } = await rename(administrator, { from });
    expect(problem?.refusals?.[0]).toMatchObject({ code: 'INPUT_INVALID', field: 'input.from' });
    expect(problem?.refusals?.[0]?.sentence).toContain('最早自');
  });

  it('更名之前的决定书一直是原名，之后的用新的名称和代字；在办案件接着办，公示页各用各的', async () => {
    const before = await new CaseAtWork(house.client).upTo('published');
    const going = await new CaseAtWork(house.client).upTo('decision-approved');
    const from = addDays(await today(), 1);
    expect((await rename(administrator, { from })).problem).toBeUndefined();
    const told = await read<AgencyView>('/api/agency');
    expect(told.name).toBe(formerly);
    expect(told.renamings).toMatchObject([{ name: now, former: formerly, from, begun: false }]);

    await house.client.moveClock(`${from}T09:00`);
    expect((await read<AgencyView>('/api/agency')).renamings).toMatchObject([{ begun: true }]);
    expect((await read<Me>('/api/session')).agency.name).toBe(now);
    await going.upTo('published');

    const [old, fresh] = [
      await paper(before, before.made('decided')),
      await paper(going, going.made('decided')),
    ];
    expect(old).toContain(`<p>${formerly}</p>`);
    expect(old).not.toContain(now);
    expect(fresh).toContain(`<p>${now}</p>`);
    expect(fresh).toMatch(/武社[^<]*〔2026〕/);
    const pages = await publicPages();
    const naming = (name: string) => pages.filter((one) => one.includes(name)).length;
    expect([naming(formerly), naming(now)]).toEqual([1, 1]);
    // 更名之前发出的告知书照旧是原名。
    expect(await paper(going, going.made('noticed'))).toContain(`<p>${formerly}</p>`);
    const { discrepancies } = await verifiedAgain(house);
    expect(discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});

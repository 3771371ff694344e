import { addDays, dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AgencyView,
  CaseView,
  CedingFiles,
  FormView,
  Problem,
  SuccessionView,
} from './contract/index.ts';
import { withInstallation } from './keeping/reach.ts';
import { rebuildAll } from './keeping/rebuild.ts';
import {
  administrator,
  answerTo,
  CaseAtWork,
  clockOf,
  handler,
  person,
  reporter,
  unitHead,
} from './testing/case-at-work.ts';
import { ownerOf } from './testing/owner-query.ts';
import { rawRequest } from './testing/raw-request.ts';
import type { RawAnswer } from './testing/raw-request.ts';
import { secondAgency } from './testing/second-agency.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

/** One agency is joined to another: its files, papers, certificates and public pages go where its power goes. */
const union = 'shili-district';
let house: TestInstance;
let chief = '';
let published: CaseAtWork;
let going: CaseAtWork;
let lead: CaseAtWork;
beforeAll(async () => {
  house = await testInstance();
  chief = await secondAgency(house, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
  published = await new CaseAtWork(house.client, person).upTo('published');
  going = await new CaseAtWork(house.client).upTo('assigned');
  lead = await new CaseAtWork(house.client).upTo('lead');
}, 60_000);
afterAll(() => house.end());

/** A request of the second agency. */
function send(path: string, body?: unknown, cookie = chief): Promise<RawAnswer> {
  return rawRequest(house.instance.url, path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-zhaozhang': '1', 'content-type': 'application/json', cookie },
    body: body === undefined ? [] : [JSON.stringify(body)],
  });
}
async function read<T>(path: string): Promise<T> {
  const answer = await send(path);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as T;
}
async function own<T>(path: string, by = administrator): Promise<T> {
  return (await (await house.client.request(by, 'GET', path)).json()) as T;
}
const cede = async (input: object) =>
  answerTo(house.client, administrator, {
    ...{ id: ulid(), name: 'agency.cede', record: {}, occurredAt: await clockOf(house.client) },
    input: { successor: union, ground: 'merger', document: '武编〔2026〕20 号', ...input },
  });
const takeOver = (input: object = {}) =>
  send('/api/acts', {
    ...{ id: ulid(), name: 'agency.take-over' },
    input: { predecessor: 'whmz', document: '示编〔2026〕3 号', ...input },
  });
const receive = (stream: string, id = ulid()) =>
  send('/api/acts', { id, name: 'case.receive-ceded', stream, input: { from: predecessor } });
const refusalsOf = ({ text }: RawAnswer) =>
  ((JSON.parse(text) as Problem).refusals ?? []).map(({ code, field }) => [code, field]);
/** The file as the second agency's server has it. */
async function seen(work: CaseAtWork): Promise<{ readonly state: unknown }> {
  const rows = await house.instance.world.store.states.load(union, [work.stream]);
  return { state: rows.get(work.stream)?.state };
}
let predecessor = '';
let from = '';

describe('机关合并：职权、人员和案卷', () => {
  it('登记职权划出：只有管理员登记，承继的机关从名单里选，过去的日子不收', async () => {
    predecessor = (await own<{ agency: { id: string } }>('/api/session')).agency.id;
    const form = await own<FormView>('/api/agency/forms/agency.cede');
    expect(form.input.find(({ name }) => name === 'successor')?.options).toEqual([
      { value: union, label: '示例区民政局' },
    ]);
    const today = dayOf(instant(await clockOf(house.client)));
    const { problem } = await cede({ from: addDays(today, -1) });
    expect(problem?.refusals?.[0]).toMatchObject({ code: 'INPUT_INVALID', field: 'input.from' });
    from = addDays(today, 1);
    const done = await cede({ from });
    expect(done.problem).toBeUndefined();
    expect((await own<SuccessionView>('/api/agency/succession')).cessions).toMatchObject([
      { name: '示例区民政局', ground: '机关合并', from, begun: false, units: [] },
    ]);
    expect((await read<SuccessionView>('/api/agency/succession')).offered).toMatchObject([
      { agency: predecessor, name: '武汉市民政局', from, begun: false },
    ]);
  });

  it('登记错了的，那一日之前可以撤回，再登记一次；只有管理员撤回', async () => {
    const form = await own<FormView>('/api/agency/forms/agency.withdraw-cession');
    const [choice] = form.input.find(({ name }) => name === 'cession')?.options ?? [];
    expect(choice?.label).toBe('划给示例区民政局');
    expect(form.prefill.input['cession']).toBe(choice?.value);
    const withdraw = async (by: string) => {
      const body = {
        ...{ id: ulid(), name: 'agency.withdraw-cession', record: {} },
        input: { cession: choice?.value, reason: '批复写明推迟一日施行。' },
      };
      return (await house.client.request(by, 'POST', '/api/acts', body)).status;
    };
    expect(await withdraw(handler)).toBe(403);
    expect(await withdraw('管理员')).toBe(201);
    expect((await own<SuccessionView>('/api/agency/succession')).cessions).toEqual([]);
    const acts = async () => (await own<AgencyView>('/api/agency')).acts.map(({ name }) => name);
    expect(await acts()).not.toContain('agency.withdraw-cession');
    expect((await cede({ from })).problem).toBeUndefined();
    expect(await acts()).toContain('agency.withdraw-cession');
  });

  it('那一日之前照常办，也不能移交、不能承继', async () => {
    expect((await going.refused({ by: unitHead, name: 'case.cede', input: { to: union } }))[0]?.code).toBe(
      'POWER_KEPT',
    );
    expect(refusalsOf(await takeOver({ predecessor }))).toEqual([['INPUT_INVALID', 'input.predecessor']]);
    await going.upTo('interviewed');
  });

  it('自那一日起不收新的线索，不接着办，指明到哪里办', async () => {
    await house.client.moveClock(`${from}T09:00`);
    const fresh = new CaseAtWork(house.client);
    const refused = await fresh.refused({ ...(await fresh.lawful('lead')), id: fresh.id });
    expect(refused.find(({ code }) => code === 'POWER_CEDED')?.remedy?.says).toContain('示例区民政局');
    const next = await going.refused(await going.lawful('assessed'));
    expect(next.map(({ code }) => code)).toContain('POWER_CEDED');
    const view = await own<CaseView>(`/api/cases/${going.id}`, handler);
    expect(view.acts.find(({ name }) => name === 'case.cede')?.status).toBe('possible');
  });

  it('没有移交的案卷，承继的机关看不到也拿不走；没有登记承继的，不能接收', async () => {
    expect((await send(`/api/cases/${going.id}`)).status).toBe(404);
    expect((await receive(going.stream)).status).toBe(404);
    expect((await send(`/api/agency/succession/incoming/${predecessor}`)).status).toBe(404);
  });

  it('登记承继：人员带着证件过来，编号不与本机关的相撞', async () => {
    expect((await takeOver({ predecessor })).status).toBe(201);
    const view = await read<SuccessionView>('/api/agency/succession');
    expect(view).toMatchObject({
      offered: [],
      predecessors: [{ agency: predecessor, name: '武汉市民政局', from }],
    });
  });

  it('等着移交的列出来，成批移交；当事人和在办的事项随卷走', async () => {
    const [{ id = '' } = {}] = (await own<SuccessionView>('/api/agency/succession')).cessions;
    const waiting = await own<CedingFiles>(`/api/agency/succession/outgoing/${id}`, unitHead);
    expect(waiting.files.map(({ stream }) => stream).sort()).toEqual(
      [published, going, lead].map(({ stream }) => stream).sort(),
    );
    const answer = await house.client.request(unitHead, 'POST', '/api/batches', {
      name: 'case.cede',
      input: { to: union, note: '整体移交' },
      acts: waiting.files.map(({ stream }) => ({ id: ulid(), stream })),
    });
    const { results } = (await answer.json()) as { results: { outcome: string }[] };
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect((await own<CedingFiles>(`/api/agency/succession/outgoing/${id}`, unitHead)).waiting).toBe(0);
    const view = await own<CaseView>(`/api/cases/${going.id}`, handler);
    expect(view.row.stageLabel).toBe('已移交');
    expect(view.obligations.filter(({ met }) => met === undefined)).toEqual([]);
    // 公示页在承继的机关接收之前还在原处。
    expect((await fetch(`${house.instance.url}/decisions/${predecessor}.${published.id}`)).status).toBe(200);
  });

  it('别的机关拿不走：名单上没有，接收被拒', async () => {
    const { cookie } = await newAccount(house.instance, {
      ...{ agency: 'disanfang', name: '第三方', administrator: true, officer: 'x' },
    });
    await send(
      '/api/acts',
      { id: ulid(), name: 'agency.establish', input: { name: '第三方机关', shortName: '三' } },
      cookie,
    );
    const asked = {
      id: ulid(),
      name: 'case.receive-ceded',
      stream: going.stream,
      input: { from: predecessor },
    };
    expect((await send('/api/acts', asked, cookie)).status).toBe(404);
    const seen = await house.instance.world.store.cededWaiting('disanfang', { from: predecessor, limit: 9 });
    expect(seen).toEqual({ rows: [], waiting: 0 });
  });

  it('成批接收：同一编号再送一次，只接收一次', async () => {
    const incoming = await read<CedingFiles>(`/api/agency/succession/incoming/${predecessor}`);
    expect(incoming.waiting).toBe(3);
    const acts = incoming.files.map(({ stream }) => ({ id: ulid(), stream }));
    const body = { name: 'case.receive-ceded', input: { from: predecessor }, acts };
    const outcomes = async () =>
      (JSON.parse((await send('/api/batches', body)).text) as { results: { outcome: string }[] }).results.map(
        ({ outcome }) => outcome,
      );
    expect(await outcomes()).toEqual(['done', 'done', 'done']);
    expect(await outcomes()).toEqual(['replayed', 'replayed', 'replayed']);
    expect(refusalsOf(await receive(going.stream))).toEqual([['NOT_CEDED', undefined]]);
    expect((await read<CedingFiles>(`/api/agency/succession/incoming/${predecessor}`)).waiting).toBe(0);
  });

  it('卷内每条记录都在，写着原来的经办人；文书是原机关的名称；举报人的身份在这里也能打开', async () => {
    const view = await read<CaseView>(`/api/cases/${published.id}`);
    const before = await own<CaseView>(`/api/cases/${published.id}`, handler);
    expect(view.entries.map(({ id, title }) => [id, title]).slice(0, -1)).toEqual(
      before.entries.map(({ id, title }) => [id, title]),
    );
    expect(view.row.handlers).toEqual(before.row.handlers);
    expect(view.entries.at(-1)?.title).toContain('接收武汉市民政局移交的案卷');
    const paper = await send(`/api/cases/${published.id}/documents/${published.made('decided')}`);
    expect(paper.text).toContain('<p>武汉市民政局</p>');
    expect(paper.text).not.toContain('<p>示例区民政局</p>');
    const { state } = await seen(published);
    const refs = [...JSON.stringify(state).matchAll(/"sealed":"([0-9A-Z]{26})"/g)].map(([, ref]) => ref);
    const texts = await Promise.all(
      refs.map(async (ref) => (await send(`/api/sealed/${ref}?case=${published.id}`)).text),
    );
    expect(texts.join('')).toContain(reporter);
    expect(texts.join('')).toContain('13800001111');
  });

  it('随卷来的依据只在随来的卷里选，本机关的权责清单里没有；人员现在就是本机关的人员', async () => {
    const basis = `shetuan-30.${predecessor}`;
    const optionsIn = async (path: string, field: string) =>
      ((await read<FormView>(path)).input.find(({ name }) => name === field)?.options ?? []).map(
        ({ value }) => value,
      );
    const form = `/api/cases/${going.id}/forms/case.give-notice`;
    expect(await optionsIn(form, 'bases')).toContain(basis);
    expect(await optionsIn(`/api/cases/${going.id}/forms/case.assign-handlers`, 'officers')).toContain(
      `zhou.${predecessor}`,
    );
    const list = JSON.stringify(await read('/api/agency/items'));
    expect(list).not.toContain(basis);
    const own = {
      id: ulid(),
      name: 'case.register-lead',
      input: { source: 'complaint', summary: '新的来信' },
    };
    const lead = {
      'lead.channel': 'letter',
      'lead.naming': 'named',
      'lead.reporter': reporter,
      'lead.contact': '示例电话',
    };
    const made = await send('/api/acts', { ...own, record: lead });
    expect(made.status).toBe(201);
    expect(await optionsIn(`/api/cases/${own.id}/forms/case.give-notice`, 'bases')).not.toContain(basis);
  });

  it('在原机关已经不能再办；从前的公示链接转到现在的位置，内容照旧', async () => {
    const late = await going.refused(await going.lawful('assessed'));
    expect(late.map(({ code }) => code)).toContain('CASE_CEDED');
    const link = `${house.instance.url}/decisions/${predecessor}.${published.id}`;
    const moved = await fetch(link, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      `/decisions/${union}.${published.id}`,
    ]);
    const page = await (await fetch(link)).text();
    expect(page).toContain('<dt>作出机关</dt><dd><p>武汉市民政局</p></dd>');
    expect(page).toContain('已经由示例区民政局承继');
    const unknown = `${house.instance.url}/decisions/${union}.${lead.id}`;
    for (const under of ['', '/receipt', '/proof'])
      expect((await fetch(`${unknown}${under}`)).status).toBe(404);
  });

  it('从前的凭证链接也转到现在的位置：还是同一个事件', async () => {
    await house.instance.world.sequencer.drain();
    for (const under of ['/receipt', '/proof']) {
      const kept = await fetch(`${house.instance.url}/decisions/${predecessor}.${published.id}${under}`);
      expect([kept.status, new URL(kept.url).pathname]).toEqual([
        200,
        `/decisions/${union}.${published.id}${under}`,
      ]);
      expect(await kept.text()).toContain(under === '/receipt' ? 'c2sp.org/tlog-proof' : '存证凭证：公示');
    }
  });

  it('核验没有不符：每条事件与原机关的一致，其余由事件重新推导；重建之后照旧', async () => {
    const report = await verifiedAgain(house, { lawful: true });
    expect(report.discrepancies).toEqual([]);
    const { world } = house.instance;
    await withInstallation([house.dataDir, world.places, undefined, world.library], (reached) =>
      rebuildAll(reached, true),
    );
    expect((await verifiedAgain(house, { lawful: true })).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });

  it('改动承继来的事件，核验查出来，说出在哪里', async () => {
    const owner = await ownerOf(house.dataDir);
    try {
      await owner.query(
        `update zz.events set data = replace(data, '整体移交', '部分移交') where agency_id = $1 and stream = $2`,
        [union, going.stream],
      );
      const { discrepancies } = await verifiedAgain(house);
      expect(discrepancies.map(({ what }) => what).join('\n')).toContain(
        `与移交的机关（${predecessor}）的这条事件不符`,
      );
    } finally {
      await owner.end();
    }
  });
});

import type { AgencyState, SeriesState } from '@zhaozhang/core';
import { seriesStream } from '@zhaozhang/core';
import { dayOf, instant } from '@zhaozhang/core/time';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActRequest, RefusalView } from './contract/index.ts';
import {
  administrator,
  answerTo,
  CaseAtWork,
  clockOf,
  handler,
  head,
  interviewRecord,
  nextWorkday,
  organisation,
  second,
  unitHead,
} from './testing/case-at-work.ts';
import type { Milestone, Told } from './testing/case-at-work.ts';
import { countEvents } from './testing/count-events.ts';
import { ownerOf } from './testing/owner-query.ts';
import type { Owner } from './testing/owner-query.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let house: TestInstance;
let owner: Owner;
beforeAll(async () => {
  house = await testInstance();
  owner = await ownerOf(house.dataDir);
});
afterAll(async () => {
  await owner.end();
  await house.end();
});

const fresh = () => new CaseAtWork(house.client);
const agency = 'wuhan-civil-affairs';

function eventsOf(stream: string) {
  return house.instance.world.store.events(agency, stream);
}

/** Registers an officer whose certificate is as given, for tests that must not touch the others' people. */
async function registerOfficer(id: string, certificates: readonly unknown[]): Promise<void> {
  const answer = await answerTo(house.client, administrator, {
    id: ulid(),
    name: 'agency.register-officer',
    input: {
      ...{ id, name: '钱新来', unit: 'shetuan', certificates },
      ...{ examinedOn: '2024-11-10', assessedOn: '2024-12-20' },
    },
    record: {},
  });
  expect(answer.status).toBe(201);
  await appointHandler(id);
}

/** Only who holds the post of a handler is assigned to a case. */
async function appointHandler(officer: string): Promise<void> {
  const answer = await answerTo(house.client, administrator, {
    id: ulid(),
    name: 'agency.appoint',
    input: { officer, role: 'handler', from: '2025-01-01' },
    record: {},
  });
  expect(answer.status).toBe(201);
}

const identifier = /[A-Za-z][A-Za-z_.-]+/;

/** One refusal as it must be: article and remedy in a sentence that no identifier stands in. */
function expectTold(refusals: readonly RefusalView[], code: string, article: RegExp): RefusalView {
  const found = refusals.find((one) => one.code === code);
  expect(refusals.map((one) => one.code)).toContain(code);
  if (found === undefined) throw new Error(code);
  expect(found.sentence).toMatch(article);
  expect(found.clauses.length).toBeGreaterThan(0);
  // Articles of one instrument stand together behind its title.
  for (const clause of found.clauses)
    expect(found.sentence).toContain(clause.cite.slice(clause.cite.indexOf('》') + 1));
  expect(found.remedy?.says).toMatch(/[\u4e00-\u9fff]/);
  expect(found.sentence).toContain(found.remedy?.says ?? '没有补救');
  for (const one of refusals) expect(one.sentence).not.toMatch(identifier);
  return found;
}

interface Walk {
  readonly clause: string;
  readonly code: string;
  readonly says: string;
  readonly article: RegExp;
  /** Act the refusal names as its remedy, where it names one. */
  readonly act?: string;
  reach(file: CaseAtWork): Promise<unknown>;
  attempt(file: CaseAtWork): Promise<Told>;
  remedy(file: CaseAtWork): Promise<unknown>;
  /** The attempt once the remedy is done; the same unless told. */
  again?(file: CaseAtWork): Promise<Told>;
}

const penaltyLaw = /行政处罚法》第/;
const recording = /全过程记录办法》第/;
const publication = /公示办法》第/;

const approveDecision = async (file: CaseAtWork) => {
  for (const step of ['decision-proposed', 'decision-reviewed', 'decision-approved'] as const)
    await file.step(step);
};
const pass = async (file: CaseAtWork, milestone: Milestone, without: readonly Milestone[] = []) =>
  file.upTo(milestone, without);

const walks: readonly Walk[] = [
  {
    clause: 'WHMZ-JL-9-1',
    code: 'APPROVAL_PENDING',
    says: '没有批准就立案',
    article: recording,
    act: 'case.approve',
    reach: (file) => pass(file, 'filing-reviewed'),
    attempt: (file) => file.lawful('filed'),
    remedy: (file) => file.step('filing-approved'),
  },
  {
    clause: 'WHMZ-JL-9-2',
    code: 'STAGE_RECORD_MISSING',
    says: '没有立案就指派承办人',
    article: recording,
    act: 'case.file',
    reach: (file) => pass(file, 'filing-approved'),
    attempt: (file) => file.lawful('assigned'),
    remedy: (file) => file.step('filed'),
  },
  {
    clause: 'NAT-CF-42-2',
    code: 'OFFICER_COUNT_LOW',
    says: '只指派一人',
    article: penaltyLaw,
    reach: (file) => pass(file, 'filed'),
    attempt: async (file) => ({ ...(await file.lawful('assigned')), input: { officers: ['zhou'] } }),
    remedy: async () => undefined,
    again: (file) => file.lawful('assigned'),
  },
  {
    clause: 'NAT-CF-42-2',
    code: 'HANDLERS_MISSING',
    says: '没有承办人就告知',
    article: penaltyLaw,
    act: 'case.assign-handlers',
    reach: (file) => pass(file, 'filed'),
    attempt: (file) => file.lawful('noticed'),
    remedy: (file) => pass(file, 'assessed'),
  },
  {
    clause: 'NAT-CF-62-1',
    code: 'NOTICE_MISSING',
    says: '没有告知就决定',
    article: penaltyLaw,
    act: 'case.give-notice',
    reach: (file) => pass(file, 'interviewed'),
    attempt: (file) => file.lawful('decided'),
    remedy: (file) => pass(file, 'decision-approved'),
  },
  {
    clause: 'NAT-CF-45-1',
    code: 'DEFENCE_PERIOD_OPEN',
    says: '申辩期限内决定，当事人随后明确放弃',
    article: penaltyLaw,
    act: 'case.record-statement',
    reach: (file) => pass(file, 'decision-approved', ['waived']),
    attempt: (file) => file.lawful('decided'),
    remedy: async (file) => {
      await file.step('waived');
      await approveDecision(file);
    },
  },
  {
    clause: 'NAT-CF-57-1',
    code: 'APPROVAL_MISSING',
    says: '没有批准就决定',
    article: penaltyLaw,
    act: 'case.approve',
    reach: (file) => pass(file, 'judged'),
    attempt: (file) => file.lawful('decided'),
    remedy: approveDecision,
  },
  {
    clause: 'NAT-CF-57-1',
    code: 'APPROVAL_MISSING',
    says: '批准之后又添了笔录',
    article: penaltyLaw,
    act: 'case.approve',
    reach: async (file) => {
      await file.upTo('decision-approved');
      await file.do(await file.lawful('interviewed'));
    },
    attempt: (file) => file.lawful('decided'),
    remedy: approveDecision,
  },
  {
    clause: 'WHMZ-GS-8-3',
    code: 'CHIEF_APPROVAL_REQUIRED',
    says: '没有审定就公示',
    article: publication,
    act: 'case.approve',
    reach: (file) => pass(file, 'publication-checked'),
    attempt: (file) => file.lawful('published'),
    remedy: (file) => file.step('publication-approved'),
  },
  {
    clause: 'NAT-CF-57-1',
    code: 'ROLE_REQUIRED',
    says: '承办人自己批准立案',
    article: penaltyLaw,
    reach: (file) => pass(file, 'filing-reviewed'),
    attempt: async (file) => ({ ...(await file.lawful('filing-approved')), by: handler }),
    remedy: async () => undefined,
    again: (file) => file.lawful('filing-approved'),
  },
  {
    clause: 'NAT-CF-42-1',
    code: 'ROLE_REQUIRED',
    says: '不是承办人的记录询问，随后被指派',
    article: penaltyLaw,
    act: 'case.assign-handlers',
    reach: (file) => pass(file, 'assigned'),
    attempt: async (file) => ({ ...(await file.lawful('interviewed')), by: unitHead }),
    remedy: async (file) => {
      await appointHandler('zheng');
      await file.do({
        by: unitHead,
        name: 'case.assign-handlers',
        input: { officers: ['zhou', 'he', 'zheng'], declared: ['zhou', 'he', 'zheng'] },
      });
    },
  },
];

describe('每次拒绝说明条款和补救，做了补救就能办', () => {
  it.each(walks.map((walk) => [`${walk.clause} ${walk.says}：${walk.code}`, walk] as const))(
    '%s',
    async (_title, walk) => {
      const file = fresh();
      await walk.reach(file);
      const refusal = expectTold(await file.refused(await walk.attempt(file)), walk.code, walk.article);
      expect(refusal.clauses.map((one) => one.id)).toContain(walk.clause);
      expect(refusal.remedy?.act).toBe(walk.act);
      await walk.remedy(file);
      const done = await file.send(await (walk.again ?? walk.attempt)(file));
      expect(done.problem).toBeUndefined();
      expect(done.status).toBe(201);
    },
  );

  it('WHMZ-JL-10-1 没有登记案源的案卷无从办理；登记之后就能报批', async () => {
    const file = fresh();
    const before = await file.send(await file.lawful('filing-proposed'));
    expect(before.status).toBe(404);
    expect(before.problem?.remedy).toContain('登记案源');
    await file.step('lead');
    expect((await file.send(await file.lawful('filing-proposed'))).status).toBe(201);
  });

  it('WHMZ-JL-11-2 WHMZ-JL-11-3 笔录写明执法人员姓名和证件编号，其后改名、离职不改已有的记录', async () => {
    const leaver = `n-${ulid().toLowerCase()}`;
    await registerOfficer(leaver, [{ number: '鄂执示-00098', from: '2025-01-01', until: '2027-12-31' }]);
    const file = await fresh().upTo('filed');
    await file.do({
      ...(await file.lawful('assigned')),
      input: { officers: ['zhou', 'he', leaver], declared: ['zhou', 'he', leaver] },
    });
    const told = await file.lawful('interviewed');
    await file.do({ ...told, input: { ...told.input, officers: ['zhou', leaver] } });
    const shown = async () => {
      const { entries } = await file.view();
      const fields = entries.find((entry) => entry.kind === 'interview')?.fields ?? [];
      return ['到场执法人员', '执法证件编号'].map((label) => fields.find((one) => one.label === label)?.text);
    };
    const before = await shown();
    expect(before[1]).toContain('鄂执示-00098');
    await answerTo(house.client, administrator, {
      id: ulid(),
      name: 'agency.register-officer',
      input: { id: leaver, name: '改名之后', unit: 'shetuan', certificates: [] },
      record: {},
      occurredAt: await clockOf(house.client),
    });
    expect(await shown()).toEqual(before);
  });

  it('NAT-CF-42-1 指派没有证件的人：OFFICER_NOT_QUALIFIED;证件登记之后就能指派', async () => {
    const newcomer = `n-${ulid().toLowerCase()}`;
    await registerOfficer(newcomer, []);
    const file = await fresh().upTo('filed');
    const told = {
      ...(await file.lawful('assigned')),
      input: { officers: ['zhou', newcomer], declared: ['zhou', newcomer] },
    };
    const refusal = expectTold(await file.refused(told), 'OFFICER_NOT_QUALIFIED', penaltyLaw);
    expect(refusal.remedy?.act).toBe('agency.register-officer');
    await registerOfficer(newcomer, [{ number: '鄂执示-00099', from: '2025-01-01', until: '2027-12-31' }]);
    expect((await file.send(told)).status).toBe(201);
  });

  it('NAT-CF-45-1 申辩期限内决定：DEFENCE_PERIOD_OPEN,说明等到哪一日；过了那一日就能决定', async () => {
    const file = await fresh().upTo('decision-approved', ['waived']);
    const refusal = expectTold(
      await file.refused(await file.lawful('decided')),
      'DEFENCE_PERIOD_OPEN',
      penaltyLaw,
    );
    const until = refusal.remedy?.until ?? '';
    expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await house.client.moveClock(`${until}T23:59:50`);
    expect((await file.refused(await file.lawful('decided'))).map((one) => one.code)).toContain(
      'DEFENCE_PERIOD_OPEN',
    );
    await nextWorkday(house.client);
    expect((await file.send(await file.lawful('decided'))).status).toBe(201);
  });

  it('NAT-CF-46-2 以有瑕疵的笔录为证据：DEFECT_UNCURED;更正录入之后就能决定', async () => {
    const file = await fresh().upTo('assigned');
    const { 'interview.certificate-shown': shown, ...record } = interviewRecord;
    const faulty = ulid();
    await file.do({
      ...(await file.lawful('interviewed')),
      id: faulty,
      record,
      admits: [{ code: 'IDENTITY_NOT_SHOWN', reason: '录入时漏填出示证件情况' }],
    });
    await file.do(file.assessing(faulty));
    await file.do(file.concluding(faulty));
    await file.upTo('decision-approved', ['interviewed', 'assessed', 'concluded', 'waived']);
    await file.step('waived');
    await approveDecision(file);
    const decide = async (): Promise<Told> => ({
      by: handler,
      name: 'case.decide',
      input: {
        outcome: 'penalty',
        sanctions: [{ party: organisation.id, kind: 'fine', amount: 500_000 }],
        evidence: [faulty],
        paymentDays: 15,
      },
      record: {
        'decision.facts': '举办收费的棋类考级，超出章程所列业务范围',
        'decision.basis': '登记管理条例有关条款',
        'decision.circumstances': '无',
        'decision.correction': 'immediate',
        'decision.performance': '自收到之日起十五日内缴纳',
        'decision.reconsideration': '自收到之日起六十日内申请行政复议',
        'decision.litigation': '自收到之日起六个月内提起行政诉讼',
        'decision.facts-clear': 'yes',
        'decision.evidence-sufficient': 'yes',
        'decision.outcome-just': 'yes',
      },
    });
    const refusal = expectTold(await file.refused(await decide()), 'DEFECT_UNCURED', penaltyLaw);
    expect(refusal.remedy?.act).toBe('case.correct-entry');
    await file.do({
      by: handler,
      name: 'case.correct-entry',
      input: {
        entry: faulty,
        fields: { 'record.interview.certificate-shown': shown },
        reason: '补录漏填的一栏',
      },
    });
    // What the approval rested on has changed: it has to be given again.
    expect((await file.refused(await decide())).map((one) => one.code)).toEqual(['APPROVAL_MISSING']);
    await approveDecision(file);
    expect((await file.send(await decide())).status).toBe(201);
  });

  it('从立案到公示，案卷页上所有的拒绝和提示都是整句中文，没有英文标识', async () => {
    const file = fresh();
    let seen = 0;
    for (const milestone of [
      'lead',
      'filed',
      'interviewed',
      'notice-served',
      'decision-approved',
      'decided',
      'published',
    ] as const) {
      await file.upTo(milestone);
      const { acts } = await file.view();
      for (const act of acts)
        for (const one of [...act.refusals, ...act.perhaps, ...act.advice]) {
          seen += 1;
          expect(one.sentence).not.toMatch(identifier);
          expect(one.sentence).toMatch(/[\u4e00-\u9fff].*。$/);
        }
    }
    expect(seen).toBeGreaterThan(30);
  });
});

describe('撤销决定之后的公示', () => {
  const page = async (file: CaseAtWork): Promise<string> => {
    const { publicId } = await file.view();
    return (await fetch(`${house.instance.url}/decisions/${publicId}`)).text();
  };

  it('NAT-CF-48-2 撤销之后页面照旧，撤回之后公众只看到撤回的日期和理由，名称不再出现', async () => {
    const file = await fresh().upTo('published');
    const shown = await page(file);
    expect(shown).toContain('棋类考级');
    await file.do({
      by: head,
      name: 'case.revoke-decision',
      input: { way: 'own-correction', ground: 'evidence', extent: 'whole' },
      record: { 'revocation.reason': '主要证据不足' },
    });
    expect(await page(file)).toContain('棋类考级');
    const [refusal] = await file.refused({ by: handler, name: 'case.withdraw-publication', input: {} });
    expect(refusal).toMatchObject({ code: 'FIELD_MISSING' });
    expect(refusal?.sentence).toContain('撤回公示的理由');
    await file.do({
      by: handler,
      name: 'case.withdraw-publication',
      input: {},
      record: { 'withdrawal.reason': '主要证据不足，决定已经撤销' },
    });
    const left = await page(file);
    expect(left).toContain('主要证据不足，决定已经撤销');
    expect(left).not.toContain('棋类考级');
  });

  it('WHMZ-ZZ-21-3 撤销之后案卷页列出待核查的线索和撤回的期限，送达、缴款的期限不再列出', async () => {
    const file = await fresh().upTo('published');
    await file.do({
      by: head,
      name: 'case.revoke-decision',
      input: { way: 'own-correction', ground: 'evidence', extent: 'whole' },
      record: { 'revocation.reason': '主要证据不足' },
    });
    const { obligations } = await file.view();
    const open = obligations.filter((one) => one.met === undefined).map((one) => one.label);
    expect(open).toContain('核查违法处罚的线索');
    expect(open).toContain('撤回公示并说明理由');
    expect(open.filter((label) => label.includes('缴'))).toEqual([]);
  });
});

describe('一次行为只发生一次', () => {
  it('同一行为先后发两次，第二次答复已办，事件只有一条', async () => {
    const file = await fresh().upTo('filing-approved');
    const request = await file.request(await file.lawful('filed'));
    const first = await answerTo(house.client, handler, request);
    const again = await answerTo(house.client, handler, request);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect([first.result?.outcome, again.result?.outcome]).toEqual(['done', 'replayed']);
    expect(again.result?.version).toBe(first.result?.version);
    expect((await eventsOf(file.stream)).filter((event) => event.actId === request.id)).toHaveLength(1);
  });

  it.each(['lead', 'filed', 'interviewed', 'decided'] as const)(
    '同一行为八次同时发出(%s),一次办成，其余答复已办',
    async (milestone) => {
      const file = fresh();
      if (milestone !== 'lead') await file.upTo(milestone, [milestone]);
      const told = await file.lawful(milestone);
      const request = await file.request(milestone === 'lead' ? { ...told, id: file.id } : told);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => answerTo(house.client, told.by, request)),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
      expect(new Set(answers.map((one) => one.result?.version)).size).toBe(1);
      expect((await eventsOf(file.stream)).filter((event) => event.actId === request.id)).toHaveLength(1);
    },
  );

  it('同一编号另一内容，答复冲突，原来的不变', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const before = (await eventsOf(file.stream)).length;
    const request = await file.request(await file.lawful('filing-approved'));
    await answerTo(house.client, head, request);
    const other = await answerTo(house.client, head, {
      ...request,
      record: { 'approval.comment': '另一意见' },
    });
    expect(other.status).toBe(409);
    expect(other.problem?.remedy).toMatch(/[\u4e00-\u9fff]/);
    const events = await eventsOf(file.stream);
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.data).not.toContain('另一意见');
  });

  it('已经办成的编号用在别的案卷上，答复冲突', async () => {
    const one = await fresh().upTo('filing-reviewed');
    const other = await fresh().upTo('filing-reviewed');
    const request = await one.request(await one.lawful('filing-approved'));
    await answerTo(house.client, head, request);
    expect((await answerTo(house.client, head, { ...request, stream: other.stream })).status).toBe(409);
  });
});

describe('两人同时办一件案', () => {
  it('互不相碍的两次记录都办成', async () => {
    const file = await fresh().upTo('assigned');
    const told = await file.lawful('interviewed');
    const requests = await Promise.all([handler, second].map(() => file.request(told)));
    const answers = await Promise.all(
      requests.map((request, index) => answerTo(house.client, index === 0 ? handler : second, request)),
    );
    expect(answers.map((one) => one.status)).toEqual([201, 201]);
    const { entries } = await file.view();
    expect(entries.filter((entry) => entry.kind === 'interview')).toHaveLength(2);
  });

  it('审批所根据的案卷变了：BASIS_CHANGED,列出变化；看过之后按新的一版就能批', async () => {
    const file = await fresh().upTo('waived');
    const seen = file.version;
    await file.do(await file.lawful('interviewed'));
    const refusals = await file.refused({ ...(await file.lawful('decision-proposed')), basedOn: seen });
    expect(refusals.map((one) => one.code)).toEqual(['BASIS_CHANGED']);
    expect(refusals[0]?.difference?.map((one) => one.what)).toEqual([
      expect.stringContaining('对司马证人的询问笔录'),
    ]);
    expect(refusals[0]?.sentence).not.toMatch(identifier);
    expect((await file.send(await file.lawful('decision-proposed'))).status).toBe(201);
  });

  it('没有说明根据哪一版的审批，答复填写有误', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const { basedOn: _basedOn, ...request } = await file.request(await file.lawful('filing-approved'));
    const answer = await answerTo(house.client, head, request);
    expect([answer.status, answer.problem?.field]).toEqual([400, 'basedOn']);
  });
});

describe('只检查，不写', () => {
  it('能办、不能办、新立案卷的检查都不留事件', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const before = await countEvents(owner);
    const possible = await answerTo(
      house.client,
      head,
      await file.request(await file.lawful('filing-approved')),
      true,
    );
    expect([possible.status, possible.result?.outcome]).toEqual([200, 'possible']);
    const refused = await answerTo(
      house.client,
      handler,
      await file.request(await file.lawful('filed')),
      true,
    );
    expect([refused.status, refused.problem?.refusals?.[0]?.code]).toEqual([422, 'APPROVAL_PENDING']);
    const other = fresh();
    const lead = await other.request({ ...(await other.lawful('lead')), id: other.id });
    expect((await answerTo(house.client, handler, lead, true)).result?.outcome).toBe('possible');
    expect(await countEvents(owner)).toBe(before);
    expect((await house.client.request(handler, 'GET', `/api/cases/${other.id}`)).status).toBe(404);
  });
});

describe('已经发生的事', () => {
  it('NAT-CF-42-2 一人询问：事前同一道门拒绝；事后承认瑕疵，如实补录，案卷上看得见', async () => {
    const file = await fresh().upTo('assigned');
    const began = await clockOf(house.client);
    const told: Told = {
      by: handler,
      name: 'case.record-interview',
      occurredAt: began,
      input: { officers: ['zhou'], person: '司马证人', endedAt: began },
      record: interviewRecord,
    };
    const refusal = expectTold(await file.refused(told), 'OFFICER_COUNT_LOW', penaltyLaw);
    expect(refusal.admissible).toBe(true);
    await nextWorkday(house.client);
    const admits = [{ code: 'OFFICER_COUNT_LOW', reason: '同行人员临时送医，只有一人在场' }];
    const { defects } = await file.do({ ...told, admits });
    expect(defects).toEqual([
      { code: 'OFFICER_COUNT_LOW', sentence: expect.stringMatching(penaltyLaw), reason: admits[0]?.reason },
    ]);
    const view = await file.view();
    const entry = view.entries.find((one) => one.kind === 'interview');
    expect(entry).toMatchObject({ late: true, at: began });
    expect(entry?.defects).toEqual([
      {
        because: expect.stringContaining('少于两人'),
        cite: expect.stringMatching(penaltyLaw),
        reason: admits[0]?.reason,
      },
    ]);
    expect(view.row.defects).toBe(1);
  });

  it('承认瑕疵不能替代身份：不是承办人的仍然拒绝', async () => {
    const file = await fresh().upTo('assigned');
    const refusals = await file.refused({
      ...(await file.lawful('interviewed')),
      by: head,
      admits: [{ code: 'ROLE_REQUIRED', reason: '当时只有我在场' }],
    });
    expect(refusals).toMatchObject([{ code: 'ROLE_REQUIRED', admissible: false }]);
  });

  it('设权的行为不能承认瑕疵了事', async () => {
    const file = await fresh().upTo('filing-reviewed');
    const refusals = await file.refused({
      ...(await file.lawful('filed')),
      admits: [{ code: 'APPROVAL_PENDING', reason: '领导出差，先立案' }],
    });
    expect(refusals).toMatchObject([{ code: 'APPROVAL_PENDING', admissible: false }]);
  });

  it('NAT-CF-45-1 更正送达的日期，申辩期限随之重算，更正前后都留着', async () => {
    const file = await fresh().upTo('noticed');
    const noticed = await clockOf(house.client);
    await nextWorkday(house.client);
    await file.step('notice-served');
    const due = async () =>
      (await file.view()).obligations.find((one) => one.id.startsWith('defence-period/'))?.due;
    const before = await due();
    const service = file.made('notice-served');
    await file.do({
      by: second,
      name: 'case.correct-entry',
      input: {
        entry: service,
        fields: { occurredAt: noticed, 'record.service.signed-at': noticed },
        reason: '送达日期录晚了一个工作日',
      },
    });
    const after = await due();
    if (before === undefined || after === undefined) throw new Error('没有申辩期限');
    expect(after < before).toBe(true);
    const entry = (await file.view()).entries.find((one) => one.id === service);
    expect(entry?.at).toBe(noticed);
    expect(entry?.corrections[0]).toMatchObject({ by: second, reason: '送达日期录晚了一个工作日' });
    expect(entry?.corrections[0]?.changes.map((one) => one.label)).toEqual(['发生时刻', '签收时刻']);
    for (const change of entry?.corrections[0]?.changes ?? []) expect(change.before).not.toBe(change.after);
  });
});

describe('文号', () => {
  async function series(kind: string): Promise<SeriesState> {
    const now = instant(await clockOf(house.client));
    const stream = seriesStream({ agency, occurredAt: now } as Parameters<typeof seriesStream>[0], kind);
    const row = (await house.instance.world.store.states.load(agency, [stream])).get(stream);
    return row?.state as unknown as SeriesState;
  }

  async function atOnce(milestone: 'filed' | 'decided', kind: string): Promise<void> {
    const before = (await series(kind))?.last ?? 0;
    const files: CaseAtWork[] = [];
    const requests: [string, ActRequest][] = [];
    for (let n = 0; n < 10; n++) {
      const file = await fresh().upTo(milestone, [milestone]);
      const told = await file.lawful(milestone);
      files.push(file);
      requests.push([told.by, await file.request(told)]);
    }
    const start = (await series(kind))?.last ?? 0;
    expect(start).toBe(before);
    const answers = await Promise.all(requests.map(([by, request]) => answerTo(house.client, by, request)));
    expect(answers.map((one) => one.problem?.title ?? one.status)).toEqual(answers.map(() => 201));
    const rows = await Promise.all(files.map(async (file) => (await file.view()).row));
    const texts = rows.map((row) => (kind === 'filing' ? row.number : row.documentNumber) ?? '');
    const numbers = texts.map((text) => Number(/〕(\d+)号$/.exec(text)?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, n) => start + n + 1));
    expect(new Set(texts.map((text) => text.replace(/\d+号$/, ''))).size).toBe(1);
    expect((await series(kind)).last).toBe(start + 10);
  }

  it('十件案同时立案，案号连续，不重不漏', () => atOnce('filed', 'filing'));
  it('十件案同时决定，文号连续，不重不漏', () => atOnce('decided', 'decision'));
});

describe('机关的档案', () => {
  it('不是管理员的，不能登记机构', async () => {
    const answer = await answerTo(house.client, handler, {
      id: ulid(),
      name: 'agency.register-unit',
      input: { id: 'xin', name: '新的处室' },
    });
    expect(answer.status).toBe(403);
    expect(answer.problem?.remedy).toContain('管理员');
  });

  it('管理员登记机构，同一编号发八次只有一条', async () => {
    const id = ulid();
    const request = { id, name: 'agency.register-unit', input: { id: 'xin', name: '新的处室' } };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => answerTo(house.client, administrator, request)),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    const stream = `agency/${agency}`;
    expect((await eventsOf(stream)).filter((event) => event.actId === id)).toHaveLength(1);
    const state = (await house.instance.world.store.states.load(agency, [stream])).get(stream)
      ?.state as unknown as AgencyState;
    expect(state.units['xin']?.name).toBe('新的处室');
    expect(dayOf(instant(await clockOf(house.client))).length).toBe(10);
  });
});

it('以上没有一次让服务器出故障', () => {
  expect(house.faults).toEqual([]);
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { decisionOf } from './case/reading.ts';
import { decide } from './decide.ts';
import { sentenceOf } from './explain.ts';
import { fold } from './evolve.ts';
import { instant } from './time/index.ts';
import {
  caseAt,
  caseWith,
  decisionRecord,
  interviewRecord,
  approveDecision,
  lawfulAct,
  organisation,
  sanctions,
  service,
  waiverRecord,
  where,
} from './trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from './trial/played-case.ts';
import type { Told } from './trial/played-case.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const codes = (played: PlayedCase, told: Told) => codesOfRefusals(played.refused(told));

describe('合法的全过程', () => {
  it('从登记案源到公示，每一步都作出，案卷等于事件的累积', () => {
    const played = caseAt(law, 'published');
    expect(played.events.map((event) => event.type)).toEqual([
      'case.lead-registered',
      'case.approved',
      'case.approved',
      'case.approved',
      'case.filed',
      'case.handlers-assigned',
      'case.interview-recorded',
      'case.circumstances-assessed',
      'case.investigation-concluded',
      'case.notice-given',
      'case.served',
      'case.approved',
      'case.approved',
      'case.approved',
      'case.decided',
      'case.document-sealed',
      'case.served',
      'case.approved',
      'case.approved',
      'case.published',
    ]);
    expect(played.state.version).toBe(played.events.length);
    expect(fold('case/trial', 'trial', played.events)).toEqual(played.state);
    expect(played.state.entries.flatMap((entry) => entry.defects)).toEqual([]);
  });

  it('每一事件都写得成规范文本，读回来不变', () => {
    for (const event of caseAt(law, 'published').events) expect(JSON.parse(canonical(event))).toEqual(event);
  });

  it('事件留下谁作的、何时发生、何时录入、根据哪一版', () => {
    const [event] = caseAt(law, 'interviewed').events.slice(-1);
    expect(event).toMatchObject({
      by: { account: 'h1', name: '孙承办', officer: 'h1' },
      at: '2026-03-05T09:00:00+08:00',
      enteredAt: '2026-03-05T11:00:00+08:00',
      basedOn: 6,
    });
  });

  it('WHMZ-JL-11-2 询问的事件留下到场人员当时的姓名和证件编号；名录之外的姓名不收', () => {
    const played = caseAt(law, 'interviewed');
    expect(played.events.at(-1)?.outcome).toEqual({
      officers: [
        { id: 'h1', name: '孙承办', certificate: 'Z-h1' },
        { id: 'h2', name: '李承办', certificate: 'Z-h2' },
      ],
    });
    const other = {
      ...lawfulAct('interviewed'),
      id: 'I9',
      input: { officers: ['h1', '张三'], person: '司马证人', endedAt: '2026-03-05T10:30' },
    };
    expect(codesOfRefusals(played.refused(other))).toContain('INPUT_INVALID');
  });

  it('作出决定时取号、定稿，一次完成', () => {
    const decision = decisionOf(caseAt(law, 'decided').state);
    expect(decision?.data.number).toBe('江民罚决字〔2026〕1号');
    expect(decision?.outcome).toEqual({
      number: '江民罚决字〔2026〕1号',
      parties: [{ id: 'P1', name: organisation.name, record: organisation.record }],
    });
    expect(decision?.record).toEqual(decisionRecord);
  });
});

describe('一次说清全部拒绝', () => {
  it('只立了案就作决定：缺什么都一次列出，各有条款和补救', () => {
    const refusals = caseAt(law, 'filed').refused({
      ...lawfulAct('decided'),
      input: { outcome: 'penalty', sanctions, evidence: [] },
      record: {},
    });
    expect(codesOfRefusals(refusals)).toEqual(
      expect.arrayContaining([
        'APPROVAL_MISSING',
        'EVIDENCE_MISSING',
        'HANDLERS_MISSING',
        'NOTICE_MISSING',
        'ROLE_REQUIRED',
      ]),
    );
    for (const field of ['decision.facts', 'decision.basis', 'decision.performance'])
      expect(refusals.map((one) => one.field)).toContain(`record.${field}`);
    for (const refusal of refusals) {
      expect(refusal.clauses.length).toBeGreaterThan(0);
      expect(refusal.remedy?.says).toBeTruthy();
      expect(sentenceOf(refusal, law)).toMatch(/《.+》第.+条/);
    }
  });

  it('NAT-CF-62-1 NAT-CF-45-1 陈述申辩期限的最后一秒不得决定，次日可以', () => {
    const early = caseAt(law, 'served');
    approveDecision(early, '2026-03-18T09:00');
    const refusals = early.refused({ ...lawfulAct('decided'), at: '2026-03-18T23:59:59' });
    expect(refusals).toMatchObject([
      { code: 'DEFENCE_PERIOD_OPEN', subjects: [organisation.name], remedy: { until: '2026-03-18' } },
    ]);
    expect(early.try({ ...lawfulAct('decided'), at: '2026-03-19T00:00' })).toHaveProperty('streams');
  });

  it('NAT-CF-62-2 当事人明确放弃陈述申辩的，不必等期限届满', () => {
    const played = caseAt(law, 'served');
    played.do({
      id: 'W1',
      act: 'case.record-statement',
      by: 'h1',
      at: '2026-03-12T09:00',
      input: { party: 'P1', waives: true },
      record: waiverRecord,
    });
    approveDecision(played, '2026-03-12T10:00');
    expect(played.try({ ...lawfulAct('decided'), at: '2026-03-12T11:00' })).toHaveProperty('streams');
  });

  it('NAT-CF-57-1 批准之后案卷又有变化的，须重新批准', () => {
    const played = caseAt(law, 'decision-approved');
    played.do({
      id: 'W1',
      act: 'case.record-statement',
      by: 'h1',
      at: '2026-03-19T09:30',
      input: { party: 'P1', waives: false },
      record: {
        'statement.content': '情节轻微',
        'statement.review': '已复核',
        'statement.adoption': 'rejected',
      },
    });
    played.do({
      id: 'R1',
      act: 'case.review-defence',
      by: 'h1',
      at: '2026-03-19T09:40',
      input: {
        statement: 'W1',
        reviewer: 'h2',
        points: [{ point: 1, result: 'not-upheld', reason: '没有从轻的情形' }],
      },
      record: { 'defence.method': '核对案卷' },
    });
    const told = lawfulAct('decided');
    const record = { ...told.record, 'decision.adoption': '没有采纳' };
    expect(codes(played, { ...told, record })).toEqual(['APPROVAL_MISSING']);
  });

  it('补录在后的批准，打不开在前的门', () => {
    const played = caseAt(law, 'decision-approved');
    expect(
      codes(played, { ...lawfulAct('decided'), at: '2026-03-19T08:59:59', entered: '2026-03-19T12:00' }),
    ).toEqual(['APPROVAL_MISSING']);
  });
});

describe('写法不对的，先说写法', () => {
  const lead = lawfulAct('lead');
  const fresh = () => new PlayedCase(law, staffedAgency());

  it('没有这种行为', () => {
    for (const act of ['case.unknown', '__proto__', 'constructor'])
      expect(codes(fresh(), { ...lead, act })).toEqual(['ACT_UNKNOWN']);
  });

  it.each<[string, Partial<Told>, string]>([
    ['多出的输入栏', { input: { source: 'other', summary: '试', extra: 1 } }, 'input.extra'],
    ['输入类型不对', { input: { source: 'other', summary: 5 } }, 'input.summary'],
    ['没有输入', { input: undefined }, 'input'],
    ['输入为 null', { input: null }, 'input'],
    ['控制字符', { input: { source: 'other', summary: '试\u0000验' } }, 'input.summary'],
    ['残缺的字符', { input: { source: 'other', summary: '试\ud800' } }, 'input.summary'],
  ])('%s', (_what, change, field) => {
    expect(fresh().refused({ ...lead, ...change })).toMatchObject([{ code: 'INPUT_INVALID', field }]);
  });

  it.each<[string, unknown, string]>([
    ['不认识的记录栏', { 'lead.unknown': '试' }, 'record.lead.unknown'],
    ['与对象自带名称相同的栏', { constructor: '试' }, 'record.constructor'],
    ['名为 toString 的栏', { toString: '试' }, 'record.toString'],
    ['名为 __proto__ 的栏', JSON.parse('{"__proto__":{"polluted":true}}'), 'record.__proto__'],
    ['文字栏填了数', { 'filing.reason': 5 }, 'record.filing.reason'],
    ['文字栏填了 null', { 'filing.reason': null }, 'record.filing.reason'],
    ['加密栏填了 null', { 'lead.reporter': null }, 'record.lead.reporter'],
    ['附件栏里有 null', { 'lead.attachments': [null] }, 'record.lead.attachments'],
    [
      '附件的摘要不对',
      { 'lead.attachments': [{ blob: 'sha256:0', name: 'a.pdf' }] },
      'record.lead.attachments',
    ],
    ['不存在的时刻', { 'service.signed-at': '2026-02-30T09:00:00+08:00' }, 'record.service.signed-at'],
    ['清单之外的选项', { 'publication.sensitivity': 'secret' }, 'record.publication.sensitivity'],
  ])('%s', (_what, record, field) => {
    const refusals = fresh().refused({ ...lead, record: record as NonNullable<Told['record']> });
    expect(refusals).toMatchObject([{ code: 'FIELD_INVALID', field }]);
    expect(refusals[0]?.because).not.toMatch(/undefined/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('整数栏、金额栏不收小数、过大的数和负的金额', () => {
    const fields = {
      n: { id: 'n', label: '件数', type: 'int' as const },
      m: { id: 'm', label: '金额', type: 'money' as const },
    };
    const played = new PlayedCase({ ...law, fields: { ...law.fields, ...fields } }, staffedAgency());
    for (const record of [{ n: 1.5 }, { n: 2 ** 53 }, { n: Number.NaN }, { m: 0.5 }, { m: -1 }])
      expect(codes(played, { ...lead, record })).toEqual(['FIELD_INVALID']);
    expect(played.try({ ...lead, record: { n: -3, m: 0 } })).toHaveProperty('streams');
  });

  it('清单之外的编码，指明哪一栏', () => {
    expect(fresh().refused({ ...lead, input: { source: 'rumour', summary: '试' } })).toMatchObject([
      { code: 'FIELD_INVALID', field: 'input.source' },
    ]);
    const played = caseAt(law, 'filing-approved');
    const filed = lawfulAct('filed');
    expect(
      played.refused({ ...filed, input: { cause: '试验', parties: [{ ...organisation, kind: 'ghost' }] } }),
    ).toMatchObject([{ code: 'FIELD_INVALID', field: 'input.parties.0.kind' }]);
  });

  it('还没有到的时刻；这一秒可以', () => {
    expect(codes(fresh(), { ...lead, at: '2026-03-02T09:00:01', entered: '2026-03-02T09:00' })).toEqual([
      'FUTURE_DATE',
    ]);
    expect(fresh().try({ ...lead, entered: lead.at })).toHaveProperty('streams');
  });

  it('WHMZ-JL-35-1 施行前一日的行为，办法还没有版本；施行当日的只缺别的法当时的版本', () => {
    const title = '武汉市民政系统行政执法全过程记录办法';
    const because = (at: string) =>
      fresh()
        .refused({ ...lead, at, entered: '2026-03-02T09:00' })
        .map((one) => one.because)
        .join('');
    expect(because('2017-06-30T23:59:59')).toContain(title);
    expect(because('2017-07-01T00:00')).not.toContain(title);
  });

  it('NAT-CF-86-1 早于收录的最早版本', () => {
    expect(codes(fresh(), { ...lead, at: '2017-06-30T23:59:59', entered: '2026-03-02T09:00' })).toEqual([
      'EDITION_NOT_LOADED',
    ]);
  });
});

describe('根据案卷的哪一版', () => {
  it('没有说明的，拒绝', () => {
    const played = caseAt(law, 'served');
    const context = played.context('head', '2026-03-19T09:00');
    const decision = decide(
      played.state,
      {
        id: 'A2',
        name: 'case.approve',
        agency: 'trial',
        stream: 'case/trial',
        input: { matter: 'filing', opinion: 'agree' },
        record: { 'approval.comment': '同意立案' },
        occurredAt: instant('2026-03-19T09:00'),
      },
      context,
    );
    expect('refusals' in decision && codesOfRefusals(decision.refusals)).toEqual(['BASIS_MISSING']);
  });

  it('打开之后有了变化的，拒绝并说明变化', () => {
    const played = caseAt(law, 'decision-approved');
    const refusals = played.refused({ ...lawfulAct('decided'), basedOn: 9 });
    expect(refusals).toMatchObject([
      {
        code: 'BASIS_CHANGED',
        difference: [
          { what: '3 月 10 日的行政处罚事先告知书' },
          { what: '3 月 18 日的审批' },
          { what: '3 月 18 日的审批' },
          { what: '3 月 19 日的审批' },
        ],
      },
    ]);
  });

  it('变化与所根据的无关的，不拒绝', () => {
    const played = caseAt(law, 'served');
    expect(played.try({ ...lawfulAct('decision-proposed'), basedOn: 10 })).toHaveProperty('streams');
  });

  it('根据的是还不存在的版本，拒绝', () => {
    expect(codes(caseAt(law, 'decision-approved'), { ...lawfulAct('decided'), basedOn: 99 })).toEqual([
      'BASIS_CHANGED',
    ]);
  });
});

describe('已经发生的事与可以拒绝的事', () => {
  const alone: Told = {
    ...lawfulAct('interviewed'),
    input: { officers: ['h1'], person: '司马证人', endedAt: '2026-03-05T10:30' },
  };
  const admits = [{ code: 'OFFICER_COUNT_LOW', reason: '同行人员临时被调走' }];

  it('NAT-CF-42-2 一人询问：不承认则拒绝，承认则带瑕疵记录', () => {
    const played = caseAt(law, 'assigned');
    expect(codes(played, alone)).toEqual(['OFFICER_COUNT_LOW']);
    const decision = played.try({ ...alone, admits });
    expect(decision).toMatchObject({
      defects: [
        { code: 'OFFICER_COUNT_LOW', rule: 'officers.enough', effect: 'void', reason: '同行人员临时被调走' },
      ],
    });
    expect(played.events.at(-1)).toMatchObject({ admits, defects: [{ code: 'OFFICER_COUNT_LOW' }] });
    expect(played.state.entries.at(-1)?.defects).toHaveLength(1);
  });

  it('NAT-CF-46-2 有瑕疵的笔录不得作为决定的根据', () => {
    const played = caseWith(law, 'decision-approved', (milestone, told) =>
      milestone === 'interviewed' ? { ...alone, admits } : told,
    );
    expect(codes(played, lawfulAct('decided'))).toEqual(['DEFECT_UNCURED']);
  });

  it('只承认其中一项的，其余仍拒绝', () => {
    const played = caseAt(law, 'assigned');
    const rest = played.refused({ ...alone, admits, record: {} });
    expect(codesOfRefusals(rest)).not.toContain('OFFICER_COUNT_LOW');
    expect(rest.map((one) => one.field)).toEqual(
      expect.arrayContaining(Object.keys(interviewRecord).map((field) => `record.${field}`)),
    );
  });

  it('可以拒绝的事，承认瑕疵也不能作', () => {
    const played = caseAt(law, 'filed');
    const told = { ...lawfulAct('assigned'), input: { officers: ['h1'], declared: ['h1'] }, admits };
    expect(codes(played, told)).toEqual(['OFFICER_COUNT_LOW']);
  });

  it('不该由这个人办的，承认也不能', () => {
    const played = caseAt(law, 'assigned');
    expect(
      codes(played, {
        ...lawfulAct('interviewed'),
        by: 'head',
        admits: [{ code: 'ROLE_REQUIRED', reason: '代为录入' }],
      }),
    ).toEqual(['ROLE_REQUIRED']);
  });

  it('写法和关联不对的，承认也不能', () => {
    const played = caseAt(law, 'noticed');
    const told = { ...lawfulAct('served'), input: { document: 'N9', party: 'P1' } };
    expect(
      codes(played, { ...told, admits: [{ code: 'DOCUMENT_NOT_ISSUED', reason: '找不到文书' }] }),
    ).toEqual(['DOCUMENT_NOT_ISSUED']);
  });

  it('WHMZ-JL-21-1 有瑕疵的送达不起算期限', () => {
    const played = caseAt(law, 'noticed');
    played.do({
      ...lawfulAct('served'),
      record: { 'service.recipient': '吴代表', 'service.place': '示范路 1 号' },
      admits: [{ code: 'SERVICE_PROOF_MISSING', reason: '漏填签收时刻' }],
    });
    approveDecision(played, '2026-03-19T09:00');
    expect(codes(played, lawfulAct('decided'))).toEqual(['NOTICE_MISSING']);
    played.do({
      ...lawfulAct('served'),
      id: 'S9',
      at: '2026-03-19T09:10',
      record: service('2026-03-19T09:10'),
    });
    expect(codes(played, lawfulAct('decided'))).toEqual(['DEFENCE_PERIOD_OPEN']);
  });
});

describe('编号只用一次', () => {
  it('后来的行为不能用卷内已有记录的编号', () => {
    expect(codes(caseAt(law, 'assigned'), { ...lawfulAct('interviewed'), id: 'P1' })).toEqual(['ID_TAKEN']);
  });

  it.each(['L1', 'F1'])('当事人不能用案源或者立案自己的编号(%s)', (id) => {
    const played = caseAt(law, 'filing-approved');
    const told = {
      ...lawfulAct('filed'),
      input: { cause: '试验', parties: [{ ...organisation, id }], ...where },
    };
    expect(codes(played, told)).toEqual(['ID_TAKEN']);
  });
});

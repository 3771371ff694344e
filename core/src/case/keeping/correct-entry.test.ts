import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../canonical.ts';
import { obligations } from '../../obligations.ts';
import {
  caseAt,
  caseWith,
  interviewRecord,
  approveDecision,
  lawfulAct,
  person,
  sanctions,
  where,
} from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { entryById } from '../state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const correct = (entry: string, fields: unknown, at = '2026-03-19T09:30'): Told => ({
  id: 'C1',
  act: 'case.correct-entry',
  by: 'h1',
  at,
  input: { entry, fields, reason: '录入时看错了' },
});
const dueOf = (played: PlayedCase, id: string) => obligations(played.state, law).find((one) => one.id === id);

describe('更正录入', () => {
  it('HBSF-7-1 更正当时录入的当事人，不因更正在后而变成补录', () => {
    const hebei = compileBundle(library, ['hebei-justice/enforcement-publication/2019-01-01']).law;
    const played = caseAt(hebei, 'filed');
    played.do(correct('P1', { 'input.name': '江城示范学会' }));
    expect(entryById(played.state, 'P1')?.data).toMatchObject({ name: '江城示范学会' });
  });

  it('更正前后都留在案卷里，写明谁、何时、为什么', () => {
    const played = caseAt(law, 'interviewed');
    played.do(
      correct(
        'I1',
        { 'input.person': '司马证言', 'record.interview.place': '当事人住所' },
        '2026-03-06T09:00',
      ),
    );
    const entry = entryById(played.state, 'I1');
    expect(entry?.data).toMatchObject({ person: '司马证言' });
    expect(entry?.record).toEqual({ ...interviewRecord, 'interview.place': '当事人住所' });
    expect(entry?.corrections).toEqual([
      {
        at: '2026-03-06T09:00:00+08:00',
        by: { account: 'h1', name: '孙承办', officer: 'h1' },
        reason: '录入时看错了',
        before: { 'input.person': '司马证人', 'record.interview.place': '本局询问室' },
        after: { 'input.person': '司马证言', 'record.interview.place': '当事人住所' },
      },
    ]);
    expect(entry?.version).toBe(played.state.version);
    expect(JSON.parse(canonical(played.state))).toEqual(played.state);
  });

  it('更正只动那一条记录，原来的状态不变', () => {
    const played = caseAt(law, 'interviewed');
    const before = played.state;
    const text = canonical(before);
    played.do(correct('I1', { 'input.person': '司马证言' }, '2026-03-06T09:00'));
    expect(canonical(before)).toBe(text);
    const others = (state: typeof before) => state.entries.filter((entry) => entry.id !== 'I1');
    expect(others(played.state)).toEqual(others(before));
  });

  it('NAT-CF-45-1 送达时刻更正后，陈述申辩期限随之移动', () => {
    const played = caseAt(law, 'served');
    expect(dueOf(played, 'defence-period/P1')?.lawfulDue).toBe('2026-03-18T23:59:59+08:00');
    const at = '2026-03-13T10:00:00+08:00';
    played.do(correct('S1', { occurredAt: at, 'record.service.signed-at': at }));
    expect(entryById(played.state, 'S1')?.at).toBe('2026-03-13T10:00:00+08:00');
    expect(dueOf(played, 'defence-period/P1')?.lawfulDue).toBe('2026-03-20T23:59:59+08:00');
    approveDecision(played, '2026-03-19T09:40');
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toEqual(['DEFENCE_PERIOD_OPEN']);
  });

  it('NAT-CF-57-1 批准之后更正了所根据的记录，批准失效；决定之后更正，不动摇已作出的决定', () => {
    const stale = caseAt(law, 'decision-approved');
    stale.do(correct('I1', { 'record.interview.place': '当事人住所' }));
    expect(codesOfRefusals(stale.refused(lawfulAct('decided')))).toEqual(['APPROVAL_MISSING']);
    const after = caseAt(law, 'decided');
    after.do(correct('I1', { 'record.interview.place': '当事人住所' }, '2026-03-19T11:00'));
    expect(dueOf(after, 'approve-decision/case')?.met).toBe('2026-03-19T09:00:00+08:00');
  });

  it('WHMZ-GS-8-3 审定之后更正当事人须重新审定；公示之后更正，不动摇已办的审定', () => {
    const stale = caseAt(law, 'publication-approved');
    stale.do(correct('P1', { 'input.name': '江城示范联合会' }, '2026-03-23T10:00'));
    expect(codesOfRefusals(stale.refused(lawfulAct('published')))).toEqual(['CHIEF_APPROVAL_REQUIRED']);
    const after = caseAt(law, 'published');
    after.do(correct('P1', { 'input.name': '江城示范联合会' }, '2026-03-25T10:00'));
    expect(dueOf(after, 'approve-publication/case')?.met).toBe('2026-03-23T09:00:00+08:00');
  });

  it('NAT-MS-85-3 补上期内的交邮凭证，改判没有逾期，原来没有凭证的记载留在卷内', () => {
    const played = caseAt(law, 'served');
    const late = {
      ...{ id: 'U1', act: 'case.record-statement', by: 'h1', at: '2026-03-20T09:00' },
      input: { party: 'P1', waives: false, points: [{ kind: 'fact', text: '收费的是别人' }] },
    };
    const first = played.try(late);
    expect('advice' in first && first.advice.map((one) => one.code)).toEqual(['STATEMENT_LATE']);
    const postmark = [{ blob: `sha256:${'a'.repeat(64)}`, name: '信封.jpg' }];
    const supplied = correct(
      'U1',
      { 'record.statement.mailed-at': '2026-03-18T17:00:00+08:00', 'record.statement.postmark': postmark },
      '2026-03-23T09:00',
    );
    const again = played.try(supplied);
    expect('advice' in again && again.advice).toEqual([]);
    const entry = entryById(played.state, 'U1');
    expect(entry?.record['statement.postmark']).toEqual(postmark);
    expect(entry?.corrections[0]?.before).toEqual({});
  });

  it('NAT-CF-42-2 漏录的人员补上，瑕疵消除；更正出新的问题，瑕疵出现', () => {
    const alone = {
      ...lawfulAct('interviewed'),
      input: { officers: ['h1'], person: '司马证人', endedAt: '2026-03-05T10:30' },
    };
    const played = caseWith(law, 'interviewed', (milestone, told) =>
      milestone === 'interviewed'
        ? { ...alone, admits: [{ code: 'OFFICER_COUNT_LOW', reason: '只录了一人' }] }
        : told,
    );
    const defects = () => entryById(played.state, 'I1')?.defects.map((one) => [one.code, one.reason]);
    expect(defects()).toEqual([['OFFICER_COUNT_LOW', '只录了一人']]);
    played.do(correct('I1', { 'input.officers': ['h1', 'h2'] }, '2026-03-06T09:00'));
    expect(defects()).toEqual([]);
    played.do({ ...correct('I1', { 'input.officers': ['h1', 'h3'] }, '2026-03-06T10:00'), id: 'C2' });
    expect(defects()).toEqual([['OFFICER_NOT_QUALIFIED', '录入时看错了']]);
    expect(played.events.at(-1)?.defects).toHaveLength(1);
  });

  it('更正之后瑕疵还在的，瑕疵的原因仍是当初承认的，不被更正的理由顶替', () => {
    const played = caseWith(law, 'interviewed', (milestone, told) =>
      milestone === 'interviewed'
        ? {
            ...told,
            input: { officers: ['h1'], person: '司马证人', endedAt: '2026-03-05T10:30' },
            admits: [{ code: 'OFFICER_COUNT_LOW', reason: '同行人员被临时抽调' }],
          }
        : told,
    );
    played.do(correct('I1', { 'record.interview.place': '当事人办公室' }, '2026-03-06T09:00'));
    expect(entryById(played.state, 'I1')?.defects.map((one) => one.reason)).toEqual(['同行人员被临时抽调']);
  });

  it('更正由别人录入，原来的人员要求不再重判', () => {
    const played = caseAt(law, 'interviewed');
    played.do({
      ...correct('I1', { 'record.interview.place': '当事人住所' }, '2026-03-06T09:00'),
      by: 'h2',
    });
    expect(entryById(played.state, 'I1')?.defects).toEqual([]);
  });
});

describe('更正不能带进原来就不容许的内容', () => {
  const interviewed = caseAt(law, 'noticed');
  it.each<[string, string, unknown, string]>([
    ['姓名写成数', 'I1', { 'input.person': 42 }, 'input.fields.input.person'],
    ['人员写成文字', 'I1', { 'input.officers': 'h1' }, 'input.fields.input.officers'],
    ['人员不在名录', 'I1', { 'input.officers': ['h1', 'constructor'] }, 'input.fields.input.officers'],
    ['没有这一输入栏', 'I1', { 'input.extra': '试' }, 'input.fields.input.extra'],
    ['对象自带的名称作输入栏', 'I1', { 'input.constructor': '试' }, 'input.fields.input.constructor'],
    ['对象自带的名称作记录栏', 'I1', { 'record.constructor': '试' }, 'input.fields.record.constructor'],
    ['没有这一记录栏', 'I1', { 'record.interview.weather': '晴' }, 'input.fields.record.interview.weather'],
    ['记录栏类型不对', 'I1', { 'record.interview.place': 5 }, 'input.fields.record.interview.place'],
    [
      '清单之外的选项',
      'I1',
      { 'record.interview.signature': 'maybe' },
      'input.fields.record.interview.signature',
    ],
    ['控制字符', 'I1', { 'input.person': '司马\u0007' }, 'input.fields.input.person'],
    ['结束早于更正后的开始', 'I1', { occurredAt: '2026-03-05T10:31:00+08:00' }, 'input.fields.input.endedAt'],
    ['早于收录的最早版本', 'I1', { occurredAt: '1990-01-01T09:00:00+08:00' }, 'input.fields.occurredAt'],
    ['来源不在清单中', 'L1', { 'input.source': 'rumour' }, 'input.fields.input.source'],
    ['当事人类型不在清单中', 'P1', { 'input.kind': 'ghost' }, 'input.fields.input.kind'],
    ['当事人名称空着', 'P1', { 'input.name': ' ' }, 'input.fields.input.name'],
    [
      '信用代码的校验码不对',
      'P1',
      { 'record.party.code': '91350100M000100Y44' },
      'input.fields.record.party.code',
    ],
    ['改成自然人却没有身份号码', 'P1', { 'input.kind': 'person' }, 'input.fields.record.party.identity'],
  ])('%s', (_what, entry, fields, field) => {
    const played = interviewed.copy();
    const refusals = played.refused(correct(entry, fields));
    expect(refusals.map((one) => one.field)).toContain(field);
    expect(refusals.every((one) => one.act === 'case.correct-entry')).toBe(true);
    expect(played.state).toBe(interviewed.state);
  });

  it('送达更正到文书之前、更正成不在卷的文书，拒绝', () => {
    const played = caseAt(law, 'served');
    expect(
      codesOfRefusals(played.refused(correct('S1', { occurredAt: '2026-03-10T08:59:00+08:00' }))),
    ).toEqual(['STEP_ORDER']);
    expect(codesOfRefusals(played.refused(correct('S1', { 'input.document': 'N9' })))).toEqual([
      'DOCUMENT_NOT_ISSUED',
    ]);
  });

  it('类型与号码一并更正的，可以', () => {
    const played = interviewed.copy();
    const fields = {
      'input.name': person.name,
      'input.kind': 'person',
      ...Object.fromEntries(Object.entries(person.record).map(([id, value]) => [`record.${id}`, value])),
    };
    played.do(correct('P1', fields));
    expect(entryById(played.state, 'P1')?.data).toEqual({ name: person.name, kind: 'person' });
  });
});

describe('借栏目路径做手脚', () => {
  it.each([
    '__proto__',
    'input.__proto__',
    'record.__proto__',
    'record.__proto__.polluted',
    'input.__proto__.polluted',
    'constructor',
    'constructor.prototype.polluted',
    'input.constructor',
    'record.constructor.prototype.polluted',
    'input.',
    'record.',
    'id',
    'version',
    'defects',
    'input.person.length',
    'occurredAt.x',
    '',
  ])('路径「%s」拒绝，什么都不改', (path) => {
    const played = caseAt(law, 'interviewed');
    const text = canonical(played.state);
    const fields: unknown = JSON.parse(`{${JSON.stringify(path)}:{"polluted":true}}`);
    expect(codesOfRefusals(played.refused(correct('I1', fields, '2026-03-06T09:00'))).length).toBeGreaterThan(
      0,
    );
    expect(canonical(played.state)).toBe(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('夹带在合法栏目旁边的 __proto__ 也拒绝', () => {
    const played = caseAt(law, 'interviewed');
    const fields: unknown = JSON.parse('{"input.person":"司马证言","__proto__":{"polluted":true}}');
    expect(codesOfRefusals(played.refused(correct('I1', fields, '2026-03-06T09:00')))).toEqual([
      'INPUT_INVALID',
    ]);
  });

  it('当事人的记录里夹带 __proto__ 也拒绝', () => {
    const played = caseAt(law, 'filing-approved');
    const party: unknown = JSON.parse(
      '{"id":"P1","name":"江城示范协会","kind":"foundation","record":{"__proto__":{"polluted":true}}}',
    );
    const told = { ...lawfulAct('filed'), input: { cause: '试验', parties: [party], ...where } };
    expect(codesOfRefusals(played.refused(told))).toContain('FIELD_INVALID');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('决定书里的处罚不能夹带别的栏', () => {
    const played = caseAt(law, 'decision-approved');
    const extra: unknown = [{ ...sanctions[0], ...(JSON.parse('{"__proto__":1}') as object) }];
    const told = {
      ...lawfulAct('decided'),
      input: { outcome: 'penalty', sanctions: extra, evidence: ['I1'] },
    };
    expect(codesOfRefusals(played.refused(told))).toEqual(['INPUT_INVALID']);
  });
});

import { describe, expect, it } from 'vitest';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { obligations } from '../../obligations.ts';
import { status } from '../../status.ts';
import { instant } from '../../time/index.ts';
import { caseAt } from '../../trial/lawful-path.ts';
import { sceneWith, smallLaw } from '../../trial/small-law.ts';
import { checkGates } from '../gates.ts';
import type { Law } from '../law.ts';
import type { Primitive } from '../primitive.ts';
import { isLater } from './later.ts';
import { lowerRules, partsOf, schemaFor } from './index.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const standing = { pack: 'trial', inForce: { from: '2020-01-01' } };

function lowered(raw: unknown): readonly Primitive[] {
  return lowerRules([{ text: schemaFor(raw).parse(raw), standing }]);
}

function lawOf(rules: readonly Primitive[]): Law {
  return smallLaw({
    gates: rules.filter((rule) => rule.primitive === 'gate'),
    needs: rules.filter((rule) => rule.primitive === 'need'),
    duties: rules.filter((rule) => rule.primitive === 'duty'),
  });
}

const term = (more: Record<string, unknown>) => ({
  owedBy: 'handlers',
  start: 'case.decided',
  within: { n: 3, unit: 'workday', unitBasis: 'T-1' },
  roll: 'agency',
  until: 'case.published',
  ...more,
});

const publication = {
  kind: 'publication',
  id: 'trial.publication',
  per: 'case',
  act: 'case.publish',
  when: { is: ['case.outcome', 'penalty'] },
  due: term({ cites: ['T-1'], duty: 'put-up', label: '公示' }),
  content: { cites: ['T-2'], fields: [{ field: 'publication.check' }], effect: 'curable' },
  masking: {
    cites: ['T-3'],
    judgedIn: 'publication.sensitivity',
    effect: 'void',
    withheld: [
      {
        name: 'secret',
        values: ['state-secret'],
        code: 'SECRET',
        because: '涉及国家秘密',
        remedy: { says: '不公示' },
      },
    ],
  },
  approval: {
    cites: ['T-4'],
    done: 'case.publicationApproved',
    effect: 'void',
    code: 'UNAPPROVED',
    because: '尚未审定',
    remedy: { says: '报审定', act: 'case.approve' },
    by: {
      act: 'case.approve',
      when: { is: ['input.matter', 'publication'] },
      roles: ['unit-head'],
      code: 'ROLE_REQUIRED',
      because: '只有部门主要负责人能够审定',
      remedy: { says: '由部门主要负责人审定' },
    },
  },
  channels: {
    cites: ['T-5'],
    input: 'input.channel',
    allowed: ['site'],
    effect: 'advise',
    code: 'CHANNEL',
    because: '不在规定的渠道之列',
    remedy: { says: '改在门户网站公示' },
  },
  withdrawal: term({ cites: ['T-6'], duty: 'take-down', label: '撤回公示', act: 'case.correct-entry' }),
  correction: term({ cites: ['T-7'], duty: 'put-right', label: '更正公示' }),
  expiry: term({ cites: ['T-8'], duty: 'let-expire', label: '期满撤下', lapses: true }),
};

describe('公示（publication）', () => {
  const rules = lowered(publication);
  const named = (part: string) => rules.find((rule) => rule.id === `trial.publication.${part}`);

  it('一条写下来，落成义务、关口和必填，各引自己的条款', () => {
    expect(
      rules.map((rule) => [rule.id.slice('trial.publication.'.length), rule.primitive, ...rule.clauses]),
    ).toEqual([
      ['due', 'duty', 'T-1'],
      ['withdrawal', 'duty', 'T-6'],
      ['correction', 'duty', 'T-7'],
      ['expiry', 'duty', 'T-8'],
      ['content', 'need', 'T-2'],
      ['judged', 'need', 'T-3'],
      ['no-secret', 'gate', 'T-3'],
      ['approved', 'gate', 'T-4'],
      ['approver', 'gate', 'T-4'],
      ['channels', 'gate', 'T-5'],
    ]);
    expect(rules.every((rule) => rule.of?.id === 'trial.publication' && rule.of.kind === 'publication')).toBe(
      true,
    );
  });

  it('整条的前提和各部分自己的前提都要成立', () => {
    expect(named('due')?.when).toEqual(publication.when);
    expect(named('approver')?.when).toEqual({ all: [publication.when, publication.approval.by.when] });
  });

  it('核对自成一步的，落成必填、谁能核对、先核对后审定；没有审定的，先核对后公示', () => {
    const step = {
      act: 'case.approve',
      when: { is: ['act.step', 'check'] },
      by: { not: 'act.byDrafter' },
      code: 'NOT_APART',
      because: '提交人不能自己核对',
      remedy: { says: '由另一人核对' },
      done: 'case.publicationChecked',
      undone: { code: 'UNCHECKED', because: '还没有核对', remedy: { says: '先核对' } },
    };
    const check = { cites: ['T-9'], fields: [{ field: 'publication.lawful' }], effect: 'void', step };
    const { approval, ...unapproved } = publication;
    const parts = (text: Record<string, unknown>) =>
      new Map(lowered(text).map((rule) => [rule.id.slice('trial.publication.'.length), rule]));
    const withApproval = parts({ ...publication, check });
    expect(withApproval.get('check')).toMatchObject({ primitive: 'need', acts: ['case.approve'] });
    expect(withApproval.get('checker')).toMatchObject({
      acts: ['case.approve'],
      unless: step.by,
      code: 'NOT_APART',
      when: { all: [publication.when, step.when] },
    });
    expect(withApproval.get('checked')).toMatchObject({
      acts: ['case.approve'],
      unless: 'case.publicationChecked',
      code: 'UNCHECKED',
      when: { all: [publication.when, approval.by.when] },
    });
    expect(parts({ ...unapproved, check }).get('checked')).toMatchObject({
      acts: ['case.publish'],
      when: publication.when,
    });
    const { step: _step, ...plain } = check;
    expect(parts({ ...publication, check: plain }).get('check')).toMatchObject({ acts: ['case.publish'] });
  });

  it('公示的期限由公示这一行为履行，撤回写明自己的行为', () => {
    expect(named('due')).toMatchObject({ act: 'case.publish' });
    expect(named('withdrawal')).toMatchObject({ act: 'case.correct-entry' });
  });

  it('没有判定的由必填说出，不再说涉密；判定涉密的拒绝，不涉密的放行', () => {
    const state = caseAt(law, 'decided').state;
    const codes = (record: Record<string, string>) =>
      checkGates(
        'case.publish',
        sceneWith({
          state,
          act: 'case.publish',
          input: { channel: 'site' },
          record,
          law: lawOf(rules),
          at: '2026-03-25T10:00',
        }),
      ).map((one) => one.refusal.code);
    expect(codes({})).toEqual(['UNAPPROVED']);
    expect(codes({ 'publication.sensitivity': 'state-secret' })).toEqual(['SECRET', 'UNAPPROVED']);
    expect(codes({ 'publication.sensitivity': 'none' })).toEqual(['UNAPPROVED']);
  });

  it('什么也没有写的，不成一条', () => {
    expect(
      schemaFor(publication).safeParse({ kind: 'publication', id: 'a.b', per: 'case', act: 'case.publish' })
        .success,
    ).toBe(false);
  });
});

const retention = {
  kind: 'retention',
  id: 'trial.files',
  cites: ['T-1'],
  per: 'case',
  duty: 'keep-file',
  category: '处罚案卷',
  owedBy: 'clerk',
  start: 'case.filed',
  term: { n: 10, unit: 'workday', unitBasis: 'T-1' },
  roll: 'agency',
  holds: [{ from: 'case.noticed', to: 'case.noticeServed', label: '诉讼' }],
  disposal: {
    cites: ['T-2'],
    acts: ['file.dispose'],
    because: '保管期限未满',
    remedy: { says: '期满并经鉴定后处置' },
  },
};

describe('保管（retention）', () => {
  // 3 月 3 日立案，10 日告知、11 日送达；小法律里只有周末休息，告知到送达当作诉讼。
  const rules = lowered(retention);
  const small = lawOf(rules);
  const disposing = (state: ReturnType<typeof caseAt>['state'], at: string) =>
    checkGates('file.dispose', sceneWith({ state, act: 'file.dispose', input: {}, law: small, at })).map(
      (one) => one.refusal.code,
    );

  it('落成一项到期即止的义务、处置之前的关口和留存期间的关口', () => {
    expect(rules.map((rule) => [rule.id, rule.primitive])).toEqual([
      ['trial.files.term', 'duty'],
      ['trial.files.disposal', 'gate'],
      ['trial.files.hold-1', 'gate'],
    ]);
  });

  it('期满不算逾期；诉讼期间不计入，末日从 3 月 17 日顺推到 3 月 19 日', () => {
    const [plain] = obligations(caseAt(law, 'filed').state, small);
    expect(plain?.label).toBe('保管处罚案卷');
    expect(plain?.lawfulDue).toBe('2026-03-17T23:59:59+08:00');
    const [held] = obligations(caseAt(law, 'served').state, small);
    expect(held?.lawfulDue).toBe('2026-03-19T23:59:59+08:00');
    expect(held === undefined ? '' : status(held, instant('2026-04-01T09:00'))).toBe('ended');
  });

  it('期满之前不得处置，末日当日仍不得，次日可以', () => {
    const { state } = caseAt(law, 'served');
    expect(disposing(state, '2026-03-19T23:00')).toEqual(['RETENTION_NOT_MET']);
    expect(disposing(state, '2026-03-20T00:00')).toEqual([]);
  });

  it('正因诉讼留存的，期满也不得处置；没有起算的同样不得', () => {
    const { state } = caseAt(law, 'noticed');
    expect(disposing(state, '2026-12-31T09:00')).toEqual(['RETENTION_NOT_MET', 'RETENTION_HOLD']);
    expect(disposing(caseAt(law, 'lead').state, '2026-12-31T09:00')).toEqual(['RETENTION_NOT_MET']);
  });

  it('没有写留存的情形，也没有说明为什么没有的，不成一条', () => {
    const { holds: _holds, ...bare } = retention;
    expect(schemaFor(bare).safeParse(bare).success).toBe(false);
    expect(lowered({ ...bare, noHolds: '此类资料不涉诉讼' })).toHaveLength(2);
  });
});

describe('以后才有的写法', () => {
  it('认得形式，落不成任何规则', () => {
    const raw = {
      kind: 'report',
      id: 'trial.report',
      cites: ['T-1'],
      per: 'case',
      label: '年度报告',
      to: '司法局',
      every: 'year',
    };
    const text = schemaFor(raw).parse(raw);
    expect(isLater(text)).toBe(true);
    expect(partsOf(text)).toEqual([]);
    expect(lowered(raw)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CaseState } from '../case/state.ts';
import { emptyCase, withEntry } from '../case/state.ts';
import { gateOf, rowOf, sceneWith, smallLaw } from '../trial/small-law.ts';
import { day, instant } from '../time/index.ts';
import { checkGates } from './gates.ts';
import type { Gate } from './primitive.ts';

const findings = (gate: Gate, given: Parameters<typeof sceneWith>[0] = { input: {} }) =>
  checkGates('case.file', sceneWith({ ...given, law: smallLaw({ gates: [gate] }) }));
const codes = (gate: Gate, given?: Parameters<typeof sceneWith>[0]): readonly string[] =>
  findings(gate, given).map((one) => one.refusal.code);

describe('门', () => {
  it('条件为真才开；为假、未知都关', () => {
    expect(codes(gateOf({ unless: 'input.t' }), { input: { t: true } })).toEqual([]);
    expect(codes(gateOf({ unless: 'input.t' }), { input: { t: false } })).toEqual(['SHUT']);
    expect(codes(gateOf({ unless: 'input.t' }), { input: {} })).toEqual(['SHUT']);
  });

  it('别的行为不经过这道门', () => {
    expect(codes(gateOf({ unless: 'input.t', acts: ['case.decide'] }))).toEqual([]);
  });

  it('适用的前提为假，门不存在；前提未知，门仍关着', () => {
    const gate = gateOf({ unless: 'input.f', when: 'input.applies' });
    expect(codes(gate, { input: { applies: false } })).toEqual([]);
    expect(codes(gate, { input: { applies: true } })).toEqual(['SHUT']);
    expect(codes(gate, { input: {} })).toEqual(['SHUT']);
  });

  it('例外为真才放行；为假、未知都不放行', () => {
    const gate = gateOf({ unless: 'input.t', exceptions: [exception('input.e')] });
    expect(codes(gate, { input: { e: true } })).toEqual([]);
    expect(codes(gate, { input: { e: false } })).toEqual(['SHUT']);
    expect(codes(gate, { input: {} })).toEqual(['SHUT']);
  });

  it('例外所在的版本当日不施行的，不放行', () => {
    const gate = gateOf({
      unless: 'input.t',
      exceptions: [{ ...exception('input.e'), inForce: { from: '2026-03-11' } }],
    });
    expect(codes(gate, { input: { e: true }, at: '2026-03-10T12:00' })).toEqual(['SHUT']);
    expect(codes(gate, { input: { e: true }, at: '2026-03-11T00:00' })).toEqual([]);
  });

  it('版本施行的第一天和最后一天都适用，前一天和后一天不适用', () => {
    const gate = gateOf({ unless: 'input.t', inForce: { from: '2026-03-10', until: '2026-03-12' } });
    const on = (day: string) => codes(gate, { input: {}, at: `${day}T12:00` });
    expect(['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map(on)).toEqual([
      [],
      ['SHUT'],
      ['SHUT'],
      [],
    ]);
  });
});

describe('还没有填表时', () => {
  const open = (gate: Gate): readonly boolean[] => findings(gate, {}).map((one) => one.open);

  it('只取决于填写内容的门，关而可变', () => {
    expect(open(gateOf({ unless: 'input.t' }))).toEqual([true]);
    expect(open(gateOf({ unless: 'case.filed', when: 'input.applies' }))).toEqual([true]);
    // 空表读作零人,看似满足,填了以后未必。
    expect(open(gateOf({ unless: { atMost: ['act.officerCount', 1] } }))).toEqual([true]);
  });

  it('案卷本身不满足的门，关而不变', () => {
    expect(open(gateOf({ unless: 'case.filed' }))).toEqual([false]);
    expect(open(gateOf({ unless: { all: ['case.filed', 'input.t'] } }))).toEqual([false]);
  });

  it('例外取决于填写内容的，门可变', () => {
    expect(open(gateOf({ unless: 'case.filed', exceptions: [exception('input.e')] }))).toEqual([true]);
    // 空表读作零人,这时例外看似成立,填了以后未必。
    expect(
      open(gateOf({ unless: 'case.filed', exceptions: [exception({ atMost: ['act.officerCount', 1] })] })),
    ).toEqual([true]);
  });

  it('例外已经成立的，不论填什么都放行', () => {
    expect(open(gateOf({ unless: 'case.filed', exceptions: [exception({ not: 'case.decided' })] }))).toEqual(
      [],
    );
  });
});

describe('一道门，几个当事人', () => {
  it('每方各自判断，关着的合在一条中一并指名', () => {
    const gate = gateOf({
      per: 'party',
      unless: { is: ['party.kind', 'person'] },
      because: '{subject}不是自然人',
      remedy: { says: '核对{subject}' },
    });
    const [finding, ...rest] = findings(gate, { state: parties('甲会', '乙会', '丙') });
    expect(rest).toEqual([]);
    expect(finding?.refusal).toMatchObject({
      because: '甲会、乙会不是自然人',
      subjects: ['甲会', '乙会'],
      remedy: { says: '核对甲会、乙会' },
    });
  });

  it('当事人名称中的特殊符号原样写出', () => {
    const gate = gateOf({
      per: 'party',
      unless: 'case.filed',
      because: '尚未告知{subject}',
      remedy: { says: '告知{subject}' },
    });
    const [finding] = findings(gate, { state: parties("$&$'会") });
    expect(finding?.refusal.because).toBe("尚未告知$&$'会");
    expect(finding?.refusal.remedy?.says).toBe("告知$&$'会");
  });

  it('比较的事实可以写出数值；还不知道的写名称', () => {
    const gate = gateOf({
      unless: { atLeast: ['act.officerCount', 2] },
      because: '到场的有 {act.officerCount} 人',
      remedy: { says: '补齐，现有 {act.officerCount}' },
    });
    const [finding] = findings(gate, { input: { officers: ['a'] } });
    expect(finding?.refusal.because).toBe('到场的有 1 人');
    const unknown = gateOf({
      unless: { atLeast: ['act.fineUnpaid', 2] },
      because: '未缴的是{act.fineUnpaid}',
    });
    expect(findings(unknown)[0]?.refusal.because).toBe('未缴的是该当事人尚未缴纳的罚款');
  });

  it('没有当事人的，按方判断的门不关', () => {
    expect(codes(gateOf({ per: 'party', unless: 'case.filed' }))).toEqual([]);
  });

  it('每方都只差时间，才说等到哪一天，取最晚的一天', () => {
    const waits = gateOf({
      per: 'party',
      unless: { elapsed: { since: 'case.leadRegistered', n: 3, unit: 'workday', roll: 'party' } },
    });
    const [finding] = findings(waits, { state: parties('甲会', '丙'), at: '2026-03-03T09:00' });
    expect(finding?.refusal.remedy?.until).toBe('2026-03-05');
    const mixed = gateOf({
      per: 'party',
      unless: {
        all: [
          { is: ['party.kind', 'person'] },
          { elapsed: { since: 'case.leadRegistered', n: 3, unit: 'workday', roll: 'party' } },
        ],
      },
    });
    const [other] = findings(mixed, { state: parties('甲会', '丙'), at: '2026-03-03T09:00' });
    expect(other?.refusal.subjects).toEqual(['甲会', '丙']);
    expect(other?.refusal.remedy?.until).toBeUndefined();
  });

  it('说明所看到的事实，未知的指明由哪个行为解决', () => {
    const [finding] = findings(gateOf({ unless: { is: ['case.outcome', 'penalty'] } }));
    expect(finding?.refusal.facts).toEqual([
      { fact: 'case.outcome', label: '决定的种类', settledBy: 'case.decide' },
    ]);
  });
});

describe('例外另有条件的', () => {
  const instead = (id: string, when: Gate['unless'], other?: Gate['unless']) => ({
    ...exception(when),
    id,
    ...(other === undefined ? {} : { instead: other }),
  });

  it('例外适用时，问它另有的条件，不再问门本来的条件', () => {
    const gate = gateOf({ unless: 'input.t', exceptions: [instead('trial.e1', 'input.e', 'input.other')] });
    expect(codes(gate, { input: { t: false, e: true, other: true } })).toEqual([]);
    expect(codes(gate, { input: { t: false, e: true, other: false } })).toEqual(['SHUT']);
    expect(codes(gate, { input: { t: false, e: false, other: true } })).toEqual(['SHUT']);
    expect(codes(gate, { input: { t: true, e: true, other: false } })).toEqual([]);
  });

  it('两项例外同时适用，结论相同照办，不同则谁也不选，报法制机构', () => {
    const gate = gateOf({
      unless: 'input.t',
      exceptions: [
        instead('trial.e1', 'input.e', 'input.other'),
        { ...instead('trial.e2', 'input.f'), clauses: ['T-2'] },
      ],
    });
    expect(codes(gate, { input: { e: true, f: true, other: true } })).toEqual([]);
    const [finding] = findings(gate, { input: { e: true, f: true, other: false } });
    expect(finding?.refusal).toMatchObject({
      code: 'LAW_CONFLICT',
      clauses: ['T-1', 'T-2'],
      conflict: ['trial.e1', 'trial.e2'],
      remedy: { act: 'agency.settle-conflict' },
    });
  });

  it('裁定之后照裁定：一律准许的放行，另有条件的仍问条件', () => {
    const gate = gateOf({
      unless: 'input.t',
      exceptions: [instead('trial.e1', 'input.e', 'input.other'), instead('trial.e2', 'input.f')],
    });
    const after = (prevails: string, over: string) =>
      checkGates(
        'case.file',
        sceneWith({
          input: { e: true, f: true, other: false },
          law: smallLaw({ gates: [gate], settlements: [{ prevails, over: [over] }] }),
        }),
      ).map((one) => one.refusal.code);
    expect(after('trial.e2', 'trial.e1')).toEqual([]);
    expect(after('trial.e1', 'trial.e2')).toEqual(['SHUT']);
  });

  it('门所问的词互相矛盾的，同样报法制机构；用不着它的不受影响', () => {
    const tables = [rowOf({ type: 'int', gives: 3 }), rowOf({ id: 'trial.more', type: 'int', gives: 5 })];
    const asked = (unless: Gate['unless']) =>
      checkGates(
        'case.file',
        sceneWith({ input: { t: true }, law: smallLaw({ gates: [gateOf({ unless })], tables }) }),
      ).map((one) => one.refusal.code);
    expect(asked({ atLeast: ['trial.word', 1] })).toEqual(['LAW_CONFLICT']);
    expect(asked({ any: ['input.t', { atLeast: ['trial.word', 1] }] })).toEqual([]);
  });
});

describe('门按哪一日的版本', () => {
  const gate = gateOf({
    unless: 'input.t',
    inForce: { from: '2026-03-01' },
    governedBy: 'conduct',
  });
  const filed = (conductOn?: string): CaseState => {
    const state = parties('甲');
    const [lead] = state.entries;
    if (lead === undefined) throw new Error('没有案源');
    return withEntry(
      state,
      {
        type: '',
        actId: 'F1',
        act: 'case.file',
        at: lead.at,
        enteredAt: lead.at,
        by: lead.by,
        input: {},
        record: {},
      },
      'filing',
      { number: '1', cause: '试', ...(conductOn === undefined ? {} : { conductOn: day(conductOn) }) },
    );
  };

  it('按行为日的，行为在施行之前不适用，施行之日起适用，没有写明的按办理日', () => {
    expect(codes(gate, { state: filed('2026-02-28'), input: {} })).toEqual([]);
    expect(codes(gate, { state: filed('2026-03-01'), input: {} })).toEqual(['SHUT']);
    expect(codes(gate, { state: filed(), input: {} })).toEqual(['SHUT']);
    expect(codes(gate, { state: filed(), input: {}, at: '2026-02-28T09:00' })).toEqual([]);
  });
});

function exception(when: Gate['unless']) {
  return { id: 'trial.exception', clauses: ['T-1'], when, inForce: { from: '2020-01-01' } };
}

/** A file with a lead of 2 March 2026 and parties; a name of one letter is a natural person. */
function parties(...names: string[]): CaseState {
  const at = instant('2026-03-02T09:00');
  const event = {
    type: '',
    actId: 'L1',
    act: 'case.register-lead',
    at,
    enteredAt: at,
    by: { account: 'h1', name: '孙承办' },
    input: {},
    record: {},
  };
  const lead = withEntry(emptyCase('case/trial', 'trial'), event, 'lead', { source: 'other', summary: '试' });
  return names.reduce(
    (state, name, index) =>
      withEntry(
        state,
        event,
        'party',
        { name, kind: name.length === 1 ? 'person' : 'foundation' },
        `P${index}`,
      ),
    lead,
  );
}

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Act } from './act.ts';
import { shownName } from './actor.ts';
import { absenceOn } from './authority/absence.ts';
import { mayKeep, ownerOf } from './authority/who-may.ts';
import type { AgencyState } from './authority/state.ts';
import { sumAtStake } from './case/deciding/sum-at-stake.ts';
import { entriesOf } from './case/state.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { requirements } from './requirements.ts';
import { inPlaceOf, inWhoseName } from './representing.ts';
import { instant } from './time/index.ts';
import type { Day } from './time/index.ts';
import { caseAt, organisation } from './trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from './trial/played-case.ts';
// The national law alone: in how many steps a city has its papers signed is not the matter here.
const { law } = compileBundle(library, ['npc/penalty-law/2021-07-15']);

/** An act on the agency's records, which must be done. */
function kept(agency: AgencyState, name: string, input: unknown, at: string, record: Act['record'] = {}) {
  const act = {
    ...{ id: `K${agency.version}${name.length}`, name, agency: 'trial', stream: agency.stream },
    ...{ input, record, occurredAt: instant(at) },
  };
  const decision = decide(agency, act, new PlayedCase(law, agency).context('head', at));
  if ('refusals' in decision) throw new Error(codesOfRefusals(decision.refusals).join());
  const events = decision.streams.flatMap((one) => one.events);
  return { agency: events.reduce(evolve, agency as never) as AgencyState, id: act.id };
}

const given = { delegator: 'head', delegate: 'h3', from: '2026-03-02', until: '2026-03-06' };

/** The head lets the officer without a certificate sign, who holds no post of a head. */
function withPaper(change: object = {}, at = '2026-03-01T09:00') {
  const input = { ...given, matters: ['filing', 'decision'], ...change };
  return kept(staffedAgency(), 'agency.delegate', input, at, { 'delegation.document': '江民授〔2026〕1 号' });
}

/** Approval of the filing, in the head's place. */
function approve(
  agency: AgencyState,
  delegation: string | undefined,
  at: string,
  by = 'h3',
  matter = 'filing',
) {
  const played = new PlayedCase(law, agency);
  played.state = caseAt(law, 'lead').state;
  const act = {
    ...{ id: 'X1', name: 'case.approve', agency: 'trial', stream: played.state.stream },
    ...{ input: { matter, opinion: 'agree' }, record: {}, occurredAt: instant(at) },
    basedOn: played.state.version,
  };
  const context = played.context(by, at);
  const actor = inPlaceOf(context.actor, agency, delegation);
  return { decision: decide(played.state, act, { ...context, actor }), played };
}
const codesOf = (...told: Parameters<typeof approve>) => {
  const { decision } = approve(...told);
  return 'refusals' in decision ? codesOfRefusals(decision.refusals) : [];
};

describe('授权代签', () => {
  const { agency, id } = withPaper();

  it('WHMZ-GS-8-3 有授权的以负责人的名义批准，记录本人、被代理人和所据的授权', () => {
    const { decision } = approve(agency, id, '2026-03-02T10:00');
    expect('streams' in decision && decision.streams[0]?.events[0]?.by).toEqual({
      ...{ account: 'h3', name: '周过期', officer: 'h3' },
      for: { officer: 'head', name: '赵局长', delegation: id },
    });
    expect(shownName({ name: '周过期', for: { officer: 'head', name: '赵局长', delegation: id } })).toBe(
      '周过期（代赵局长）',
    );
  });

  it('不引授权的，仍是没有职权的本人', () => {
    expect(codesOf(agency, undefined, '2026-03-02T10:00')).toEqual(['ROLE_REQUIRED']);
  });

  it.each([
    ['第一天之前', '2026-03-01T23:59', 'DELEGATION_NOT_IN_FORCE'],
    ['最后一天的次日', '2026-03-07T00:00', 'DELEGATION_NOT_IN_FORCE'],
  ])('%s，拒绝', (_when, at, code) => {
    expect(codesOf(agency, id, at)).toEqual([code]);
  });

  it.each([
    ['第一天', '2026-03-02T00:00'],
    ['最后一天', '2026-03-06T23:59'],
  ])('%s，准许', (_when, at) => {
    expect(codesOf(agency, id, at)).toEqual([]);
  });

  it('授权人没有登记的，拒绝', () => {
    expect(() => withPaper({ delegator: 'constructor' })).toThrow('OFFICER_UNKNOWN');
  });

  it('不在授权的事项之内，拒绝', () => {
    expect(codesOf(agency, id, '2026-03-02T10:00', 'h3', 'filing-refusal')).toEqual(['DELEGATION_MATTER']);
  });

  it('授权给别人的，不能用：受托代签的不能转授', () => {
    expect(codesOf(agency, id, '2026-03-02T10:00', 'h2')).toEqual(['DELEGATION_UNKNOWN']);
    expect(codesOf(agency, 'nothing', '2026-03-02T10:00')).toEqual(['DELEGATION_UNKNOWN']);
  });

  it('事后登记的授权，不能使登记之前的签署成立', () => {
    const later = withPaper({}, '2026-03-03T09:00');
    expect(codesOf(later.agency, later.id, '2026-03-03T08:59')).toEqual(['DELEGATION_NOT_IN_FORCE']);
    expect(codesOf(later.agency, later.id, '2026-03-03T09:00')).toEqual([]);
  });

  it('撤回的一刻起不能再用，撤回之前的仍然有效', () => {
    const revoked = kept(agency, 'agency.revoke-delegation', { delegation: id }, '2026-03-04T10:00').agency;
    expect(codesOf(revoked, id, '2026-03-04T09:59')).toEqual([]);
    expect(codesOf(revoked, id, '2026-03-04T10:00')).toEqual(['DELEGATION_NOT_IN_FORCE']);
    expect(() => kept(revoked, 'agency.revoke-delegation', { delegation: id }, '2026-03-04T11:00')).toThrow(
      'NOTHING_DELEGATED',
    );
  });

  it('授权人不再任职的，授权借不到职权', () => {
    const left = {
      ...agency,
      appointments: agency.appointments.map((post) =>
        post.officer === 'head' ? { ...post, until: '2026-03-03' as Day } : post,
      ),
    };
    expect(codesOf(left, id, '2026-03-03T10:00')).toEqual([]);
    expect(codesOf(left, id, '2026-03-04T10:00')).toEqual(['NOT_IN_OFFICE', 'ROLE_REQUIRED']);
  });

  it('机关的事不在代签之列', () => {
    const context = new PlayedCase(law, agency).context('h3', '2026-03-02T10:00');
    const act = {
      ...{ id: 'X2', name: 'agency.delegate', agency: 'trial', stream: agency.stream },
      ...{ input: { ...given, delegate: 'h1', matters: ['filing'] }, record: {} },
      occurredAt: context.now,
    };
    const actor = inPlaceOf(context.actor, agency, id);
    expect(decide(agency, act, { ...context, actor })).toMatchObject({
      refusals: [{ code: 'DELEGATION_MATTER', remedy: { act: 'agency.delegate' } }],
    });
  });
});

describe('限额', () => {
  const noticed = caseAt(law, 'noticed').state;
  const sum = sumAtStake(noticed, {});

  it('没有写明处罚的，是告知的金额；写明的，是写明的', () => {
    expect(sum).toBeGreaterThan(0);
    expect(sumAtStake(noticed, { sanctions: [{ party: 'P1', kind: 'fine', amount: 7 }] })).toBe(7);
    expect(sumAtStake(caseAt(law, 'lead').state, {})).toBe(0);
    expect(sumAtStake(caseAt(law, 'decided').state, {})).toBe(sum);
  });

  it('由他人承继的当事人，向它告知的金额不再计', () => {
    const played = caseAt(law, 'noticed');
    played.do({
      act: 'case.succeed-party',
      by: 'chief',
      at: '2026-03-16T09:00',
      input: {
        party: 'P1',
        manner: 'merger',
        parties: [{ ...organisation, id: 'P8', name: '示例青苗志愿者协会' }],
      },
      record: { 'party.change-proof': '合并登记通知书' },
    });
    expect(sumAtStake(played.state, {})).toBe(0);
  });

  it.each([
    ['等于限额，准许', 0, []],
    ['少一分，拒绝', 1, ['DELEGATION_EXCEEDED']],
  ])('%s', (_what, less, expected) => {
    const { agency, id } = withPaper({ upTo: sum - less, until: '2026-04-30' });
    const played = new PlayedCase(law, agency);
    played.state = noticed;
    const context = played.context('h3', '2026-03-23T09:00');
    const actor = inPlaceOf(context.actor, agency, id);
    const act = {
      ...{ id: 'X1', name: 'case.approve', agency: 'trial', stream: noticed.stream },
      ...{ input: { matter: 'decision', opinion: 'agree' }, record: {}, occurredAt: context.now },
      basedOn: noticed.version,
    };
    const decision = decide(noticed, act, { ...context, actor });
    const found = 'refusals' in decision ? codesOfRefusals(decision.refusals) : [];
    expect(found.filter((code) => code.startsWith('DELEGATION'))).toEqual(expected);
  });
});

describe('代签不能越过的', () => {
  it('代签人应当回避的，或者被代理人应当回避的，都不得签', () => {
    const { agency, id } = withPaper({ until: '2026-04-30' });
    for (const officer of ['h3', 'head']) {
      const played = new PlayedCase(law, agency);
      played.state = caseAt(law, 'interviewed').state;
      played.do({
        ...{ act: 'case.report-interest', by: 'h1', at: '2026-03-06T09:00' },
        input: { officer, relation: 'stake' },
        record: { 'interest.detail': '近亲属在当事人处任职' },
      });
      const context = played.context('h3', '2026-03-06T10:00');
      const act = {
        ...{ id: 'X9', name: 'case.approve', agency: 'trial', stream: played.state.stream },
        ...{ input: { matter: 'decision', opinion: 'agree' }, record: {}, occurredAt: context.now },
        basedOn: played.state.version,
      };
      const decision = decide(played.state, act, {
        ...context,
        actor: inPlaceOf(context.actor, agency, id),
      });
      expect('refusals' in decision && codesOfRefusals(decision.refusals)).toContain('CONFLICT_OF_INTEREST');
    }
  });
});

describe('表单', () => {
  it('本人不能办而恰有一项授权合用的，以被代理人的名义', () => {
    const { agency, id } = withPaper();
    const { played } = approve(agency, undefined, '2026-03-02T10:00');
    const context = played.context('h3', '2026-03-02T10:00');
    const found = inWhoseName(played.state, 'case.approve', context);
    expect(found.context.actor.for?.delegation).toBe(id);
    expect(requirements(played.state, 'case.approve', found.context).prefill.input).toMatchObject({
      ...{ matter: 'filing', step: 'head' },
    });
    // 局长本人不需要授权；没有授权的人仍是本人。
    for (const by of ['head', 'h2'])
      expect(
        inWhoseName(played.state, 'case.approve', played.context(by, '2026-03-02T10:00')).context.actor.for,
      ).toBeUndefined();
  });

  it('有两项合用的，由本人选', () => {
    const first = withPaper();
    const both = kept(
      first.agency,
      'agency.delegate',
      { ...given, delegator: 'deputy', matters: ['filing'] },
      '2026-03-01T10:00',
      { 'delegation.document': '江民授〔2026〕2 号' },
    ).agency;
    const { played } = approve(both, undefined, '2026-03-02T10:00');
    const found = inWhoseName(played.state, 'case.approve', played.context('h3', '2026-03-02T10:00'));
    expect(found.context.actor.for).toBeUndefined();
    expect(found.delegations).toHaveLength(2);
  });
});

describe('离岗', () => {
  const away = { officer: 'head', reason: 'leave', from: '2026-03-02', until: '2026-03-06' };
  const registered = kept(staffedAgency(), 'agency.register-absence', away, '2026-03-01T09:00');

  it('首日和末日都算，前后各一日不算', () => {
    const on = (day: string) => absenceOn(registered.agency, 'head', day as Day)?.id;
    expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-06'), on('2026-03-07')]).toEqual([
      ...[undefined, registered.id],
      ...[registered.id, undefined],
    ]);
  });

  it('提前回岗的，前一日止；第一天就回的，没有离岗；晚于登记的，拒绝', () => {
    const back = (returned: string) =>
      kept(registered.agency, 'agency.end-absence', { absence: registered.id, returned }, '2026-03-04T09:00')
        .agency.absences;
    expect(back('2026-03-04')).toMatchObject([{ until: '2026-03-03' }]);
    expect(back('2026-03-02')).toEqual([]);
    expect(() => back('2026-03-07')).toThrow('INPUT_INVALID');
    expect(() =>
      kept(
        registered.agency,
        'agency.end-absence',
        { absence: 'X', returned: '2026-03-04' },
        '2026-03-04T09:00',
      ),
    ).toThrow('LINK_BROKEN');
  });

  it('授权的表单以本人离岗的日子为起止', () => {
    const context = new PlayedCase(law, registered.agency).context('head', '2026-02-27T09:00');
    expect(requirements(registered.agency, 'agency.delegate', context).prefill.input).toEqual({
      ...{ delegator: 'head', from: '2026-03-02', until: '2026-03-06' },
    });
  });
});

describe('由谁登记', () => {
  const keeper = { roles: [], officer: true, administrator: false };

  it('本人的事本人办，他人的由内勤或者管理员办', () => {
    const other = { ...keeper, own: false };
    for (const act of ['agency.register-absence', 'agency.delegate']) {
      expect(mayKeep(act, { ...keeper, own: true })).toBe(true);
      expect(mayKeep(act, other)).toBe(false);
      expect(mayKeep(act, { ...other, administrator: true })).toBe(true);
    }
    expect(mayKeep('agency.register-absence', { ...other, roles: ['clerk'] })).toBe(true);
    expect(mayKeep('agency.delegate', { ...other, roles: ['clerk'] })).toBe(false);
    expect(mayKeep('agency.appoint', { ...keeper, own: true })).toBe(false);
  });

  it('是谁的事，看填写的内容', () => {
    const { agency, id } = withPaper();
    expect(ownerOf(agency, 'agency.delegate', given)).toBe('head');
    expect(ownerOf(agency, 'agency.revoke-delegation', { delegation: id })).toBe('head');
    expect(ownerOf(agency, 'agency.register-absence', { officer: 'h1' })).toBe('h1');
    expect(ownerOf(agency, 'agency.end-absence', { absence: 'none' })).toBeUndefined();
    expect(ownerOf(agency, 'agency.publish-batch', {})).toBeUndefined();
  });

  it('主持工作的登记，是其所主持职位的任职', () => {
    const acting = kept(
      staffedAgency(),
      'agency.appoint',
      { officer: 'h1', role: 'unit-head', unit: 'legal', acting: true, from: '2026-03-02' },
      '2026-03-02T09:00',
    ).agency;
    expect(acting.appointments.at(-1)).toEqual({
      ...{ officer: 'h1', role: 'unit-head', unit: 'legal', acting: true, from: '2026-03-02' },
    });
    expect(entriesOf(caseAt(law, 'lead').state, 'lead')).toHaveLength(1);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Act } from '../act.ts';
import { actDefinitions } from '../acts.ts';
import type { AgencyState } from '../authority/state.ts';
import { decide } from '../decide.ts';
import { emptyState, evolve } from '../evolve.ts';
import { instant } from '../time/index.ts';
import { caseAt, lawfulAct, onSpot } from '../trial/lawful-path.ts';
import { PlayedCase, codesOfRefusals, staffedAgency } from '../trial/played-case.ts';
import { finedParty } from '../case/deciding/former-fines.ts';
import { finesOf } from './enter-fine.ts';
import { isSameParty, shelfOf, shelvesOf } from './shelf.ts';
import { emptyShelf } from './state.ts';
import type { FineShelf } from './state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

/** Another case in the same agency as far as the decision, with what the first has left on the shelves. */
function nextCase(first: PlayedCase): PlayedCase {
  const next = caseAt(law, 'decision-approved');
  next.state = { ...next.state, stream: 'case/other' };
  next.series = first.series;
  next.fines = first.fines;
  return next;
}

/** An act on the agency's own records, on these shelves; gives the shelves after it. */
function onAgency(name: string, input: unknown, fines: PlayedCase['fines'] = {}): PlayedCase['fines'] {
  const agency: AgencyState = staffedAgency();
  const at = instant('2026-03-24T09:00');
  const act: Act = {
    id: 'Z1',
    name,
    agency: 'trial',
    stream: agency.stream,
    input,
    record: {},
    occurredAt: at,
  };
  const read = actDefinitions.get(name)?.reads?.(act) ?? [];
  const shelves = { ...fines };
  for (const stream of read) shelves[stream] ??= emptyState(stream, 'trial') as FineShelf;
  const context = new PlayedCase(law, agency).context('head', '2026-03-24T09:00');
  const decision = decide(agency, act, { ...context, refs: { ...context.refs, fines: shelves } });
  if ('refusals' in decision) throw new Error(decision.refusals[0]?.because);
  for (const { stream, events } of decision.streams)
    if (stream !== agency.stream)
      shelves[stream] = events.reduce(evolve, shelves[stream] as FineShelf) as FineShelf;
  return shelves;
}

describe('NAT-CF-29-1 既往罚款', () => {
  it('决定写明的罚款留在当事人名下，另案再罚被拒，撤销之后准许', () => {
    const first = caseAt(law, 'decided');
    const [fine] = Object.values(first.fines).flatMap((shelf) => shelf.fines);
    expect(fine).toMatchObject({ number: '江民罚决字〔2026〕1号', amount: 500_000, file: 'case/trial' });
    const again = nextCase(first);
    expect(codesOfRefusals(again.refused(lawfulAct('decided')))).toEqual(['DOUBLE_FINE']);
    expect(again.refused(lawfulAct('decided'))[0]?.because).toContain('江民罚决字〔2026〕1号');
    again.fines = onAgency(
      'agency.record-fine-revocation',
      {
        number: '江民罚决字〔2026〕1号',
        name: fine?.party.name ?? '',
        on: '2026-03-24',
        document: '复议决定',
      },
      first.fines,
    );
    const late = { ...lawfulAct('decided'), at: '2026-03-24T10:00' };
    expect('streams' in again.copy().try(late)).toBe(true);
    // The revocation counts from its day, not from the day it is entered.
    const backdated = { ...lawfulAct('decided'), at: '2026-03-23T17:00', entered: '2026-03-24T10:00' };
    expect(codesOfRefusals(again.refused(backdated))).toEqual(['DOUBLE_FINE']);
  });

  it('当事人更名之后，以原名称罚过的款照样查到；罚款记在决定写明的名称下', () => {
    const first = caseAt(law, 'decided');
    const again = caseAt(law, 'served');
    again.state = { ...again.state, stream: 'case/other' };
    again.fines = first.fines;
    const before = finedParty(again.state, 'P1');
    again.do({
      act: 'case.rename-party',
      by: 'h1',
      at: '2026-03-12T09:00',
      input: { party: 'P1', name: '更名示例协会' },
      record: { 'party.change-proof': '变更登记通知书' },
    });
    const renamed = finedParty(again.state, 'P1');
    expect(renamed).toMatchObject({ name: '更名示例协会', formerNames: [before?.name] });
    if (renamed === undefined || before === undefined) throw new Error('没有当事人');
    // Only the name tells: without the code, which stays the same.
    const { code: _code, ...byName } = renamed;
    const read = Object.fromEntries(
      shelvesOf('trial', byName).map((stream) => [stream, first.fines[stream] ?? emptyShelf(stream)]),
    );
    const found = finesOf({ refs: { agency: first.agency, series: {}, fines: read } }, 'trial', byName);
    expect(found?.map((fine) => fine.party.name)).toEqual([before.name]);
    expect(found?.every((fine) => !('formerNames' in fine.party))).toBe(true);
  });

  it('当场罚款也留在当事人名下，再次当场罚款被拒；写明另一日的行为、改作警告准许', () => {
    const first = new PlayedCase(law, staffedAgency());
    first.do(onSpot);
    const [fine] = Object.values(first.fines).flatMap((shelf) => shelf.fines);
    expect(fine).toMatchObject({
      number: '江民当罚字〔2026〕1号',
      amount: 10_000,
      cause: '擅自散发募捐材料',
      conductBy: '2026-03-02',
      file: 'case/trial',
    });
    expect(fine?.party.name).toBe('欧阳示范');
    const again = new PlayedCase(law, staffedAgency());
    again.state = { ...again.state, stream: 'case/other' };
    again.series = first.series;
    again.fines = first.fines;
    const next = (input: object = {}) => ({
      ...onSpot,
      at: '2026-03-05T09:00',
      input: { ...(onSpot.input as object), ...input },
    });
    expect(codesOfRefusals(again.refused(next()))).toEqual(['DOUBLE_FINE']);
    expect(again.refused(next())[0]?.because).toContain('江民当罚字〔2026〕1号对欧阳示范的罚款');
    expect('streams' in again.copy().try(next({ conductOn: '2026-03-05' }))).toBe(true);
    expect('streams' in again.copy().try(next({ sanctions: [{ kind: 'warning' }] }))).toBe(true);
  });

  it('当场处罚没有读到既往罚款的，也不当作没有；当事人还没有填写的不报错', () => {
    const played = new PlayedCase(law, staffedAgency());
    const at = instant(onSpot.at);
    const act: Act = {
      ...{ id: 'Z1', name: onSpot.act, agency: 'trial', stream: played.state.stream },
      ...{ input: onSpot.input, record: onSpot.record ?? {}, occurredAt: at },
    };
    const decision = decide(played.state, act, played.context('h1', onSpot.at));
    expect('refusals' in decision && codesOfRefusals(decision.refusals)).toEqual([
      'DOUBLE_FINE',
      'PRIOR_FILING_EXISTS',
    ]);
    const reads = (input: unknown) => actDefinitions.get(onSpot.act)?.reads?.({ ...act, input });
    for (const input of [undefined, {}, { sanctions: [null, { kind: 'fine' }], parties: [null, 3] }])
      expect(reads(input)).toEqual(['series/trial/spot-decision/2026']);
    expect(reads(onSpot.input)).toHaveLength(2);
  });

  it('没有读到既往罚款的，不当作没有', () => {
    const played = caseAt(law, 'decision-approved');
    const { name, input, record } = { name: 'case.decide', ...lawfulAct('decided') };
    const at = instant(lawfulAct('decided').at);
    const act: Act = {
      ...{ id: 'Z1', name, agency: 'trial', stream: played.state.stream, input },
      ...{ record: record ?? {}, occurredAt: at, basedOn: played.state.version },
    };
    const decision = decide(played.state, act, played.context('h1', at));
    expect('refusals' in decision && codesOfRefusals(decision.refusals)).toEqual([
      'DISPUTE_UNRESOLVED',
      'DOUBLE_FINE',
      'PRIOR_FILING_EXISTS',
    ]);
  });

  it('机关登记的同一文号再登记一次，以后一次为准', () => {
    const input = {
      ...{ number: '一号', agency: '江城市财政局', name: '某 中心', code: '52990000MJH000017R' },
      ...{ decidedOn: '2026-02-10', cause: '乱收费' },
    };
    const once = onAgency('agency.register-former-fine', input);
    const twice = onAgency('agency.register-former-fine', { ...input, amount: 100 }, once);
    // By its name and by its code.
    expect(Object.keys(twice)).toHaveLength(2);
    for (const shelf of Object.values(twice)) {
      expect(shelf.version).toBe(2);
      expect(shelf.fines.map((fine) => fine.amount)).toEqual([100]);
    }
  });

  it('同一当事人不因空格和全角而成为两个，流的名称里没有姓名', () => {
    expect(shelvesOf('trial', { name: 'Ａ 中心' })).toEqual(shelvesOf('trial', { name: 'a中心' }));
    expect(isSameParty({ name: '甲', code: 'x1' }, { name: '乙', code: 'X1' })).toBe(true);
    expect(isSameParty({ name: '甲' }, { name: '甲', code: 'X1' })).toBe(true);
    expect(isSameParty({ name: '甲', code: 'X2' }, { name: '乙', code: 'X1' })).toBe(false);
    expect(shelfOf('trial', '张某某')).toMatch(/^fines\/trial\/\d{1,4}$/);
  });
});

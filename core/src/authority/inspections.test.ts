import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { checkDraw } from '../drawing/draw.ts';
import { day, instant } from '../time/index.ts';
import {
  agencyWithDraw,
  inspectionItemInput,
  keptBy,
  planInput,
  pooled,
  poolInput,
} from '../trial/inspected-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from '../trial/played-case.ts';
import { drawById, inspectionsOf, isPublished, yearlyCap } from './inspections.ts';
import type { AgencyState } from './state.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'state-council-office/enterprise-inspection/2025-01-03',
]);

const agency = agencyWithDraw(law);
const drawing = { draw: 'C2', number: '1 2 3', proof: '开奖公告' };

/** Refusals of an act on the agency's records, by code; none where it is done. */
function refused(state: AgencyState, name: string, at: string, input: unknown): readonly string[] {
  const { decision } = keptBy(law, state, 'X1', name, at, input);
  return 'refusals' in decision ? codesOfRefusals(decision.refusals) : [];
}
const committing = (change: object, at = '2026-02-13T09:00') =>
  refused(agency, 'agency.commit-draw', at, { ...poolInput, knownAt: '2026-02-15T21:15', ...change });
const planning = (change: object, state = agency) =>
  refused(state, 'agency.adopt-inspection-plan', '2026-02-13T09:00', { ...planInput, ...change });
const listing = (change: object) =>
  refused(agency, 'agency.register-inspection-item', '2026-02-13T09:00', {
    ...inspectionItemInput,
    ...change,
  });

describe('检查事项和年度计划', () => {
  it('NAT-54-2 公布之日起、有效期内才算公布；再登记一次就是换了一版', () => {
    const [item] = inspectionsOf(agency).items;
    expect(isPublished(item, day('2026-01-03'))).toBe(false);
    expect(isPublished(item, day('2026-01-04'))).toBe(true);
    const ended = keptBy(law, agency, 'I2', 'agency.register-inspection-item', '2026-02-13T09:00', {
      ...inspectionItemInput,
      replaces: 'I1',
      until: '2026-02-20',
    }).agency;
    expect(inspectionsOf(ended).items).toHaveLength(1);
    expect(isPublished(inspectionsOf(ended).items[0], day('2026-02-20'))).toBe(true);
    expect(isPublished(inspectionsOf(ended).items[0], day('2026-02-21'))).toBe(false);
    expect(isPublished(undefined, day('2026-02-21'))).toBe(false);
  });

  it('事项的日期互相矛盾、公布日期还没有到，拒绝', () => {
    expect(listing({ until: '2025-12-31' })).toEqual(['INPUT_INVALID']);
    expect(listing({ publishedIn: undefined })).toEqual(['INPUT_INVALID']);
    expect(listing({ publishedOn: '2026-02-14' })).toEqual(['INPUT_INVALID']);
    expect(listing({ replaces: 'I9' })).toEqual(['INPUT_INVALID']);
    expect(listing({})).toEqual([]);
  });

  it('NAT-54-3 上限取当年已经公布的计划，几个计划取较严的，没有公布的不算', () => {
    expect(yearlyCap(agency, day('2026-01-04'))).toBeUndefined();
    expect(yearlyCap(agency, day('2026-01-05'))).toBe(2);
    expect(yearlyCap(agency, day('2027-01-05'))).toBeUndefined();
    const stricter = keptBy(law, agency, 'P2', 'agency.adopt-inspection-plan', '2026-02-13T09:00', {
      ...planInput,
      yearlyCap: 1,
    }).agency;
    expect(yearlyCap(stricter, day('2026-02-13'))).toBe(1);
  });

  it('计划的事项没有登记、编号重复、日期不在年度之内、去掉已经封存过名单的一项，拒绝', () => {
    const [line] = planInput.lines;
    expect(planning({ lines: [{ ...line, item: 'nothing' }] })).toEqual(['ITEM_UNKNOWN']);
    expect(planning({ lines: [line, line] })).toEqual(['INPUT_INVALID']);
    expect(planning({ lines: [{ ...line, until: '2027-01-01' }] })).toEqual(['INPUT_INVALID']);
    expect(planning({ lines: [{ ...line, until: '2026-01-31' }] })).toEqual(['INPUT_INVALID']);
    expect(planning({ replaces: 'P1', lines: [{ ...line, id: 'renamed' }] })).toEqual(['INPUT_INVALID']);
    expect(planning({ replaces: 'P9' })).toEqual(['INPUT_INVALID']);
    expect(planning({ publishedOn: undefined })).toEqual(['INPUT_INVALID']);
    expect(planning({ publishedOn: '2026-02-14' })).toEqual(['INPUT_INVALID']);
    expect(planning({})).toEqual([]);
  });
});

describe('封存名单和抽取', () => {
  it('NAT-54-3 封存的名单按规定的次序留存，抽取的结果任何人都能重算', () => {
    const draw = drawById(agency, 'C1');
    expect(draw?.terms.objects.map(({ code }) => code)).toEqual(pooled);
    expect(draw?.terms.purpose).toBe('2026 年度检查计划：收费情况检查（全部协会）');
    expect(draw?.names['h1']).toEqual({ name: '孙承办', certificate: 'Z-h1' });
    expect(draw?.result?.results).toHaveLength(3);
    expect(draw?.result?.number).toBe('03 09 14 22 27 31 08');
    const { terms, commitment, result } = draw as Required<NonNullable<typeof draw>>;
    expect(checkDraw({ terms, commitment, ...result })).toEqual([]);
    const spared = terms.objects.filter(({ code }) => !result.results.some(({ object }) => object === code));
    expect(checkDraw({ terms: { ...terms, objects: spared }, commitment, ...result })[0]).toContain(
      '摘要不符',
    );
  });

  it('同一抽取再判定一次，事件逐字相同；换一个人来抽，结果也相同', () => {
    const sealed = keptBy(law, agency, 'C2', 'agency.commit-draw', '2026-02-13T09:00', {
      ...poolInput,
      knownAt: '2026-02-15T21:15',
    }).agency;
    const act = {
      id: 'L2',
      name: 'agency.draw-lots',
      agency: 'trial',
      stream: sealed.stream,
      input: drawing,
      record: {},
      occurredAt: instant('2026-02-16T09:00'),
    };
    const by = (who: string) =>
      decide(sealed, act, new PlayedCase(law, sealed).context(who, '2026-02-16T09:00'));
    const outcome = (who: string) => {
      const decision = by(who);
      return 'refusals' in decision ? decision.refusals : decision.streams[0]?.events[0]?.outcome;
    };
    expect(by('head')).toEqual(by('head'));
    expect(outcome('chief')).toEqual(outcome('head'));
  });

  it('约定的号码在封存当日或者更早已经公布，拒绝：先知道种子再定名单', () => {
    expect(committing({ knownAt: '2026-02-13T21:15' })).toEqual(['SEED_KNOWN']);
    expect(committing({ knownAt: '2026-02-12T21:15' })).toEqual(['SEED_KNOWN']);
    expect(committing({ knownAt: '2026-02-14T00:00' })).toEqual([]);
  });

  it('上一份名单还没有抽取，不能为同一项检查再封存一份：封存几份再挑一份', () => {
    const sealed = keptBy(law, agency, 'C2', 'agency.commit-draw', '2026-02-13T09:00', {
      ...poolInput,
      knownAt: '2026-02-15T21:15',
    }).agency;
    expect(
      refused(sealed, 'agency.commit-draw', '2026-02-14T09:00', {
        ...poolInput,
        knownAt: '2026-02-16T21:15',
      }),
    ).toEqual(['DRAW_PENDING']);
    expect(refused(sealed, 'agency.draw-lots', '2026-02-15T21:14', drawing)).toEqual(['SEED_UNKNOWN']);
    const drawnNow = keptBy(law, sealed, 'L2', 'agency.draw-lots', '2026-02-15T21:15', drawing);
    expect('refusals' in drawnNow.decision).toBe(false);
    expect(refused(drawnNow.agency, 'agency.draw-lots', '2026-02-16T09:00', drawing)).toEqual([
      'ALREADY_DRAWN',
    ]);
  });

  it('计划中没有、重复、名录以外、没有证件、回避的不在名单上、家数多于名单，拒绝', () => {
    expect(committing({ line: 'P1/nothing' })).toEqual(['PLAN_UNKNOWN']);
    expect(committing({ objects: [poolInput.objects[0], poolInput.objects[0]], count: 1 })).toEqual([
      'INPUT_INVALID',
    ]);
    expect(committing({ officers: ['h1', 'nobody'] })).toEqual(['OFFICER_UNKNOWN']);
    expect(committing({ officers: ['h1', 'h3'] })).toEqual(['OFFICER_NOT_QUALIFIED']);
    expect(
      committing({ exclusions: [{ object: '51000000MJH00000XE', officer: 'h1', reason: '近亲属' }] }),
    ).toEqual(['INPUT_INVALID']);
    expect(committing({ count: 6 })).toEqual(['INPUT_INVALID']);
    expect(committing({ objects: [{ code: '51000000MJH00000AA', name: '错码协会' }], count: 1 })).toEqual([
      'INPUT_INVALID',
    ]);
    expect(refused(staffedAgency(), 'agency.draw-lots', '2026-02-16T09:00', drawing)).toEqual([
      'DRAW_UNKNOWN',
    ]);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Value } from '../canonical.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { paramValue } from '../rules/param.ts';
import { sentenceOf } from '../explain.ts';
import { day, instant } from '../time/index.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { sceneWith } from '../trial/small-law.ts';
import { overrideFaults, ownValuesOn } from './own-values.ts';
import type { AgencyState } from './state.ts';
const under = (pack: string) =>
  compileBundle(library, [pack, 'state-council-office/three-systems/2018-12-05']).law;
const district = under('district/three-systems/2020-01-01');
const review = under('wuhan-civil-affairs/legal-review/2017-07-01');
const recording = under('wuhan-civil-affairs/full-process-recording/2017-07-01');

const asked = (param: string, value: Value, more: object = {}) => ({
  ...{ param, value, from: '2026-08-01', approvedBy: '局长办公会', approvedOn: '2026-07-20' },
  reason: '本区案件少，能够办得更快。',
  ...more,
});

function adopting(law: typeof district, input: object, agency: AgencyState = staffedAgency()) {
  const now = instant('2026-07-25T09:00');
  const act = {
    id: '01KM0000000000000000000009',
    name: 'agency.adopt-parameter',
    agency: 'trial',
    stream: agency.stream,
    input,
    record: {},
    occurredAt: now,
  };
  const actor = { account: 'a', name: '管理员', administrator: true };
  return decide(agency, act, { actor, refs: { agency, series: {} }, law, now });
}
const codes = (law: typeof district, input: object, agency?: AgencyState) => {
  const made = adopting(law, input, agency);
  return 'refusals' in made ? made.refusals.map(({ code }) => code) : [];
};

describe('自定取值', () => {
  it('QUF-1.2.4-1 上位公示七个工作日，部门定为五个准许；定为十个拒绝，说出条款和两个数目', () => {
    expect(codes(district, asked('publish.days', 5))).toEqual([]);
    const made = adopting(district, asked('publish.days', 10));
    const [refusal] = 'refusals' in made ? made.refusals : [];
    expect(refusal?.code).toBe('OVERRIDE_LOOSENS');
    expect(refusal?.clauses).toContain('QUF-1.2.4-1');
    expect(refusal === undefined ? '' : sentenceOf(refusal, district)).toContain('一（二）4');
    expect(refusal?.because).toBe(
      '“许可、处罚决定的公示期限”比上位规定放宽：上位规定为 7 个工作日，所填为 10 个工作日',
    );
  });

  it('QUF-1.2.4-1 没有写明理由、没有写明批准人的，拒绝', () => {
    expect(codes(district, asked('publish.days', 5, { reason: ' ' }))).toEqual(['INPUT_INVALID']);
    expect(codes(district, asked('publish.days', 5, { approvedBy: '' }))).toEqual(['INPUT_INVALID']);
  });

  it('WHMZ-SH-5-1 增列一种重大情形、另定罚款数额准许；去掉重大公共利益拒绝', () => {
    const listed = review.params['review.majorGrounds']?.value as readonly string[];
    expect(codes(review, asked('review.majorGrounds', [...listed, 'district-listed']))).toEqual([]);
    expect(codes(review, asked('review.ownFine', 500_000))).toEqual([]);
    const less = adopting(
      review,
      asked(
        'review.majorGrounds',
        listed.filter((one) => one !== 'public-interest'),
      ),
    );
    const [refusal] = 'refusals' in less ? less.refusals : [];
    expect([refusal?.code, refusal?.clauses[0]]).toEqual(['OVERRIDE_LOOSENS', 'WHMZ-SH-5-1']);
  });

  it('清单少列为紧的，另列拒绝，补救说只能减少；减少准许', () => {
    const form = { type: 'list', tighter: 'smaller' } as const;
    const param = { id: 'trial.list', label: '可以不审的情形', value: ['a', 'b'], form };
    const faults = (own: Value) => overrideFaults(param, form, own, { names: ['trial'] });
    expect(faults(['a'])).toEqual([]);
    expect(faults(['a', 'b', 'c'])).toMatchObject([
      { code: 'OVERRIDE_LOOSENS', remedy: { says: '只能从上位规定所列的当中减少，不能另列' } },
    ]);
  });

  it('WHMZ-JL-34-2 与市局不一致的，没有确认拒绝，写明确认的准许；与市局相同的不必确认', () => {
    const param = 'correction.demandDays';
    const made = adopting(recording, asked(param, 5));
    const [refusal] = 'refusals' in made ? made.refusals : [];
    expect([refusal?.code, refusal?.clauses]).toEqual(['OVERRIDE_NOT_CONFIRMED', ['WHMZ-JL-34-2']]);
    expect(refusal?.because).toContain('武汉市民政局定为 3 个工作日，所填为 5 个工作日');
    const confirmation = { document: '武民函〔2026〕9 号', on: '2026-07-22' };
    const confirmed = adopting(recording, asked(param, 5, { confirmation }));
    const [event] = 'streams' in confirmed ? (confirmed.streams[0]?.events ?? []) : [];
    expect(event?.outcome).toEqual({ deviates: true });
    const same = adopting(recording, asked(param, 3));
    expect('streams' in same ? same.streams[0]?.events[0]?.outcome : undefined).toEqual({ deviates: false });
    // 放宽的，有确认也不行。
    expect(codes(recording, asked('archive.days', 60, { confirmation }))).toEqual(['OVERRIDE_LOOSENS']);
    // 市局自己定的，就是全系统的取值。
    const city = { ...staffedAgency(), name: '武汉市民政局' };
    expect(codes(recording, asked(param, 5), city)).toEqual([]);
  });

  it('起日早于登记之日、早于批准或者确认之日的，拒绝；当日起的准许', () => {
    expect(codes(district, asked('publish.days', 5, { from: '2026-07-24' }))).toEqual(['NOT_RETROACTIVE']);
    expect(codes(district, asked('publish.days', 5, { from: '2026-07-25' }))).toEqual([]);
    expect(codes(district, asked('publish.days', 5, { approvedOn: '2026-08-02' }))).toEqual([
      'APPROVAL_AFTER_START',
    ]);
    const confirmation = { document: '武民函〔2026〕9 号', on: '2026-08-02' };
    expect(codes(recording, asked('correction.demandDays', 5, { confirmation }))).toEqual([
      'APPROVAL_AFTER_START',
    ]);
  });

  it('没有这个参数、写法不对、条文写死而没有说往哪边改的，各说原因', () => {
    expect(codes(district, asked('no.such', 5))).toEqual(['PARAM_UNKNOWN']);
    expect(codes(district, asked('publish.days', '五'))).toEqual(['INPUT_INVALID']);
    expect(codes(district, asked('publish.days', -1))).toEqual(['INPUT_INVALID']);
    expect(codes(review, asked('review.days', 4))).toEqual(['PARAM_FIXED']);
  });
});

describe('自定的取值从哪一日起算', () => {
  const own = [
    { param: 'review.ownFine', value: 500_000, from: day('2026-08-01') },
    { param: 'review.manyParties', value: 5, from: day('2026-08-01') },
    { param: 'review.manyParties', value: 8, from: day('2026-09-01') },
  ];
  const { law } = compileBundle(library, ['wuhan-civil-affairs/legal-review/2017-07-01'], [], [], own);
  const on = (id: string, at: string) => paramValue(id, sceneWith({ law, at }));

  it('WHMZ-SH-5-1 起日之前照上位的，没有上位取值的仍没有；起日起照自定的，后定的接替', () => {
    expect(on('review.ownFine', '2026-07-31T17:00')).toBeUndefined();
    expect(on('review.ownFine', '2026-08-01T09:00')).toBe(500_000);
    expect(
      ['2016-01-01T09:00', '2026-07-31T17:00', '2026-08-31T17:00', '2026-09-01T09:00'].map((at) =>
        on('review.manyParties', at),
      ),
    ).toEqual([10, 10, 5, 8]);
    expect(law.params['review.manyParties']?.base).toEqual({ value: 10 });
  });

  it('还没有到起日的不在当日的法里；同一日定两次的，后登记的算', () => {
    const kept = own.map((one, index) => ({
      ...{
        ...one,
        id: `k${index}`,
        approvedBy: '局长',
        approvedOn: one.from,
        reason: '理由',
        deviates: true,
      },
    }));
    expect(ownValuesOn(kept, day('2026-08-31'))).toEqual(own.slice(0, 2));
    expect(ownValuesOn(undefined, day('2026-08-31'))).toEqual([]);
    const again = { ...kept[1], id: 'k9', value: 6 } as (typeof kept)[number];
    expect(ownValuesOn([...kept, again], day('2026-08-01')).at(-1)?.value).toBe(6);
  });

  it('参数所在的规则包不再适用的，自定的取值随之不在', () => {
    const other = compileBundle(library, ['npc/penalty-law/2021-07-15'], [], [], own).law;
    expect(other.params['review.ownFine']).toBeUndefined();
  });

  it('登记之后留在机关的记录里', () => {
    const made = adopting(district, asked('publish.days', 5));
    const [event] = 'streams' in made ? (made.streams[0]?.events ?? []) : [];
    const after =
      event === undefined ? undefined : (evolve({ ...staffedAgency(), version: 1 }, event) as AgencyState);
    expect(after?.ownValues).toMatchObject([{ param: 'publish.days', value: 5, deviates: true }]);
  });
});

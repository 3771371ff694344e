import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../canonical.ts';
import type { LegalBasis } from '../../authority/legal-basis.ts';
import { parseDay } from '../../time/index.ts';
import type { Day } from '../../time/index.ts';
import { caseWith } from '../../trial/lawful-path.ts';
import { factorBenchmark, PlayedCase } from '../../trial/played-case.ts';
import { departs } from '../deciding/departure.ts';
import { giveNotice } from '../notice/give-notice.ts';
import { entriesOf } from '../state.ts';
import { weighFactors } from './weigh-factors.ts';
import { weighingOf } from './weighing.ts';

/** The words of the law without its demands: what follows from the answers is asked here, not what may be done. */
const law = {
  ...compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']).law,
  gates: [],
  needs: [],
};
const at = '2026-03-09T17:00';
const day = (text: string): Day => parseDay(text) as Day;

function begun(): PlayedCase {
  return caseWith(law, 'concluded', (_step, told) => ({ ...told, record: {} }));
}

function weighed(option: string, amount: number, played = begun()): PlayedCase {
  played.do({
    ...{ act: 'case.weigh-factors', by: 'h1', at },
    input: {
      ...{ party: 'P1', benchmark: 'yinsu' },
      answers: [
        { factor: '改正情况', option, evidence: ['I1'] },
        { factor: '违法所得', amount, evidence: ['I1'] },
      ],
    },
  });
  return played;
}

function noticed(played: PlayedCase, sanction: object, record = {}): PlayedCase {
  played.do({
    ...{ act: 'case.give-notice', by: 'h1', at: '2026-03-10T09:00', record },
    input: { parties: ['P1'], sanctions: [sanction], bases: ['shifan-9'], defenceDays: 5 },
  });
  return played;
}

const fine = (amount: number, level: string) => ({ party: 'P1', kind: 'fine', amount, level });
const told = (played: PlayedCase) => entriesOf(played.state, 'notice').at(-1)?.outcome?.['discretion'];

describe('NAT-CF-34-1 认定裁量因素', () => {
  it('档次由各项认定得出，随认定留在卷内', () => {
    expect(weighingOf(weighed('已经改正', 999_999).state, 'P1', 'yinsu')?.data.level).toBe('qing');
    expect(weighingOf(weighed('已经改正', 1_000_000).state, 'P1', 'yinsu')?.data.level).toBe('zhong');
  });

  it('重新认定的代替以前的；问以前那一刻，仍是以前的', () => {
    const played = weighed('没有改正', 0, weighed('已经改正', 0));
    expect(entriesOf(played.state, 'factor-weighing')).toHaveLength(2);
    expect(weighingOf(played.state, 'P1', 'yinsu')?.data.level).toBe('zhong');
    expect(weighingOf(played.state, 'P2', 'yinsu')).toBeUndefined();
  });

  it('少认定一项、认定两次、多出一项，都指到那一项', () => {
    const answer = { factor: '改正情况', option: '已经改正', evidence: ['I1'] };
    const refused = (answers: readonly object[]) =>
      begun()
        .refused({
          ...{ act: 'case.weigh-factors', by: 'h1', at },
          input: { party: 'P1', benchmark: 'yinsu', answers },
        })
        .map(({ because, field }) => `${field}：${because}`);
    expect(refused([answer])).toEqual(['input.answers：「违法所得」还没有认定']);
    expect(refused([answer, { factor: '违法所得', evidence: ['I1'] }])).toEqual([
      'input.answers.1.amount：「违法所得」还没有认定',
    ]);
    expect(refused([answer, answer])).toEqual(['input.answers.1：「改正情况」认定了两次']);
    expect(refused([{ ...answer, factor: '后果' }])).toEqual([
      'input.answers.0：所选的裁量基准没有「后果」这一因素',
    ]);
  });

  it('办理之日不在有效期内的基准不能用；它细化的旧规定行为时有效的，仍可以用', () => {
    const input = {
      ...{ party: 'P1', benchmark: 'yinsu' },
      answers: [
        { factor: '改正情况', option: '已经改正', evidence: ['I1'] },
        { factor: '违法所得', amount: 0, evidence: ['I1'] },
      ],
    };
    const ended = (rule: object): PlayedCase => {
      const before = begun();
      const { bases = {} } = before.agency;
      const played = new PlayedCase(law, {
        ...before.agency,
        bases: { ...bases, 'shifan-9': { ...bases['shifan-9'], ...rule } as LegalBasis },
        benchmarks: { yinsu: { ...factorBenchmark, until: day('2026-03-05') } },
      });
      played.state = before.state;
      return played;
    };
    expect(ended({}).refused({ act: 'case.weigh-factors', by: 'h1', at, input })).toMatchObject([
      { field: 'input.benchmark', because: '所选的裁量基准办理之日不在有效期内' },
    ]);
    expect(ended({ until: '2026-03-05' }).do({ act: 'case.weigh-factors', by: 'h1', at, input })).not.toBe(
      '',
    );
  });

  it('表单先列出各项因素；只有一份证据的，已经选上', () => {
    const played = begun();
    const prefill = weighFactors.prefill?.(played.state, played.context('h1', at))?.input;
    expect(prefill).toMatchObject({
      benchmark: 'yinsu',
      answers: [
        { factor: '改正情况', evidence: ['I1'] },
        { factor: '违法所得', evidence: ['I1'] },
      ],
    });
  });

  it('告知书的表单先选好认定的档次和它细化的依据', () => {
    const played = weighed('已经改正', 0);
    const input = giveNotice.prefill?.(played.state, played.context('h1', at))?.input as Record<
      string,
      Value
    >;
    expect(input['sanctions']).toEqual([
      { party: 'P1', kind: 'fine', level: 'yinsu/qing', basis: 'shifan-9' },
    ]);
    expect(input['bases']).toEqual(['shifan-9']);
  });
});

describe('NAT-CF-34-1 裁量理由', () => {
  it('告知书写明各项认定、档次和幅度', () => {
    expect(told(noticed(weighed('已经改正', 800_000), fine(1_500_000, 'yinsu/qing')))).toBe(
      '对江城示范协会的罚款，按示范裁量基准（2026 年版）裁量。改正情况：已经改正；违法所得 8,000.00 元，为不满一万元，属于较轻（10,000.00 元至 20,000.00 元）。',
    );
  });

  it('选用另一档、越出幅度的如实写明；批准之后写明批准', () => {
    const played = noticed(weighed('已经改正', 800_000), fine(3_000_000, 'yinsu/zhong'));
    expect(told(played)).toMatch(/属于较轻（.*）。选用的是较重（20,000.00 元至 30,000.00 元）。$/);
    played.do({
      ...{ act: 'case.approve', by: 'head', at: '2026-03-11T09:00' },
      input: { matter: 'departure', opinion: 'agree' },
    });
    const review = {
      ...{ act: 'case.submit-review', by: 'h1', at: '2026-03-12T09:00' },
      input: {
        ...{ unit: 'legal', outcome: 'penalty', evidence: ['I1'] },
        sanctions: [fine(3_000_000, 'yinsu/zhong')],
      },
    };
    played.do(review);
    const inside = entriesOf(played.state, 'review').at(-1)?.outcome?.['discretion'];
    expect(inside).toMatch(/改正情况：已经改正（3 月 5 日.*询问笔录）/);
    expect(inside).toMatch(/偏离裁量基准，2026 年 3 月 11 日.*经机关负责人.+批准。$/);
  });

  it('没有引用基准、没有认定的，什么也不写', () => {
    expect(told(noticed(begun(), { party: 'P1', kind: 'fine', amount: 1_500_000 }))).toBeUndefined();
    expect(told(noticed(begun(), fine(1_500_000, 'yinsu/qing')))).toBeUndefined();
  });
});

describe('NAT-CF-34-1 是否偏离', () => {
  const level = { id: 'qing', label: '较轻', from: 100, upTo: 200 };
  const rule = { fineFrom: 50 };

  it.each([
    ['恰在下限', 100, false],
    ['低一分', 99, true],
    ['恰在上限', 200, false],
    ['高一分', 201, true],
    ['低到法定的下限，仍在法定幅度之内', 50, true],
    ['低于法定的下限，是减轻，不是偏离', 49, false],
  ])('%s', (_what, amount, is) => {
    expect(departs({ amount, level, rule })).toBe(is);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { caseFacts } from './case/facts/index.ts';
import { cite, explain, sentenceOf } from './explain.ts';
import { obligations } from './obligations.ts';
import type { Obligation } from './obligations.ts';
import { status } from './status.ts';
import { addDays, dayOf, instant } from './time/index.ts';
import {
  bases,
  caseAt,
  caseWith,
  lawfulAct,
  organisation,
  person,
  rights,
  sanctions,
  service,
  waiverRecord,
  where,
} from './trial/lawful-path.ts';
import type { PlayedCase } from './trial/played-case.ts';
import { dutyOf, smallLaw } from './trial/small-law.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const owedIn = (played: PlayedCase): readonly Obligation[] => obligations(played.state, law);
const row = (played: PlayedCase, id: string): Obligation => {
  const found = owedIn(played).find((one) => one.id === id);
  if (found === undefined) throw new Error(`没有这项义务：${id}`);
  return found;
};

/** Two parties, of whom the second is served two days after the first. */
function twoParties(): PlayedCase {
  const played = caseWith(law, 'served', (milestone, told) => {
    if (milestone === 'filed')
      return { ...told, input: { cause: '试验案由', parties: [organisation, person], ...where } };
    if (milestone === 'noticed')
      return { ...told, input: { parties: ['P1', 'P2'], sanctions, defenceDays: 7, rights, bases } };
    return told;
  });
  played.do({
    ...lawfulAct('served'),
    id: 'S3',
    at: '2026-03-13T10:00',
    input: { document: 'N1', party: 'P2' },
    record: service('2026-03-13T10:00'),
  });
  return played;
}

describe('应尽的义务', () => {
  it('NAT-CF-60-1 自立案次日起九十日：2026 年 3 月 3 日立案，名义末日 6 月 1 日', () => {
    const one = row(caseAt(law, 'filed'), 'decide-case/case');
    expect(one).toMatchObject({
      due: '2026-06-01T23:59:59+08:00',
      lawfulDue: '2026-06-01T23:59:59+08:00',
      owedBy: 'handlers',
      act: 'case.decide',
      assignees: [],
    });
    expect(one.met).toBeUndefined();
    // 到期前十个工作日提醒:5 月 18 日起。
    expect(one.remind).toBe('2026-05-18T00:00:00+08:00');
  });

  it('指派之后，承办人的义务记在各人名下', () => {
    expect(row(caseAt(law, 'assigned'), 'decide-case/case').assignees).toEqual(['h1', 'h2']);
  });

  it('NAT-CF-45-1 每名当事人各有自己的期限，告知书写明的日数较长的从告知书', () => {
    const played = twoParties();
    const rows = owedIn(played).filter((one) => one.duty === 'defence-period');
    expect(rows.map((one) => [one.id, one.subjectLabel, one.owedBy, one.lawfulDue])).toEqual([
      ['defence-period/P1', organisation.name, 'party', '2026-03-20T23:59:59+08:00'],
      ['defence-period/P2', person.name, 'party', '2026-03-24T23:59:59+08:00'],
    ]);
    expect(rows[0]?.derivation.readings[0]?.n).toBe(7);
    // 当事人的权利过期即终了,不是谁的逾期。
    expect(rows.map((one) => status(one, instant('2026-04-01T09:00')))).toEqual(['ended', 'ended']);
  });

  it('接着前一义务的，从每名当事人的期限都届满之后起算；还有人没有起算的，不起算', () => {
    expect(row(twoParties(), 'approve-decision/case').from).toBe('2026-03-24T23:59:59+08:00');
    const one = caseWith(law, 'served', (milestone, told) => {
      if (milestone === 'filed')
        return { ...told, input: { cause: '试验案由', parties: [organisation, person], ...where } };
      if (milestone === 'noticed')
        return { ...told, input: { parties: ['P1', 'P2'], sanctions, defenceDays: 5, rights, bases } };
      return told;
    });
    expect(owedIn(one).some((owed) => owed.duty === 'approve-decision')).toBe(false);
  });

  it('NAT-CF-62-2 当事人放弃陈述申辩的，期限到放弃那一日为止', () => {
    const played = caseAt(law, 'served');
    played.do({
      id: 'W1',
      act: 'case.record-statement',
      by: 'h1',
      at: '2026-03-12T09:00',
      input: { party: 'P1', waives: true },
      record: waiverRecord,
    });
    expect(row(played, 'defence-period/P1').met).toBe('2026-03-12T09:00:00+08:00');
    // 从放弃的时刻起,不是从届满之日起。
    expect(row(played, 'approve-decision/case').from.slice(0, 10)).toBe('2026-03-12');
  });

  it('NAT-118-6-2 WHMZ-GS-6-2 两件规定同时管公示，合为一项，出处都留着', () => {
    const rows = owedIn(caseAt(law, 'decided')).filter((one) => one.duty === 'publish-decision');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.clauses).toEqual(expect.arrayContaining(['NAT-118-6-2', 'WHMZ-GS-6-2']));
    expect(rows[0]?.derivation.readings.map((reading) => reading.rule)).toEqual(
      expect.arrayContaining(['publication.penalty.due', 'publication.wuhan.due']),
    );
    expect(rows[0]?.lawfulDue).toBe('2026-03-30T23:59:59+08:00');
  });

  it('合并的义务取先到的日期，与规则书写的先后无关', () => {
    const short = dutyOf({
      id: 'trial.short',
      start: 'case.leadRegistered',
      within: { n: 2, unit: 'day', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.filed',
    });
    const long = dutyOf({
      id: 'trial.long',
      start: 'case.leadRegistered',
      within: { n: 5, unit: 'day', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.filed',
    });
    const { state } = caseAt(law, 'lead');
    for (const duties of [
      [short, long],
      [long, short],
    ]) {
      const [one, ...rest] = obligations(state, smallLaw({ duties }));
      expect(rest).toEqual([]);
      expect(one).toMatchObject({ lawfulDue: '2026-03-04T23:59:59+08:00' });
      expect(one?.derivation.readings.map((reading) => reading.rule)).toEqual(['trial.short', 'trial.long']);
    }
  });

  it('NAT-CF-61-1 按时履行与逾期履行，以末日的最后一秒为界', () => {
    const served = (at: string): string => {
      const played = caseAt(law, 'sealed');
      played.do({
        ...lawfulAct('decision-served'),
        at,
        entered: '2026-04-10T09:00',
        record: service(at.slice(0, 16)),
      });
      return status(row(played, 'serve-decision/P1'), instant('2026-04-10T09:00'));
    };
    expect(served('2026-03-30T23:59:59')).toBe('met');
    expect(served('2026-03-31T00:00:00')).toBe('met-late');
  });

  it('名义末日遇休息日：预警看名义末日，逾期从顺延之后算', () => {
    // 2026 年 2 月 16 日起九十日,到 5 月 17 日(周日)。
    const played = caseWith(law, 'filed', (milestone, told) => ({
      ...told,
      at: milestone === 'filed' ? '2026-02-16T09:00' : '2026-02-10T09:00',
    }));
    const one = row(played, 'decide-case/case');
    expect([one.due, one.lawfulDue]).toEqual(['2026-05-17T23:59:59+08:00', '2026-05-18T23:59:59+08:00']);
    expect(status(one, instant('2026-05-18T23:59:59'))).toBe('soon');
    expect(status(one, instant('2026-05-19T00:00:00'))).toBe('late');
  });

  it('提醒不早于义务开始之日', () => {
    const duty = dutyOf({
      start: 'case.leadRegistered',
      within: { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.filed',
      remind: { n: 10, unit: 'workday' },
    });
    const [one] = obligations(caseAt(law, 'lead').state, smallLaw({ duties: [duty] }));
    expect(one?.remind).toBe('2026-03-02T00:00:00+08:00');
  });

  it('没有写提醒的，末日当天才算临近', () => {
    const duty = dutyOf({
      start: 'case.leadRegistered',
      within: { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.filed',
    });
    const [one] = obligations(caseAt(law, 'lead').state, smallLaw({ duties: [duty] }));
    expect(one?.remind).toBe(one?.due);
  });

  it('跨入放假安排尚未公布的年度，标明暂定', () => {
    const late = caseWith(law, 'filed', (milestone, told) => ({
      ...told,
      at: milestone === 'filed' ? '2026-12-28T09:00' : '2026-12-25T09:00',
    }));
    expect(row(late, 'decide-case/case').provisional).toBe(true);
    expect(row(caseAt(law, 'filed'), 'decide-case/case').provisional).toBe(false);
  });

  it('起算日不在规则的版本之内的，不产生义务', () => {
    const duty = dutyOf({
      start: 'case.leadRegistered',
      within: { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' },
      until: 'case.filed',
      inForce: { from: '2020-01-01', until: '2026-03-01' },
    });
    expect(obligations(caseAt(law, 'lead').state, smallLaw({ duties: [duty] }))).toEqual([]);
    const onLastDay = { ...duty, inForce: { from: '2020-01-01', until: '2026-03-02' } };
    expect(obligations(caseAt(law, 'lead').state, smallLaw({ duties: [onLastDay] }))).toHaveLength(1);
  });

  it('参数没有取值的，不产生义务；前提不成立或者未知的，也不产生', () => {
    const within = { n: 3, unit: 'workday', roll: 'agency', unitBasis: 'T-1' } as const;
    const base = dutyOf({ start: 'case.leadRegistered', within, until: 'case.filed' });
    const { state } = caseAt(law, 'lead');
    expect(
      obligations(state, smallLaw({ duties: [{ ...base, within: { ...within, n: { param: 'unset' } } }] })),
    ).toEqual([]);
    expect(obligations(state, smallLaw({ duties: [{ ...base, when: 'case.filed' }] }))).toEqual([]);
    expect(
      obligations(state, smallLaw({ duties: [{ ...base, when: { is: ['case.outcome', 'penalty'] } }] })),
    ).toEqual([]);
  });

  it('义务只随案卷和法律变化：同一案卷任何时候算都一样', () => {
    expect(obligations.length).toBe(2);
    const played = caseAt(law, 'decided');
    const first = owedIn(played);
    for (const days of [0, 30, 400]) {
      const now = instant(`${addDays(dayOf(instant('2026-03-19T10:00')), days)}T10:00`);
      for (const act of ['case.publish', 'case.serve']) played.preview(act, 'h1', now);
      expect(owedIn(played)).toEqual(first);
    }
  });
});

describe('日期怎么来的', () => {
  const everyRow = (['lead', 'filed', 'noticed', 'served', 'decided', 'published'] as const).flatMap(
    (milestone) => owedIn(caseAt(law, milestone)),
  );

  it('每一句都是中文，不露编号和英文', () => {
    expect(everyRow.length).toBeGreaterThan(10);
    for (const one of everyRow) {
      const sentences = explain(one, law);
      expect(sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/[A-Za-z_{}]|undefined|\d{4}-\d{2}/);
        expect(sentence).toMatch(/。$/);
      }
    }
  });

  it('NAT-CF-61-1 NAT-CF-85-1 说明依据、起算、计法和跳过的日子', () => {
    const sentences = explain(row(caseAt(law, 'decided'), 'serve-decision/P1'), law).join('');
    expect(sentences).toContain('《行政处罚法》第六十一条第一款');
    expect(sentences).toContain('作出决定之日（3 月 19 日 周四）的次日起计算 7 个工作日，到 3 月 30 日');
    expect(sentences).toContain('日数的计法依据《行政处罚法》第八十五条');
    expect(sentences).toContain('周末 4 天');
  });

  it('顺延、暂定、同时适用的规定，各有一句', () => {
    const rolled = caseWith(law, 'filed', (milestone, told) => ({
      ...told,
      at: milestone === 'filed' ? '2026-02-16T09:00' : '2026-02-10T09:00',
    }));
    expect(explain(row(rolled, 'decide-case/case'), law).join('')).toContain('法律上顺延到 5 月 18 日');
    const provisional = caseWith(law, 'filed', (milestone, told) => ({
      ...told,
      at: milestone === 'filed' ? '2026-12-28T09:00' : '2026-12-25T09:00',
    }));
    expect(explain(row(provisional, 'decide-case/case'), law).join('')).toContain('暂定');
    expect(explain(row(caseAt(law, 'decided'), 'publish-decision/case'), law).join('')).toContain(
      '另有规定：',
    );
  });

  it('不认识的条款不写出来，同一出处只写一次', () => {
    expect(cite(['NAT-CF-60-1', 'NOT-THERE', 'NAT-CF-60-1'], law)).toBe('《行政处罚法》第六十条');
  });
});

describe('拒绝说成一句话', () => {
  it('什么不能、为什么、依据、怎么办，不露编号和英文', () => {
    for (const milestone of [
      'lead',
      'filed',
      'assigned',
      'noticed',
      'served',
      'decision-approved',
    ] as const) {
      const played = caseAt(law, milestone);
      for (const act of ['case.decide', 'case.give-notice', 'case.publish', 'case.serve', 'case.approve']) {
        const found = played.preview(act, 'h1', '2026-03-19T10:00');
        if (found.status !== 'refused') continue;
        for (const refusal of found.refusals) {
          const sentence = sentenceOf(refusal, law);
          expect(sentence).toMatch(/^暂不能/);
          expect(sentence).not.toMatch(/[A-Za-z_{}]|undefined/);
        }
      }
    }
  });

  it('只差时间的，说明最迟等到哪一天', () => {
    const played = caseAt(law, 'served');
    const refusals = played.refused({ ...lawfulAct('decided'), at: '2026-03-12T10:00' });
    const refusal = refusals.find((one) => one.code === 'DEFENCE_PERIOD_OPEN');
    expect(refusal && sentenceOf(refusal, law)).toContain('（最迟到 3 月 18 日 周三 届满）');
  });
});

describe('规则可用的词汇', () => {
  it('每个事实有唯一的编号和中文名称', () => {
    expect(new Set(caseFacts.map((fact) => fact.id)).size).toBe(caseFacts.length);
    for (const fact of caseFacts) expect(fact.label).toMatch(/^[\u4e00-\u9fff]+$/);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../case/state.ts';
import { caseAt, lawfulAct } from '../trial/lawful-path.ts';
import { PlayedCase, staffedAgency } from '../trial/played-case.ts';
import { seriesStream, takeNumber } from './take-number.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

/** Files one more case in the same agency, whose series go on from those given. */
function filedAfter(
  series: PlayedCase['series'],
  year = 2026,
): { number: string; series: PlayedCase['series'] } {
  const played = new PlayedCase(law, staffedAgency());
  played.series = series;
  for (const milestone of [
    'lead',
    'filing-proposed',
    'filing-reviewed',
    'filing-approved',
    'filed',
  ] as const) {
    const told = lawfulAct(milestone);
    played.do({ ...told, at: told.at.replace('2026', String(year)) });
  }
  return { number: entriesOf(played.state, 'filing')[0]?.data.number ?? '', series: played.series };
}

describe('编号', () => {
  it('同一机关同一种类逐号相连，不跳不重', () => {
    let series: PlayedCase['series'] = {};
    const numbers = [1, 2, 3].map(() => {
      const filed = filedAfter(series);
      ({ series } = filed);
      return filed.number;
    });
    expect(numbers).toEqual(['江民立字〔2026〕1号', '江民立字〔2026〕2号', '江民立字〔2026〕3号']);
  });

  it('每年从一号起，补到上一年的接着上一年', () => {
    const first = filedAfter({});
    const next = filedAfter(first.series, 2027);
    expect(next.number).toBe('江民立字〔2027〕1号');
    expect(filedAfter(next.series, 2026).number).toBe('江民立字〔2026〕2号');
  });

  it('种类各自编号', () => {
    const played = caseAt(law, 'decided');
    expect(
      Object.entries(played.series).map(([stream, state]) => [stream, state.last, state.version]),
    ).toEqual([
      ['series/trial/filing/2026', 1, 1],
      ['series/trial/decision/2026', 1, 1],
    ]);
  });

  it('被拒绝的行为不用号', () => {
    const played = caseAt(law, 'decision-approved');
    played.refused({ ...lawfulAct('decided'), record: {} });
    expect(Object.keys(played.series)).toEqual(['series/trial/filing/2026']);
    played.do(lawfulAct('decided'));
    expect(entriesOf(played.state, 'decision')[0]?.data.number).toBe('江民罚决字〔2026〕1号');
  });

  it('机关代字中的特殊符号原样写出', () => {
    const played = caseAt(law, 'lead');
    played.agency = { ...played.agency, shortName: '江$&民' };
    const context = played.context('h1', '2026-03-03T09:00');
    const act = {
      id: 'F1',
      name: 'case.file',
      agency: 'trial',
      stream: 'case/trial',
      input: {},
      record: {},
      occurredAt: context.now,
    };
    expect(takeNumber(act, context, 'filing').number).toBe('江$&民立字〔2026〕1号');
    expect(seriesStream(act, 'filing')).toBe('series/trial/filing/2026');
  });
});

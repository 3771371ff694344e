import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { instant } from '../time/index.ts';
import { caseAt, organisation } from '../trial/lawful-path.ts';
import { publicCourse } from './course.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const at = instant('2026-04-10T09:00');

describe('公示之后公开的进展', () => {
  it('WHMZ-GS-5-6 没有送达的写明没有送达；送达之后写明对象、方式和日期', () => {
    expect(publicCourse(caseAt(law, 'decided').state, law, at)).toMatchObject({
      served: false,
      services: [],
    });
    expect(publicCourse(caseAt(law, 'decision-served').state, law, at)).toMatchObject({
      served: true,
      services: [{ party: organisation.name, method: '直接送达', day: '2026-03-20' }],
    });
  });

  it('WHMZ-GS-5-6 检查过履行之后写明履行的状态，以最近一次为准', () => {
    const played = caseAt(law, 'published');
    expect(publicCourse(played.state, law, at)['performances']).toEqual([]);
    for (const [day, state] of [
      ['2026-04-02', 'partial'],
      ['2026-04-08', 'full'],
    ] as const)
      played.do({
        act: 'case.check-performance',
        by: 'h1',
        at: `${day}T09:00`,
        input: { party: 'P1', state },
        record: { 'performance.account': '到银行查询缴款情况', 'performance.proof': '票据示例' },
      });
    expect(publicCourse(played.state, law, at)['performances']).toEqual([
      { party: organisation.name, state: '全部履行', day: '2026-04-08' },
    ]);
  });

  it('尚未作出决定的，什么也不公开', () => {
    expect(publicCourse(caseAt(law, 'served').state, law, at)).toEqual({});
  });
});

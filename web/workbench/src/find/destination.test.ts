import { describe, expect, it } from 'vitest';
import { destinationsOf } from './destination.ts';

const atHand = [
  { label: '记录询问', href: '#/cases/1/acts/a' },
  { label: '送达', href: '#/cases/1/acts/b' },
];

describe('一处查找', () => {
  it('没有写字时列出手边的和能去的地方', () => {
    expect(destinationsOf('', atHand, undefined).map(({ label }) => label)).toEqual(['本案可以办的', '去往']);
  });

  it('按写的字缩小；几个词都要有', () => {
    expect(destinationsOf('送达', atHand, undefined)).toEqual([{ label: '本案可以办的', of: [atHand[1]] }]);
    expect(destinationsOf('案件 逾期', [], undefined)[0]?.of.map(({ label }) => label)).toEqual([
      '有逾期的案件',
    ]);
    expect(destinationsOf('没有这回事', atHand, undefined)).toEqual([]);
  });

  it('案件带着命中的记录打开，人员带到其承办的案件', () => {
    const [cases, people] = destinationsOf('周', [], {
      cases: [
        {
          ...{
            stream: 'case/01J',
            title: '某案',
            parties: ['某会'],
            stage: 'decision',
            stageLabel: '审查决定',
          },
          ...{ handlers: [], defects: 0, number: '武民案〔2026〕1 号' },
          found: { entry: '01K', title: '笔录', text: '…周某说…' },
        },
      ],
      clauses: [],
      people: [{ id: 'zhou', name: '周承办', unit: '社会组织管理处', cases: 3 }],
    });
    expect(cases?.of[0]).toEqual({
      label: '某案',
      note: '武民案〔2026〕1 号 · 某会 · …周某说…',
      href: '#/cases/01J?entry=01K',
    });
    expect(people?.of[0]).toMatchObject({ note: '社会组织管理处，承办 3 件', href: '#/cases?handler=zhou' });
  });
});

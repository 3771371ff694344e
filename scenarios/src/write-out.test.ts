import { describe, expect, it } from 'vitest';
import type { ActStep, WrittenFamily, WrittenStory } from './story.ts';
import { writtenFamily, writtenStory } from './story.ts';
import { familyWrittenOut, writtenOut } from './write-out.ts';

const patterns = {
  approved: {
    act: 'case.approve',
    by: '吴负责',
    input: { matter: 'filing', opinion: 'agree' },
    record: { 'approval.comment': '同意立案。' },
  },
  served: { act: 'case.serve', record: { 'service.signed-at': '{at}' } },
};

const story = (steps: unknown[]): WrittenStory =>
  writtenStory.parse({ title: '故事', agency: 'jiguan', steps });
const told = (steps: unknown[]) => writtenOut(story(steps), patterns).steps as readonly ActStep[];

describe('写全一个故事', () => {
  it('照样板的一步，没有写的照样板，写了的照写的，写 ~ 的去掉', () => {
    const [step] = told([
      {
        at: '2026-03-02T09:00',
        like: 'approved',
        input: { step: 'unit' },
        record: { 'approval.comment': null },
      },
    ]);
    expect(step).toMatchObject({ act: 'case.approve', by: '吴负责', record: {} });
    expect(step?.input).toEqual({ matter: 'filing', opinion: 'agree', step: 'unit' });
  });

  it('写作 {at} 的，是这一步的时刻', () => {
    const [step] = told([{ at: '2026-03-02T09:00', by: '周承办', like: 'served' }]);
    expect(step?.record).toEqual({ 'service.signed-at': '2026-03-02T09:00' });
  });

  it('再办一次的，只重复所办的事，不重复时刻、名字和被拒', () => {
    const [, again] = told([
      {
        at: '2026-03-02T09:00',
        as: 'early',
        by: '周承办',
        act: 'case.file',
        input: { cause: '违规收费', parties: [1] },
        refused: [{ code: 'APPROVAL_PENDING' }],
      },
      { at: '2026-03-03T09:00', again: 'early', input: { parties: [2] } },
    ]);
    expect(again).toEqual({
      at: '2026-03-03T09:00',
      again: 'early',
      by: '周承办',
      act: 'case.file',
      input: { cause: '违规收费', parties: [2] },
      record: {},
    });
  });

  it.each([
    ['没有名为 nowhere 的样板', { at: '2026-03-02T09:00', by: '周承办', like: 'nowhere' }],
    ['never 之前没有试过', { at: '2026-03-02T09:00', by: '周承办', again: 'never' }],
  ])('写错的照实说：%s', (said, step) => {
    expect(() => told([step])).toThrow(said);
  });
});

describe('一个故事讲成许多件案', () => {
  const family = (rows: unknown[]): WrittenFamily =>
    writtenFamily.parse({
      title: '{name}没有参加年度检查',
      agency: 'jiguan',
      sets: { first: { filed: '2026-03-02' } },
      rows,
      steps: [
        {
          at: '{filed}T09:{n}',
          as: 'filed',
          by: '周承办',
          act: 'case.file',
          input: { name: '{name}', sum: '{sum}' },
        },
        { at: '2026-03-03T09:00', as: 'served', by: '周承办', like: 'served' },
      ],
    });

  it('每行一件，用本行的词、所属一组的词和行号，数仍是数，讲到所写的一步', () => {
    const cases = familyWrittenOut(
      family([
        { set: 'first', name: '甲协会', sum: 100 },
        { set: 'first', name: '乙协会', sum: 200, until: 'filed', filed: '2026-03-04' },
      ]),
      patterns,
    );
    expect(cases.map(({ row, title, steps }) => [row, title, steps.length])).toEqual([
      ['01', '甲协会没有参加年度检查', 2],
      ['02', '乙协会没有参加年度检查', 1],
    ]);
    expect(cases[1]?.steps[0]).toMatchObject({ at: '2026-03-04T09:02', input: { name: '乙协会', sum: 200 } });
    expect(cases[0]?.steps[1]).toMatchObject({ record: { 'service.signed-at': '2026-03-03T09:00' } });
  });

  it.each([
    ['没有名为 second 的一组词', { set: 'second' }],
    ['没有名为 decided 的一步', { set: 'first', until: 'decided' }],
  ])('写错的照实说：%s', (said, row) => {
    expect(() => familyWrittenOut(family([row]), patterns)).toThrow(said);
  });
});

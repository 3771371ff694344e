import { describe, expect, it } from 'vitest';
import { betterName, glossary } from './glossary.ts';
import { readSource } from './source.ts';
import { filesOfTree, readTree } from './tree.ts';

const repeated = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i);

describe('词汇表', () => {
  it('一个中文术语只有一个标识符', () => {
    expect(repeated(glossary.entries.flatMap(({ term, also = [] }) => [term, ...also]))).toEqual([]);
  });

  it('一个标识符只译一个中文概念', () => {
    expect(repeated(glossary.entries.map(({ identifier }) => identifier.toLowerCase()))).toEqual([]);
  });

  it('标识符是概念名词:大写开头的英文,术语是中文', () => {
    const odd = glossary.entries.filter(
      ({ term, identifier }) => !/^([A-Z][a-z]+)+$/.test(identifier) || !/^[\p{Script=Han}、]+$/u.test(term),
    );
    expect(odd).toEqual([]);
  });

  it('词汇表自己不用被弃的同义词', () => {
    expect(glossary.entries.filter(({ identifier }) => betterName(identifier) !== undefined)).toEqual([]);
  });

  it('被弃的词不是别处的术语,也不重复', () => {
    const terms = new Set(glossary.entries.map(({ identifier }) => identifier));
    expect(glossary.banned.filter(({ word }) => terms.has(word))).toEqual([]);
    expect(repeated(glossary.banned.map(({ word }) => word))).toEqual([]);
  });

  it.each([
    ['PunishmentDecision', 'Penalty'],
    ['listPunishments', 'Penalty'],
    ['SEIZURE_DAYS', 'SealingUp(查封)或 Impoundment(扣押)'],
    ['passLegalCheck', 'LegalReview'],
    ['AdministrativeCase', '(删去:一切都是行政的)'],
    ['CaseManager', '写出它做的那一件事'],
    ['caseService', '按它做的事命名;Service 只指送达'],
  ])('看得出 %s 该改用别的词', (identifier, use) => {
    expect(betterName(identifier)).toBe(use);
  });

  it.each(['PenaltyDecision', 'DocumentService', 'dateOfService', 'clues'.slice(0, 2), 'service'])(
    '容许 %s',
    (identifier) => {
      expect(betterName(identifier)).toBeUndefined();
    },
  );

  it('源码里的标识符都用词汇表的词', () => {
    const found = filesOfTree()
      .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file))
      .flatMap((file) =>
        readSource(readTree(file), file).identifiers.flatMap(({ text, line }) => {
          const use = betterName(text);
          return use === undefined ? [] : [`${file}:${line} ${text} → ${use}`];
        }),
      );
    expect(found).toEqual([]);
  });

  it('没有说不出装着什么的房间和文件', () => {
    const rooms = new Set(glossary.junk.rooms);
    const found = filesOfTree().filter((file) =>
      file.split('/').some((part) => {
        const name = part.split('.')[0] ?? '';
        return rooms.has(name.toLowerCase()) || /-?(manager|helpers?|utils?)$/i.test(name);
      }),
    );
    expect(found).toEqual([]);
  });
});

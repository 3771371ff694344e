import { describe, expect, it } from 'vitest';
import type { Pack, Placed } from '../library.ts';
import type { ParamText } from '../texts.ts';
import { checkOverride } from './check-override.ts';

const placed = (value: number, more: Partial<ParamText> = {}): Placed<ParamText> =>
  ({
    file: 'params.yaml',
    line: 1,
    at: () => 1,
    value: {
      id: 'spot.finePerson',
      label: '上限',
      type: 'int',
      source: 'silent',
      reason: '另有规定',
      value,
      protects: 'party',
      tighter: 'smaller',
      ...more,
    },
  }) as unknown as Placed<ParamText>;
const above = { params: [placed(20_000, { looserIn: ['statute'] })] } as unknown as Pack;
const codesOf = (value: number, rank: string | undefined, basis: string | undefined) =>
  checkOverride(
    placed(value, basis === undefined ? {} : { basis }),
    { text: rank === undefined ? {} : { rank } } as Pack,
    [above],
    new Set(['SAMPLE-1']),
  ).map((fault) => fault.code);

describe('当场处罚的上限由谁改', () => {
  it('NAT-CF-51-2 法律写明依据的，可以提高', () => {
    expect(codesOf(50_000, 'statute', 'SAMPLE-1')).toEqual([]);
  });

  it('NAT-CF-51-2 法规、规章、没有写明位阶的，提高都被拒绝，写了依据也一样', () => {
    for (const rank of ['administrative-regulation', 'local-regulation', 'rule', undefined])
      expect(codesOf(30_000, rank, 'SAMPLE-1')).toEqual(['OVERRIDE_LOOSENS']);
  });

  it('NAT-CF-51-2 法律也要写明依据', () => {
    expect(codesOf(50_000, 'statute', undefined)).toEqual(['OVERRIDE_LOOSENS']);
  });

  it('NAT-CF-51-2 降低的，任何位阶都可以', () => {
    expect(codesOf(10_000, 'rule', undefined)).toEqual([]);
    expect(codesOf(20_000, undefined, undefined)).toEqual([]);
  });
});

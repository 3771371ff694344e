import type { RefusalView } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { faultsOf, isAdmitted, sentAdmits } from './admits.ts';

const refusal: RefusalView = {
  ...{
    code: 'OFFICER_COUNT_LOW',
    sentence: '执法人员少于两人。',
    because: '执法人员少于两人',
    effect: 'void',
  },
  ...{ clauses: [], admissible: true },
};

describe('承认瑕疵', () => {
  it('只有可以承认的拒绝才算已承认', () => {
    const admits = sentAdmits(new Map([['OFFICER_COUNT_LOW', ' 另一人外出办案 ']]));
    expect(admits).toEqual([{ code: 'OFFICER_COUNT_LOW', reason: '另一人外出办案' }]);
    expect(isAdmitted(refusal, admits)).toBe(true);
    expect(isAdmitted({ ...refusal, admissible: false }, admits)).toBe(false);
    expect(isAdmitted({ ...refusal, code: 'OTHER' }, admits)).toBe(false);
  });

  it('没有写明原因的不送出', () => {
    expect(
      faultsOf(
        new Map([
          ['A', '外出'],
          ['B', '另一人外出办案'],
        ]),
      ).map((fault) => fault.path),
    ).toEqual(['admits.A']);
  });
});

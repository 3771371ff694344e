import { describe, expect, it } from 'vitest';
import { agencyFacts } from '../authority/facts.ts';
import { caseFacts } from '../case/facts/index.ts';

describe('规则可以用的词', () => {
  it('一个编号只有一个事实：重名的会悄悄顶替另一个', () => {
    const ids = [...caseFacts, ...agencyFacts].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

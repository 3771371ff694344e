import { describe, expect, it } from 'vitest';
import { noHeavier } from './heavier.ts';

const ranks: Readonly<Record<string, number>> = { warning: 1, fine: 2, confiscation: 2, revocation: 3 };
const list = (...items: readonly (string | readonly [string, number])[]) =>
  items.map((item) =>
    typeof item === 'string' ? { party: 'p', kind: item } : { party: 'p', kind: item[0], amount: item[1] },
  );
const lawful = (decided: ReturnType<typeof list>, noticed: ReturnType<typeof list>) =>
  noHeavier(decided, noticed, (kind) => ranks[kind]);

describe('NAT-CF-45-3 比较决定与首次告知的轻重', () => {
  it.each([
    ['一样', list('warning', ['fine', 100]), list('warning', ['fine', 100])],
    ['罚款少了', list(['fine', 99]), list(['fine', 100])],
    ['去掉一种', list('warning'), list('warning', ['fine', 100])],
    ['什么也不罚', list(), list('warning')],
    ['吊销换成罚款', list(['fine', 1_000_000]), list('revocation')],
    ['吊销换成罚款，原有的警告照旧', list('warning', ['fine', 100]), list('revocation', 'warning')],
    ['罚款由吊销抵，警告由罚款抵', list('warning', ['fine', 500]), list('revocation', ['fine', 100])],
    ['同一种分两笔，合计没有超过', list(['fine', 40], ['fine', 60]), list(['fine', 100])],
    ['次序之外的种类照旧', list('other'), list('other')],
  ])('%s，不算加重', (_, decided, noticed) => {
    expect(lawful(decided, noticed)).toBe(true);
  });

  it.each([
    ['多一分钱', list(['fine', 101]), list(['fine', 100])],
    ['警告换成罚款', list(['fine', 1]), list('warning')],
    ['多出一种', list('warning', ['fine', 100]), list(['fine', 100])],
    ['一项吊销抵不了两项', list('warning', ['fine', 1]), list('revocation')],
    ['同一种分两笔，合计超过', list(['fine', 60], ['fine', 60]), list(['fine', 100])],
    ['同一档的另一种', list(['confiscation', 1]), list(['fine', 100])],
    ['换成次序之外的种类', list('other'), list('revocation')],
    ['次序之外的种类换成别的', list('warning'), list('other')],
  ])('%s，算加重', (_, decided, noticed) => {
    expect(lawful(decided, noticed)).toBe(false);
  });
});

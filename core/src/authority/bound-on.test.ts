import { describe, expect, it } from 'vitest';
import { day } from '../time/index.ts';
import { boundOn, packsOn } from './bind-law.ts';

const on = day('2026-12-01');
const binding = (from: string, ...packs: string[]) => ({ from: day(from), packs });

describe('规则包自何日起约束机关', () => {
  it('第一次启用的不限起日：国家法在机关使用本系统之前就约束它', () => {
    expect(boundOn([binding('2026-01-01', 'a')], on)).toEqual([{ id: 'a', stretches: [{}] }]);
  });

  it('后来启用的自启用之日起；没有再列的到前一日为止', () => {
    const bindings = [binding('2026-01-01', 'a', 'b'), binding('2026-07-01', 'b', 'c')];
    expect(boundOn(bindings, on)).toEqual([
      { id: 'a', stretches: [{ until: '2026-06-30' }] },
      { id: 'b', stretches: [{ until: '2026-06-30' }, { from: '2026-07-01' }] },
      { id: 'c', stretches: [{ from: '2026-07-01' }] },
    ]);
    expect(packsOn(bindings, on)).toEqual(['b', 'c']);
  });

  it('还没有到起日的不算；同一日两次启用，后一次为准', () => {
    const bindings = [
      binding('2026-01-01', 'a'),
      binding('2026-07-01', 'b'),
      binding('2026-07-01', 'c'),
      binding('2027-01-01', 'd'),
    ];
    expect(boundOn(bindings, on).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

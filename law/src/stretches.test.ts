import { describe, expect, it } from 'vitest';
import { compileBundle } from './bundle.ts';
import { inForceOf, join } from './stretches.ts';
import { library } from './testing/the-law.ts';

const own = 'wuhan-civil-affairs/own-decisions/2026-01-01';
const national = 'npc/penalty-law/2021-07-15';
const pack = library.packs.get(own);
if (pack === undefined) throw new Error('没有规则包');

describe('版本约束机关的日子', () => {
  it('相接、重叠的合成一段，之间空缺的留着', () => {
    expect(join([{ from: '2026-03-01', until: '2026-03-31' }, { until: '2026-02-28' }])).toEqual([
      { until: '2026-03-31' },
    ]);
    expect(join([{ until: '2026-02-28' }, { from: '2026-03-02' }])).toEqual([
      { until: '2026-02-28' },
      { from: '2026-03-02' },
    ]);
    expect(
      join([
        { from: '2026-01-01', until: '2026-12-31' },
        { from: '2026-02-01', until: '2026-03-01' },
      ]),
    ).toEqual([{ from: '2026-01-01', until: '2026-12-31' }]);
  });

  it('施行之前不约束，启用之前不约束，停用之后、空缺之中不约束', () => {
    expect(inForceOf(pack, [{}])).toEqual({ from: '2026-01-01' });
    expect(inForceOf(pack, [{ from: '2025-06-01' }])).toEqual({ from: '2026-01-01' });
    expect(inForceOf(pack, [{ from: '2026-07-01' }])).toEqual({ from: '2026-07-01' });
    expect(inForceOf(pack, [{ until: '2026-06-30' }, { from: '2026-09-01', until: '2026-10-31' }])).toEqual({
      from: '2026-01-01',
      until: '2026-10-31',
      except: [{ from: '2026-07-01', until: '2026-08-31' }],
    });
  });

  it('编入的规则、列出的规则包都带着这些日子；国家规则包随地方规则包', () => {
    const { law } = compileBundle(library, [{ id: own, stretches: [{ from: '2026-07-01' }] }]);
    const rule = (id: string) => law.duties.find((one) => one.id === id)?.inForce;
    expect(rule('own.approve-filing')).toEqual({ from: '2026-07-01' });
    expect(rule('decision.deadline')).toEqual({ from: '2026-07-01' });
    const both = compileBundle(library, [national, { id: own, stretches: [{ from: '2026-07-01' }] }]).law;
    expect(both.duties.find((one) => one.id === 'decision.deadline')?.inForce).toEqual({
      from: '2021-07-15',
    });
    expect(both.packs.find(({ id }) => id === own)).toMatchObject({
      from: '2026-01-01',
      bound: [{ from: '2026-07-01' }],
    });
    expect(both.packs.find(({ id }) => id === national)).not.toHaveProperty('bound');
  });

  it('日子不同，摘要不同', () => {
    const digests = [[own], [{ id: own, stretches: [{ from: '2026-07-01' }] }]].map(
      (named) => compileBundle(library, named).digest,
    );
    expect(new Set(digests).size).toBe(2);
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { Law } from '../law.ts';
import { partsOf } from './index.ts';
import { reviewSchema } from './review.ts';
import { caseAt, lawfulAct } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import { instant } from '../../time/index.ts';
const local = 'wuhan-civil-affairs/legal-review/2017-07-01';

const least = {
  kind: 'review',
  id: 'town-review',
  when: 'case.majorPenalty',
  judged: { cites: ['T-1'], effect: 'advise' },
  decision: { cites: ['T-2'], acts: ['case.decide'] },
};
const idsOf = (text: unknown): readonly string[] =>
  partsOf(reviewSchema.parse(text)).map(({ rule }) => rule.id);

describe('审核的写法', () => {
  it('只写判定和决定的，化为四道关口，各有自己的编号和条款', () => {
    const parts = partsOf(reviewSchema.parse(least));
    expect(parts.map(({ rule }) => [rule.id, rule.cites])).toEqual([
      ['town-review.judged', ['T-1']],
      ['town-review.reviewed', ['T-2']],
      ['town-review.passed', ['T-2']],
      ['town-review.unchanged', ['T-2']],
    ]);
  });

  it('没有写的部分不产生规则，写了的只多出它的规则', () => {
    const before = idsOf(least);
    const added = (text: object) => idsOf({ ...least, ...text }).filter((id) => !before.includes(id));
    expect(added({ apart: { cites: ['T-3'] } })).toEqual(['town-review.apart']);
    expect(added({ written: { cites: ['T-3'], fields: [{ field: 'review.opinion' }] } })).toEqual([
      'town-review.written',
    ]);
    expect(added({ exempt: [{ part: 'urgent', cites: ['T-3'], when: 'case.decided' }] })).toEqual([
      'town-review.reviewed.urgent',
    ]);
  });

  it('每一部分指回写它的地方', () => {
    const [first, second] = partsOf(reviewSchema.parse(least));
    expect([first?.under, second?.under]).toEqual([['judged'], ['decision']]);
  });

  it('不认识的键不接受', () => {
    expect(reviewSchema.safeParse({ ...least, otherwise: true }).success).toBe(false);
  });

  it('各包中的审核，编号没有重复', () => {
    const { law } = compileBundle(library, [local]);
    const ids = [...law.gates, ...law.needs, ...law.duties].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('WHMZ-SH-21-1 以决定作出日判定', () => {
  // 处罚法现行版本自二〇二一年起施行，这里只留审核办法自己的规则，看它自哪一日起管决定。
  const whole = compileBundle(library, [local, 'npc/penalty-law/2021-07-15']).law;
  const law: Law = {
    ...whole,
    packs: whole.packs.filter((pack) => pack.id === local),
    gates: whole.gates.filter((gate) => gate.pack === local),
    needs: [],
    duties: [],
  };
  const decidedOn = (day: string) => {
    const played = caseAt(whole, 'served');
    const told = { ...lawfulAct('decided'), id: 'X1', at: `${day}T10:00` };
    const other = caseAt(whole, 'served').copy();
    other.state = played.state;
    return trial(law, played, told);
  };
  const trial = (under: Law, played: ReturnType<typeof caseAt>, told: Parameters<typeof played.try>[0]) => {
    const copy = Object.assign(played.copy(), { law: under });
    const decision = copy.try({ ...told, entered: instant(told.at) });
    return 'refusals' in decision ? codesOfRefusals(decision.refusals) : ['done'];
  };

  it('二〇一七年六月三十日作出的决定不适用，没有判定也不拒绝', () => {
    expect(decidedOn('2017-06-30')).not.toContain('MAJOR_NOT_JUDGED');
  });

  it('七月一日、三日作出的决定适用，施行前立案的也要判定和审核', () => {
    for (const day of ['2017-07-01', '2017-07-03']) expect(decidedOn(day)).toContain('MAJOR_NOT_JUDGED');
  });
});

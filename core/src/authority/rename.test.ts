import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { day, instant } from '../time/index.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { smallLaw } from '../trial/small-law.ts';
import { allNamesOf, nameOn, renamingsOf } from './names.ts';
import type { AgencyState } from './state.ts';

const agency = staffedAgency();
const asked = {
  name: '江城市社会工作局',
  shortName: '江社',
  from: '2026-08-01',
  document: '江编〔2026〕3 号',
};

function renaming(input: object, of: AgencyState = agency, at = '2026-07-25T09:00') {
  const now = instant(at);
  const act = {
    ...{ id: '01KM0000000000000000000009', name: 'agency.rename', agency: 'trial', stream: of.stream },
    ...{ input, record: {}, occurredAt: now },
  };
  const actor = { account: 'a', name: '管理员', administrator: true };
  return decide(of, act, { actor, refs: { agency: of, series: {} }, law: smallLaw(), now });
}
const refusals = (...of: Parameters<typeof renaming>) => {
  const made = renaming(...of);
  return 'refusals' in made ? made.refusals.map(({ field, because }) => [field, because]) : [];
};
function renamed(input: object, of: AgencyState = agency): AgencyState {
  const made = renaming(input, of);
  if ('refusals' in made) throw new Error(made.refusals[0]?.because);
  return made.streams.flatMap((one) => one.events).reduce(evolve, of) as AgencyState;
}

describe('机关更名', () => {
  it('自启用之日起用新的名称和代字，此前仍是原来的', () => {
    const after = renamed(asked);
    expect(nameOn(after, day('2026-07-31'))).toEqual({ name: agency.name, shortName: agency.shortName });
    expect(nameOn(after, day('2026-08-01'))).toEqual({ name: '江城市社会工作局', shortName: '江社' });
    expect(allNamesOf(after)).toEqual([agency.name, '江城市社会工作局']);
  });

  it('再次更名，各日各用各的名称，原名逐个列出', () => {
    const twice = renamed({ ...asked, name: '江城市民生局', from: '2027-01-01' }, renamed(asked));
    expect(nameOn(twice, day('2026-12-31')).name).toBe('江城市社会工作局');
    expect(nameOn(twice, day('2027-01-01')).name).toBe('江城市民生局');
    expect(renamingsOf(twice).map(({ name, former }) => [name, former])).toEqual([
      ['江城市民生局', '江城市社会工作局'],
      ['江城市社会工作局', agency.name],
    ]);
  });

  it('今日以前的文书已经用原名作出：启用之日写今日的，拒绝，说最早哪一日', () => {
    expect(refusals({ ...asked, from: '2026-07-25' })).toEqual([
      ['input.from', '新的名称最早自 2026 年 7 月 26 日起启用：今日以前的文书已经用原来的名称作出'],
    ]);
    expect(refusals({ ...asked, from: '2026-07-26' })).toEqual([]);
  });

  it('不晚于已经登记的更名的，名称和代字都没有变的，没有文号的，拒绝', () => {
    const before = renamed(asked);
    expect(refusals({ ...asked, name: '江城市民生局' }, before).map(([field]) => field)).toEqual([
      'input.from',
    ]);
    expect(refusals({ ...asked, from: '2026-09-01' }, before).map(([field]) => field)).toEqual([
      'input.name',
    ]);
    expect(refusals({ ...asked, document: ' ' }).map(([field]) => field)).toEqual(['input.document']);
  });
});

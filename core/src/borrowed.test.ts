import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { entryById } from './case/state.ts';
import { basisNoted, explain, sentenceOf } from './explain.ts';
import { obligations } from './obligations.ts';
import { requirements } from './requirements.ts';
import { licenseAt } from './trial/licensed-path.ts';
import { caseAt } from './trial/lawful-path.ts';
import type { PlayedCase, Told } from './trial/played-case.ts';

const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'npc/licensing-law/2019-04-23',
]);

const appointing = (at: string, more: Partial<Told> = {}): Told => ({
  ...{ id: 'AG1', act: 'case.appoint-agent', by: 'h1', at, record: {} },
  input: { party: 'P1', name: '甲律师', kind: 'lawyer', power: 'general' },
  ...more,
});
const inPenalty = (): PlayedCase => caseAt(law, 'served');
const inLicense = (): PlayedCase => licenseAt(law, 'examined');
const moments = { penalty: '2026-03-12T09:00', license: '2026-03-19T09:00' };
const letterOf = (played: PlayedCase, at: string) =>
  requirements(played.state, 'case.appoint-agent', played.context('h1', at)).record.find(
    ({ id }) => id === 'agent.letter',
  );

describe('别类执法没有自己的规定而参照处罚的规定', () => {
  it('NAT-CF-64-5 拒绝的话、表单的栏目写明是参照；处罚案卷里是依据', () => {
    const refused = (played: PlayedCase, at: string) =>
      played
        .refused(appointing(at))
        .filter(({ field }) => field === 'record.agent.letter')
        .map((one) => sentenceOf(one, law));
    expect(refused(inPenalty(), moments.penalty)).toEqual([
      '授权委托书没有填写（《行政处罚法》第六十四条第五项）。填写授权委托书。',
    ]);
    expect(refused(inLicense(), moments.license)).toEqual([
      '授权委托书没有填写（参照《行政处罚法》第六十四条第五项）。填写授权委托书。',
    ]);
    expect(letterOf(inPenalty(), moments.penalty)?.borrowed).toBeUndefined();
    expect(letterOf(inLicense(), moments.license)).toMatchObject({ required: true, borrowed: true });
  });

  it('NAT-CF-64-5 承认了瑕疵而收下的，卷里的瑕疵也写明是参照', () => {
    const noted = (played: PlayedCase, at: string) => {
      played.do(appointing(at, { admits: [{ code: 'FIELD_MISSING', reason: '代理人说改日送来' }] }));
      const [defect] = entryById(played.state, 'AG1')?.defects ?? [];
      return defect === undefined ? undefined : basisNoted(defect, played.state, law);
    };
    expect(noted(inPenalty(), moments.penalty)).toBe('《行政处罚法》第六十四条第五项');
    expect(noted(inLicense(), moments.license)).toBe('参照《行政处罚法》第六十四条第五项');
  });

  it('NAT-CF-43-2 期限的推导写明参照和为什么', () => {
    const told = (played: PlayedCase, at: string) => {
      played.do({
        ...{ id: 'RQ1', act: 'case.request-recusal', by: 'h1', at },
        ...{ input: { party: 'P1', officer: 'h2' }, record: { 'recusal.ground': '亲属在申请人处任职' } },
      });
      const owed = obligations(played.state, law).find(({ duty }) => duty === 'decide-recusal');
      return owed === undefined ? [] : explain(owed, law);
    };
    const own = told(inPenalty(), moments.penalty);
    expect(own[0]).toMatch(/^依据《行政处罚法》第四十三条/);
    expect(own.join('')).not.toContain('照处罚的办');
    const borrowed = told(inLicense(), moments.license);
    expect(borrowed[0]).toMatch(/^参照《行政处罚法》第四十三条/);
    expect(borrowed).toContain('说明：法律没有逐类规定回避，照处罚的办。');
  });
});

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { instant } from '../../time/index.ts';
import { caseAt } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { agentsOf } from './agents.ts';
import { entryById } from '../state.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const appointing = (input: object = {}): Told => ({
  id: 'AG1',
  act: 'case.appoint-agent',
  by: 'h1',
  at: '2026-03-12T09:00',
  input: { party: 'P1', name: '甲律师', kind: 'lawyer', power: 'special', ...input },
  record: { 'agent.letter': '可以代为放弃听证，加盖公章' },
});
const dismissing: Told = {
  id: 'AG2',
  act: 'case.dismiss-agent',
  by: 'h1',
  at: '2026-03-14T09:00',
  input: { agent: 'AG1', reason: '书面通知解除' },
};
const titleOf = (played: PlayedCase, id: string): string => {
  const entry = entryById(played.state, id);
  return entry === undefined ? '' : entryTitle(played.state, entry);
};
const namesOn = (played: PlayedCase, at: string): readonly string[] =>
  agentsOf(played.state, 'P1', instant(at)).map((agent) => agent.data.name);

describe('委托代理人', () => {
  it('NAT-CF-64-5 自委托之时起、至解除之时止能代当事人行事，此前此后都不能', () => {
    const played = caseAt(law, 'served');
    played.do(appointing());
    played.do(dismissing);
    expect(namesOn(played, '2026-03-12T08:59')).toEqual([]);
    expect(namesOn(played, '2026-03-12T09:00')).toEqual(['甲律师']);
    expect(namesOn(played, '2026-03-14T08:59')).toEqual(['甲律师']);
    expect(namesOn(played, '2026-03-14T09:00')).toEqual([]);
    expect(titleOf(played, 'AG1')).toMatch(/^3 月 12 日.+委托甲律师代理$/);
    expect(titleOf(played, 'AG2')).toBe('3 月 14 日甲律师的委托解除');
  });

  it('NAT-CF-64-5 委托期限的最后一日还在期限内，次日不在', () => {
    const played = caseAt(law, 'served');
    played.do(appointing({ until: '2026-03-13' }));
    expect(namesOn(played, '2026-03-13T23:00')).toEqual(['甲律师']);
    expect(namesOn(played, '2026-03-14T00:00')).toEqual([]);
  });

  it('NAT-CF-64-5 没有授权委托书的照样登记，但不能代当事人行事', () => {
    const played = caseAt(law, 'served');
    played.do({
      ...appointing(),
      record: {},
      admits: [{ code: 'FIELD_MISSING', reason: '代理人说改日送来' }],
    });
    expect(entryById(played.state, 'AG1')?.defects.map((one) => one.code)).toEqual(['FIELD_MISSING']);
    expect(namesOn(played, '2026-03-13T09:00')).toEqual([]);
  });

  it('同一代理人的委托在期限内不能再登记一次；解除之后可以', () => {
    const played = caseAt(law, 'served');
    played.do(appointing());
    const again = { ...appointing(), id: 'AG3', at: '2026-03-13T09:00' };
    expect(codesOfRefusals(played.refused(again))).toEqual(['ALREADY_APPOINTED']);
    played.do(dismissing);
    expect(codesOfRefusals(played.refused({ ...dismissing, id: 'AG4', at: '2026-03-15T09:00' }))).toContain(
      'AGENT_UNKNOWN',
    );
    played.do({ ...again, at: '2026-03-15T09:00' });
    expect(namesOn(played, '2026-03-15T09:00')).toEqual(['甲律师']);
  });

  it('解除不能早于委托', () => {
    const played = caseAt(law, 'served');
    played.do(appointing());
    expect(codesOfRefusals(played.refused({ ...dismissing, at: '2026-03-11T09:00' }))).toEqual([
      'STEP_ORDER',
    ]);
  });
});

import type { Condition, Gate, Law, Primitive } from '@zhaozhang/core';
import { lowerRules, schemaFor } from '@zhaozhang/core';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { conditionWords } from './condition-words.ts';
import { ruleWords } from './rule-words.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);
const said = (condition: Condition) => conditionWords(condition, { law, acts: ['case.decide'] });

describe('条件说成一句话', () => {
  it('已满若干日（elapsed）、提前若干日（leadTime）', () => {
    expect(said({ elapsed: { since: 'case.filed', n: 5, unit: 'workday', roll: 'agency' } })).toBe(
      '自立案之日起已满 5 个工作日',
    );
    expect(
      said({
        elapsed: { since: 'case.decided', n: { param: 'publish.days' }, unit: 'workday', roll: 'agency' },
      }),
    ).toBe('自作出决定之日起已满 7 个工作日');
    expect(said({ leadTime: { before: 'case.interviewed', n: 3, unit: 'workday' } })).toBe(
      '比询问之日提前 3 个工作日以上',
    );
  });

  it('每一个、有一个、没有一个', () => {
    expect(said({ every: { per: 'party', that: 'party.noticed' } })).toBe(
      '每名当事人都符合「已告知拟作出的处罚」',
    );
    expect(
      said({ some: { per: 'party', where: 'party.noticed', that: { not: 'party.waivedDefence' } } }),
    ).toBe('至少有一名已告知拟作出的处罚的当事人符合「尚未明确放弃陈述申辩」');
    expect(said({ none: { per: 'notice' } })).toBe('没有告知书');
    expect(said({ none: { per: 'party', that: 'party.waivedDefence' } })).toBe(
      '没有一名当事人符合「已明确放弃陈述申辩」',
    );
  });

  it('数目（count）写明上下限', () => {
    expect(said({ count: { per: 'party', atLeast: 3 } })).toBe('当事人不少于 3 名');
    expect(said({ count: { per: 'interview', atLeast: 1, atMost: 4 } })).toBe('询问不少于 1 次、不多于 4 次');
    expect(said({ count: { per: 'party', that: 'party.noticed', atMost: 2 } })).toBe(
      '符合「已告知拟作出的处罚」的当事人不多于 2 名',
    );
  });
});

describe('合写的规则和尚未开通的行为', () => {
  const standing = { pack: 'trial', inForce: { from: '2020-01-01' } };
  const rules = (raw: unknown): readonly Primitive[] =>
    lowerRules([{ text: schemaFor(raw).parse(raw), standing }]);
  const kept = rules({
    kind: 'retention',
    id: 'trial.files',
    cites: ['WHMZ-GS-8-3'],
    per: 'case',
    duty: 'keep-file',
    category: '处罚案卷',
    owedBy: 'clerk',
    start: 'case.decided',
    term: { n: 10, unit: 'year', unitBasis: 'WHMZ-GS-8-3' },
    roll: 'restraint',
    holds: [{ from: 'case.noticed', to: 'case.noticeServed', label: '诉讼' }],
    disposal: {
      cites: ['WHMZ-GS-8-3'],
      acts: ['file.dispose'],
      because: '保管期限未满',
      remedy: { says: '期满并经鉴定后处置' },
    },
  });
  const planned: Law = {
    ...law,
    duties: [...law.duties, ...kept.filter((rule) => rule.primitive === 'duty')],
    planned: { 'file.dispose': '处置归档案卷' },
  };
  const told = (part: string) => {
    const rule = kept.find((one) => one.id === `trial.files.${part}`);
    if (rule === undefined) throw new Error(part);
    return ruleWords(rule, planned);
  };

  it('保管期限：多久、由谁负责，期满之前不得处置', () => {
    expect(told('term')).toMatchObject({
      kindLabel: '保管·期限',
      sentence: '自作出决定之日的次日起 10 年，保管处罚案卷，由内勤负责。',
      effect: '期满之前不得处置，期满也不自动处置',
    });
    expect(told('term').notes).toContain('诉讼的期间不计入');
  });

  it('尚未开通的行为照实说', () => {
    expect(told('disposal')).toMatchObject({
      kindLabel: '保管·前提',
      sentence: '「处置归档案卷」（尚未开通）之前：保管处罚案卷已经届满或者提前了结。',
      places: ['「处置归档案卷」（尚未开通）'],
    });
    expect(told('hold-1').because).toBe('处罚案卷正因诉讼留存，不得处置');
  });

  it('别类执法参照的规则，说出直接管哪几类、别类为什么参照；只管一类的不说', () => {
    const notes = (id: string): readonly string[] => {
      const rule = [...law.gates, ...law.needs].find((one) => one.id === id);
      return rule === undefined ? [] : ruleWords(rule, law).notes;
    };
    expect(notes('officers.qualified')).toEqual([
      '直接管行政处罚、行政检查，其他种类的执法参照：法律没有逐类规定人员的资格，照处罚的办',
    ]);
    expect(notes('officers.enough')).toEqual([]);
  });

  it('公示的各部分各说各的', () => {
    const parts = [...law.gates, ...law.needs, ...law.duties].filter(
      (rule) => rule.of?.kind === 'publication',
    );
    const labels = new Set(parts.map((rule) => ruleWords(rule, law).kindLabel));
    expect(labels).toEqual(new Set(['公示·前提', '公示·记载', '公示·期限']));
    const approver = law.gates.find((gate): gate is Gate => gate.id === 'publication.wuhan.approver');
    expect(approver === undefined ? '' : ruleWords(approver, law).effect).toBe('无此即违法，不得办理');
  });
});

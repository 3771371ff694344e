import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { day, instant } from '../time/index.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { bindingConditions } from './binding-conditions.ts';
import { kindOfItem, preparationOn, preparationSubjects } from './preparations.ts';
import type { AgencyState } from './state.ts';
const compiled = (pack: string) => compileBundle(library, [pack]).law;
const district = compiled('district/three-systems/2020-01-01');
const recording = compiled('wuhan-civil-affairs/full-process-recording/2017-07-01');
const post = { id: 'songda', name: '送达岗', duties: '送达文书', basis: '三定规定', from: day('2026-01-01') };
const units = { q1: { id: 'q1', name: '示例区民政局', type: 'district-bureau' } };
const agency: AgencyState = { ...staffedAgency(), posts: [post], units };
const now = instant('2026-07-25T09:00');

function registering(input: object, state: AgencyState = agency) {
  const act = {
    id: '01KM0000000000000000000008',
    name: 'agency.register-preparation',
    agency: 'trial',
    stream: state.stream,
    input,
    record: {},
    occurredAt: now,
  };
  const actor = { account: 'a', name: '管理员', administrator: true };
  return decide(state, act, { actor, refs: { agency: state, series: {} }, law: district, now });
}
const told = (input: object) => {
  const made = registering(input);
  return 'refusals' in made ? made.refusals.map(({ code, field }) => [code, field]) : [];
};
const from = '2026-08-01';

describe('登记启用准备', () => {
  it('各种准备须写明的各不相同：制度写文号和范围，环节写岗位，流程图写名称或者不适用的理由', () => {
    expect(told({ item: 'policy/q1', from })).toEqual([
      ['FIELD_MISSING', 'input.document'],
      ['FIELD_MISSING', 'input.scope'],
    ]);
    expect(told({ item: 'step/service', from })).toEqual([['FIELD_MISSING', 'input.post']]);
    expect(told({ item: 'chart/levy', from })).toEqual([['FIELD_MISSING', 'input.document']]);
    expect(told({ item: 'policy/q1', document: '示区民〔2026〕3 号', scope: '全区', from })).toEqual([]);
    expect(told({ item: 'step/service', post: 'songda', from })).toEqual([]);
    expect(told({ item: 'chart/levy', document: '征收流程图', from })).toEqual([]);
    expect(told({ item: 'chart/levy', inapplicable: '没有征收职权', from })).toEqual([]);
  });

  it('没有这一项、没有这个岗位、起止倒置的，拒绝', () => {
    for (const item of ['step/none', 'policy/none', 'else/service'])
      expect(told({ item, post: 'songda', from })).toEqual([['PREPARATION_UNKNOWN', 'input.item']]);
    expect(told({ item: 'step/service', post: 'none', from })).toEqual([['POST_UNKNOWN', 'input.post']]);
    expect(told({ item: 'step/service', post: 'songda', from: '2025-12-31' })).toEqual([
      ['POST_UNKNOWN', 'input.post'],
    ]);
    expect(told({ item: 'step/service', post: 'songda', from, until: '2026-07-31' })).toEqual([
      ['INPUT_INVALID', 'input.until'],
    ]);
  });

  it('列出全部可以准备的：八个环节、五组流程图、登记的每个区局', () => {
    const found = preparationSubjects(agency, district).map(({ id }) => id);
    expect(found.filter((id) => kindOfItem(id) === 'step')).toHaveLength(8);
    expect(found.filter((id) => kindOfItem(id) === 'chart')).toHaveLength(5);
    expect(found.filter((id) => kindOfItem(id) === 'policy')).toEqual(['policy/q1']);
    expect(kindOfItem('else/x')).toBeUndefined();
  });
});

describe('规则包自己的启用条件', () => {
  const bind = { packs: [], on: '' };
  const asked = (state: AgencyState, law: typeof district, first: string, already: string[] = []) =>
    bindingConditions(
      state,
      law,
      { packs: bind.packs, from: day(first) },
      { already: new Set(already), now },
    );

  it('QUF-1.2.1-2 一个环节也没有岗位的，八个环节一次说全', () => {
    const [condition, ...more] = asked(agency, district, from);
    expect(more).toEqual([]);
    expect(condition?.code).toBe('ROLE_REQUIRED');
    expect(condition?.because).toContain('（《某区全面推行三项制度实施方案》一（二）1）');
    expect(condition?.because).toContain('受理或者立案、调查取证或者审查');
  });

  it('WHMZ-JL-34-1 制度自起日起生效的可以，起日以后才生效、起日以前已经失效的不可以', () => {
    const made = registering({
      item: 'policy/q1',
      document: '示区民〔2026〕3 号',
      scope: '全区',
      from,
      until: '2026-12-31',
    });
    const [event] = 'streams' in made ? (made.streams[0]?.events ?? []) : [];
    const after = event === undefined ? agency : (evolve({ ...agency, version: 1 }, event) as AgencyState);
    const codes = (first: string) => asked(after, recording, first).map(({ code }) => code);
    expect(asked(agency, recording, from).map(({ code }) => code)).toEqual(['POLICY_MISSING']);
    expect(codes('2026-08-01')).toEqual([]);
    expect(codes('2026-07-31')).toEqual(['POLICY_MISSING']);
    expect(codes('2027-01-01')).toEqual(['POLICY_MISSING']);
    expect(preparationOn(after, 'policy/q1', day('2026-12-31'))?.document).toBe('示区民〔2026〕3 号');
  });

  it('已经启用的规则包由现在的法问，不问两遍', () => {
    expect(asked(agency, district, from, ['district/three-systems/2020-01-01'])).toEqual([]);
  });
});

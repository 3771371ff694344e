import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../acts.ts';
import type { FieldMap } from '../canonical.ts';
import { organisation, person } from '../trial/lawful-path.ts';
import { needOf, sceneWith, smallLaw } from '../trial/small-law.ts';
import { checkNeeds } from './needs.ts';
import type { Need } from './primitive.ts';

const fields = {
  'a.text': { id: 'a.text', label: '说明', type: 'text' as const },
  'a.moment': { id: 'a.moment', label: '时刻', type: 'instant' as const },
  'a.files': { id: 'a.files', label: '附件', type: 'blobs' as const },
  'party.code': { id: 'party.code', label: '信用代码', type: 'text' as const },
};

function faults(need: Need, record: FieldMap, act = 'case.register-lead', input: unknown = {}) {
  const definition = actDefinitions.get(act);
  const scene = sceneWith({
    law: smallLaw({ needs: [need], fields }),
    act,
    input,
    record,
    at: '2026-03-10T12:00',
  });
  if (definition === undefined || scene.act === undefined) throw new Error('没有这种行为');
  return checkNeeds(definition, scene.act, scene);
}
const text = (field: Partial<Need['fields'][number]> = {}) =>
  needOf({ fields: [{ field: 'a.text', ...field }] });

describe('应当填写的栏目', () => {
  it.each<[string, FieldMap]>([
    ['没有填', {}],
    ['填空', { 'a.text': '' }],
    ['只填空格', { 'a.text': '  \u3000 ' }],
  ])('%s的，指明栏目、条款和补救', (_what, record) => {
    expect(faults(text(), record)).toMatchObject([
      {
        code: 'FIELD_MISSING',
        rule: 'trial.need',
        clauses: ['T-1'],
        field: 'record.a.text',
        because: '说明没有填写',
        remedy: { says: '填写说明' },
      },
    ]);
  });

  it('附件的清单为空，算没有填', () => {
    expect(faults(needOf({ fields: [{ field: 'a.files' }] }), { 'a.files': [] })).toHaveLength(1);
  });

  it('拒绝码由规则指定', () => {
    expect(faults({ ...text(), code: 'PROOF_MISSING' }, {})[0]?.code).toBe('PROOF_MISSING');
  });

  it('必须写明的词语缺一个、不能写的词语有一个，都按规则的拒绝码拒绝', () => {
    const need: Need = { ...text({ contains: ['先复议', '再起诉'], lacks: ['直接'] }), code: 'TEXT_WRONG' };
    expect(faults(need, { 'a.text': '先复议，再起诉' })).toEqual([]);
    expect(faults(need, { 'a.text': '先复议' })).toMatchObject([
      { code: 'TEXT_WRONG', because: '说明没有写明“再起诉”', remedy: { says: '改写说明' } },
    ]);
    expect(faults(need, { 'a.text': '先复议，再起诉，或者直接起诉' })).toMatchObject([
      { code: 'TEXT_WRONG', because: '说明不能写“直接”' },
    ]);
  });

  it('最少字数按字数，不计前后空白，差一字即拒', () => {
    const need = text({ minLength: 3 });
    expect(faults(need, { 'a.text': ' 两字 ' })).toMatchObject([
      { code: 'FIELD_INVALID', because: '说明不足 3 字' },
    ]);
    expect(faults(need, { 'a.text': '三个字' })).toEqual([]);
    expect(faults(need, { 'a.text': '😀😀' })).toHaveLength(1);
  });

  it('写法按校验码', () => {
    const need = text({ format: 'unified-code' });
    expect(faults(need, { 'a.text': '91350100M000100Y43' })).toEqual([]);
    expect(faults(need, { 'a.text': '91350100M000100Y44' })).toMatchObject([{ code: 'FIELD_INVALID' }]);
  });

  it('不晚于行为发生的时刻：同一秒可以，晚一秒不行', () => {
    const need = needOf({ fields: [{ field: 'a.moment', notAfter: 'act.occurredAt' }] });
    expect(faults(need, { 'a.moment': '2026-03-10T12:00:00+08:00' })).toEqual([]);
    expect(faults(need, { 'a.moment': '2026-03-10T12:00:01+08:00' })).toMatchObject([
      { code: 'FIELD_INVALID', because: '时刻晚于 2026 年 3 月 10 日 12 时 0 分' },
    ]);
  });

  it('不早于所指的时刻：同一秒可以，早一秒不行', () => {
    const need = needOf({ fields: [{ field: 'a.moment', notBefore: 'act.occurredAt' }] });
    expect(faults(need, { 'a.moment': '2026-03-10T12:00:00+08:00' })).toEqual([]);
    expect(faults(need, { 'a.moment': '2026-03-10T11:59:59+08:00' })).toHaveLength(1);
  });

  it('有前提的，前提为真才要求', () => {
    const need = { ...text(), when: 'input.needed' };
    expect(faults(need, {}, 'case.register-lead', { needed: true })).toHaveLength(1);
    expect(faults(need, {}, 'case.register-lead', { needed: false })).toEqual([]);
  });

  it('按方的要求逐方检查，指明是谁的哪一栏', () => {
    const need = needOf({
      per: 'party',
      acts: ['case.file'],
      when: { not: { is: ['party.kind', 'person'] } },
      fields: [{ field: 'party.code' }],
    });
    const input = { cause: '试验', parties: [person, { ...organisation, record: {} }] };
    expect(faults(need, {}, 'case.file', input)).toMatchObject([
      {
        field: 'input.parties.1.record.party.code',
        subjects: [organisation.name],
        because: `${organisation.name}的信用代码没有填写`,
      },
    ]);
  });

  it('别的行为、别的版本不要求', () => {
    expect(faults({ ...text(), acts: ['case.decide'] }, {})).toEqual([]);
    expect(faults({ ...text(), inForce: { from: '2026-03-11' } }, {})).toEqual([]);
  });
});

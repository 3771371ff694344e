import type { BatchCase } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import type { Field } from '../fields/field.ts';
import { commonForm, mergedFor } from './merge.ts';

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  ...{ name, label: name, kind, optional: false, options: [], parts: [], clauses: [], secret: false },
  ...more,
});
const fields = {
  input: [
    field('document', 'ref', { ofFile: true }),
    field('parties', 'refs', { ofFile: true }),
    field('newEvidence', 'refs', { ofFile: true, optional: true }),
    field('method', 'text'),
    field('sanctions', 'rows', {
      parts: [field('party', 'ref', { ofFile: true }), field('kind', 'text')],
    }),
  ],
  record: [field('facts', 'longtext'), field('course', 'longtext'), field('whereabouts', 'longtext')],
};
const one = (name: string, facts: string): Pick<BatchCase, 'prefill' | 'own'> => ({
  prefill: { input: { method: 'direct' }, record: { facts } },
  own: {
    document: [
      { value: `${name}-older`, label: '' },
      { value: `${name}-newer`, label: '' },
    ],
    parties: [{ value: `${name}-p1`, label: '' }],
    newEvidence: [{ value: `${name}-e1`, label: '' }],
    'sanctions.party': [
      { value: `${name}-p1`, label: '' },
      { value: `${name}-p2`, label: '' },
    ],
  },
});
const cases = [one('a', '甲会未年检'), one('b', '乙会未年检')];
const none = { each: [], overridden: [] };

describe('一张表单，多件案', () => {
  it('出自案卷的不问，各案不同的沿用，其余只填一次', () => {
    const form = commonForm(fields, cases, none);
    expect(form.input.map(({ name }) => name)).toEqual(['method', 'sanctions']);
    expect(form.input[1]?.parts.map(({ name }) => name)).toEqual(['kind']);
    expect(form.record.map(({ name }) => name)).toEqual(['course', 'whereabouts']);
    expect(form.differing.map(({ path }) => path)).toEqual(['record.facts']);
    expect(form.start.input['method']).toBe('direct');
  });

  it('各案送出自己的文书、当事人和已知的内容，处罚逐名当事人列出', () => {
    const form = commonForm(fields, cases, none);
    const common = {
      input: { method: 'announced', sanctions: [{ kind: 'warning' }] },
      record: { course: '网站公告' },
    };
    const merged = mergedFor(one('b', '乙会未年检'), fields, form, { common, own: {} });
    expect(merged.input).toEqual({
      document: 'b-newer',
      parties: ['b-p1'],
      method: 'announced',
      sanctions: [
        { party: 'b-p1', kind: 'warning' },
        { party: 'b-p2', kind: 'warning' },
      ],
    });
    expect(merged.record).toEqual({ facts: '乙会未年检', course: '网站公告' });
  });

  it('可以统一改填，也可以逐案填写；逐案的没有填写就指出来', () => {
    const form = commonForm(fields, cases, {
      each: ['record.whereabouts'],
      overridden: ['record.facts'],
    });
    expect(form.record.map(({ name }) => name)).toEqual(['facts', 'course']);
    const common = { input: {}, record: { facts: '都没有年检' } };
    const [first = cases[0]] = cases;
    if (first === undefined) throw new Error('没有案');
    const blank = mergedFor(first, fields, form, { common, own: {} });
    expect(blank.faults.map(({ path }) => path)).toEqual(['record.whereabouts']);
    const filled = mergedFor(first, fields, form, {
      common,
      own: { 'record.whereabouts': '登记住所已拆迁' },
    });
    expect(filled.record).toEqual({ facts: '都没有年检', whereabouts: '登记住所已拆迁' });
  });

  it('办到只剩一件，别的案不同的仍是各案自己的', () => {
    const [first, second] = cases;
    if (first === undefined || second === undefined) throw new Error('没有案');
    const form = commonForm(fields, [first], { ...none, before: [second] });
    expect(form.differing.map(({ path }) => path)).toEqual(['record.facts']);
  });

  it('已知的内容各案相同的，就在共同的表单里', () => {
    const form = commonForm(fields, [one('a', '都一样'), one('b', '都一样')], none);
    expect(form.differing).toEqual([]);
    expect(form.start.record['facts']).toBe('都一样');
  });
});

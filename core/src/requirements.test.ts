import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from './acts.ts';
import type { FormField } from './form.ts';
import { requirements } from './requirements.ts';
import type { Form } from './requirements.ts';
import { caseAt, noticeRecord, sanctions } from './trial/lawful-path.ts';
import type { Milestone } from './trial/lawful-path.ts';
import { staffedAgency } from './trial/played-case.ts';
import { needOf } from './trial/small-law.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

function formOf(act: string, milestone: Milestone = 'decided', under = law): Form {
  const played = caseAt(law, milestone);
  const state = actDefinitions.get(act)?.aggregate === 'agency' ? staffedAgency() : played.state;
  return requirements(state, act, { ...played.context('h1', '2026-03-25T09:00'), law: under });
}
const flat = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [field, ...flat(field.rows ?? [])]);
const chinese = /^[\u4e00-\u9fff][^A-Za-z]*$/;

describe('表单', () => {
  it.each([...actDefinitions.keys()])('%s 的每一栏都有中文名称', (act) => {
    const form = formOf(act);
    expect(form.label).toMatch(chinese);
    expect(form.input.length + form.record.length).toBeGreaterThan(0);
    for (const field of flat(form.input))
      expect([field.name, field.label]).toEqual([field.name, expect.stringMatching(chinese)]);
    for (const field of [...form.record, ...form.partyRecord]) expect(field.label).toMatch(chinese);
    const sets = flat(form.input).flatMap((field) => field.codes ?? []);
    expect(sets.filter((set) => law.codes[set] === undefined)).toEqual([]);
  });

  it('不存在的行为没有表单', () => {
    expect(() => formOf('case.unknown')).toThrow(RangeError);
  });

  it('NAT-CF-44-1 每一栏写明是哪一条要的，最少几字', () => {
    const facts = formOf('case.give-notice', 'interviewed').record.find(
      (field) => field.id === 'notice.facts',
    );
    expect(facts).toMatchObject({
      label: '违法事实',
      required: true,
      conditional: false,
      minLength: 10,
      clauses: ['NAT-CF-44-1'],
    });
  });

  it('NAT-CF-59-1 看填什么才要的，标明有条件', () => {
    const fields = formOf('case.decide', 'served').record;
    expect(fields.map((field) => [field.id, field.required, field.conditional])).toContainEqual([
      'decision.facts',
      false,
      true,
    ]);
  });

  it('没有规则要的附件也可以交', () => {
    const files = formOf('case.serve', 'noticed').record.find((field) => field.id === 'service.receipt');
    expect(files).toMatchObject({ type: 'blobs', required: false, conditional: false, clauses: [] });
  });

  it('送达的表单：每一栏只在要它的方式下显示，方式留空视同直接送达', () => {
    const form = formOf('case.serve', 'noticed');
    const shown = (id: string) => form.record.find((field) => field.id === id)?.whenInput;
    expect(shown('service.posting-slip')).toEqual({ name: 'method', values: ['post'] });
    expect(shown('service.signed-at')).toEqual({ name: 'method', values: ['direct', ''] });
    expect(shown('service.relation')).toEqual({ name: 'method', values: ['direct'] });
    expect(shown('service.place')).toEqual({ name: 'method', values: ['direct', 'left-in-place', ''] });
    expect(shown('service.receipt')).toBeUndefined();
    // The longest of the six still fits one sight.
    for (const method of ['direct', 'left-in-place', 'post', 'electronic', 'entrusted', 'announced'])
      expect(
        form.record.filter(({ whenInput }) => whenInput === undefined || whenInput.values.includes(method))
          .length,
      ).toBeLessThan(13);
    expect(form.prefill.input).toMatchObject({ method: 'direct' });
    // Elsewhere nothing is hidden: what no rule asks of a decision may still be told in it.
    expect(formOf('case.decide', 'served').record.filter((field) => field.whenInput !== undefined)).toEqual(
      [],
    );
  });

  it('WHMZ-JL-9-5 按当事人的类型各要各的，保密的栏标明', () => {
    const fields = formOf('case.file', 'filing-approved').partyRecord;
    expect(fields.find((field) => field.id === 'party.identity')).toMatchObject({
      secret: true,
      format: 'identity-number',
      whenKinds: ['person'],
    });
    expect(fields.find((field) => field.id === 'party.code')?.whenKinds).not.toContain('person');
  });

  it('没有规则要的当事人情况，开卷时也可以写，按类型各写各的；规则要的不列两遍', () => {
    const fields = formOf('case.register-application', 'lead').partyRecord;
    const offered = (kind: string) =>
      fields
        .filter(({ whenKinds }) => whenKinds === undefined || whenKinds.includes(kind))
        .map(({ id }) => id);
    expect(offered('person')).toEqual(['party.identity', 'party.address', 'party.phone']);
    expect(offered('other-organisation')).toEqual(['party.code', 'party.representative', 'party.address']);
    expect(fields.every(({ required, clauses }) => !required && clauses.length === 0)).toBe(true);
    const filed = formOf('case.file', 'filing-approved').partyRecord;
    expect(filed.filter(({ id }) => id === 'party.code')).toHaveLength(1);
  });

  it('前提已定为不成立的，不列', () => {
    const when = { is: ['case.outcome', 'exemption'] } as const;
    const need = needOf({ acts: ['case.publish'], when, fields: [{ field: 'filing.reason' }] });
    const form = formOf('case.publish', 'decided', { ...law, needs: [...law.needs, need] });
    expect(form.record.map((field) => field.id)).not.toContain('filing.reason');
  });

  it('两条规则要同一栏，列一次，出处都在，最严的字数不丢', () => {
    const long = needOf({
      id: 'trial.long',
      acts: ['case.publish'],
      clauses: ['T-1'],
      fields: [{ field: 'filing.reason', minLength: 10 }],
    });
    const plain = needOf({
      id: 'trial.plain',
      acts: ['case.publish'],
      clauses: ['T-2'],
      fields: [{ field: 'filing.reason' }],
    });
    for (const needs of [
      [long, plain],
      [plain, long],
    ]) {
      const fields = formOf('case.publish', 'decided', { ...law, needs }).record;
      expect(fields).toMatchObject([{ id: 'filing.reason', minLength: 10, required: true }]);
      expect([...(fields[0]?.clauses ?? [])].sort()).toEqual(['T-1', 'T-2']);
    }
  });

  it('已经知道的不让人再填一遍', () => {
    expect(formOf('case.approve', 'lead').prefill.input).toEqual({
      matter: 'filing',
      opinion: 'agree',
      step: 'handler',
    });
    expect(formOf('case.approve', 'decided').prefill.input).toEqual({
      matter: 'publication',
      opinion: 'agree',
      step: 'check',
    });
    expect(formOf('case.approve', 'publication-checked').prefill.input).toEqual({
      matter: 'publication',
      opinion: 'agree',
    });
    expect(formOf('case.record-interview', 'assigned').prefill.input).toEqual({
      officers: ['h1', 'h2'],
      person: '吴代表',
    });
    expect(formOf('case.give-notice', 'interviewed').prefill).toMatchObject({
      input: {
        parties: ['P1'],
        defenceDays: 5,
        rights: [{ right: 'statement', days: 5 }, { right: 'defence', days: 5 }, { right: 'recusal' }],
      },
      record: { 'notice.rights': law.fields['notice.rights']?.default },
    });
    expect(formOf('case.serve', 'decided').prefill).toMatchObject({ input: { document: 'D1', party: 'P1' } });
    expect(formOf('case.decide', 'served').prefill).toMatchObject({
      input: { notice: 'N1', sanctions, evidence: ['I1'] },
      record: {
        'decision.facts': noticeRecord['notice.facts'],
        'decision.reconsideration':
          '不服本决定的，可以自收到本决定书之日起六十日内，向武汉市人民政府申请行政复议。',
        'decision.litigation':
          '不服本决定的，也可以自收到本决定书之日起六个月内，向有管辖权的人民法院提起行政诉讼。',
      },
    });
  });

  it('作出前须说明根据哪一版的，表单标明', () => {
    expect(
      ['case.approve', 'case.decide', 'case.publish', 'case.serve'].map((act) => formOf(act).restsOnSeen),
    ).toEqual([true, true, true, false]);
  });
});

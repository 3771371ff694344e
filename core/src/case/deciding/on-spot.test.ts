import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import { requirements } from '../../requirements.ts';
import { caseAt, checkedRecord, lawfulAct, onSpot, organisation, person } from '../../trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { instant } from '../../time/index.ts';
import { pathOf } from '../path.ts';
import { handlersOf } from '../reading.ts';
import { stageOf } from '../stage.ts';
import { entriesOf } from '../state.ts';
import { summaryOf } from '../summary.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const decided = (): PlayedCase => {
  const played = new PlayedCase(law, staffedAgency());
  played.do(onSpot);
  return played;
};
const changed = (input: object): Told => ({ ...onSpot, input: { ...(onSpot.input as object), ...input } });
const told = (act: string, input: unknown, by = 'h1', record = {}): Told => ({
  id: 'X1',
  act,
  by,
  at: '2026-03-03T09:00',
  input,
  record,
});

describe('当场处罚', () => {
  it('NAT-CF-52-1 一次办理就有决定、文号、当事人和送达，文号自成一列', () => {
    const { state, series } = decided();
    expect(entriesOf(state, 'decision')[0]).toMatchObject({
      id: 'D1',
      data: {
        number: '江民当罚字〔2026〕1号',
        sanctions: [{ party: 'P2', kind: 'fine', amount: 10_000 }],
        spot: { officers: ['h1', 'h2'], cause: '擅自散发募捐材料' },
      },
    });
    expect(entriesOf(state, 'party').map(({ id }) => id)).toEqual(['P2']);
    expect(entriesOf(state, 'service')).toMatchObject([{ data: { document: 'D1', party: 'P2' } }]);
    expect(Object.keys(series)).toEqual(['series/trial/spot-decision/2026']);
  });

  it('NAT-CF-52-1 到场人员的姓名和证号留在决定里', () => {
    expect(entriesOf(decided().state, 'decision')[0]?.outcome?.['officers']).toEqual([
      { id: 'h1', name: '孙承办', certificate: 'Z-h1' },
      { id: 'h2', name: '李承办', certificate: 'Z-h2' },
    ]);
  });

  it('NAT-CF-52-1 之后不欠立案、办案期限、送达和直接起诉的期限', () => {
    const owed = obligations(decided().state, law).filter((one) => one.met === undefined);
    expect(owed.map((one) => one.duty).sort()).toEqual([
      'apply-to-court',
      'approve-publication',
      'check-publication',
      'pay-fine',
      'publish-decision',
      'reconsideration',
      'report-on-spot',
    ]);
  });

  it('作出决定的人就是承办人，案由就是标题，直接到了送达执行阶段', () => {
    const { state } = decided();
    expect(handlersOf(state)).toEqual(['h1', 'h2']);
    expect(handlersOf(state, instant('2026-03-02T08:59'))).toEqual([]);
    expect(summaryOf(state)).toMatchObject({
      title: '擅自散发募捐材料',
      documentNumber: '江民当罚字〔2026〕1号',
    });
    expect(stageOf(state)).toBe('execution');
    expect(pathOf(state).map((step) => step.label)).toEqual([
      '当场处罚',
      '报所属机关备案',
      '核对公示稿',
      '审定公示',
      '公示决定',
      '结案',
      '编制卷内目录',
      '归档',
    ]);
  });

  it('NAT-CF-52-3 备案、审定、公示、缴款照常办理', () => {
    const played = decided();
    played.do({ ...told('case.report-on-spot', { receivedBy: 'chief' }), id: 'R1' });
    played.do({
      ...told(
        'case.approve',
        { matter: 'publication', step: 'check', opinion: 'agree' },
        'h2',
        checkedRecord,
      ),
      id: 'O1',
    });
    played.do({
      ...told('case.approve', { matter: 'publication', opinion: 'agree' }, 'chief'),
      id: 'A1',
    });
    played.do({ ...lawfulAct('published'), at: '2026-03-04T09:00' });
    played.do({
      ...told('case.record-payment', { party: 'P2', amount: 10_000, channel: 'bank' }, 'h1', {
        'payment.receipt': '示例-1',
      }),
      id: 'Y1',
      at: '2026-03-05T09:00',
    });
    const page = entriesOf(played.state, 'publication')[0]?.data.page;
    expect(page).toMatchObject({ cause: '擅自散发募捐材料', served: true, parties: [{ name: '欧某某' }] });
    const owed = obligations(played.state, law).filter((one) => one.met === undefined);
    expect(owed.map((one) => one.duty)).toEqual(['reconsideration', 'archive-file']);
  });

  it('登记过案源而没有立案的，可以当场处罚', () => {
    const played = caseAt(law, 'lead');
    played.do({ ...onSpot, at: '2026-03-02T09:30' });
    expect(played.refused({ ...lawfulAct('filed'), id: 'X1' }).map((one) => one.code)).toContain(
      'ALREADY_DECIDED',
    );
  });

  it('表单里已经有经办人和固定的文字', () => {
    const played = new PlayedCase(law, staffedAgency());
    const form = requirements(played.state, 'case.decide-on-spot', played.context('h1', '2026-03-02T09:00'));
    expect(form.prefill.input).toEqual({ officers: ['h1'], item: '社会团体管理' });
    expect(form.prefill.record['decision.reconsideration']).toContain('先申请行政复议');
    expect(form.prefill.record['spot.rights']).toContain('陈述、申辩');
    expect(form.asksMoment).toBe(true);
    // What can only be hinted at is no must.
    expect(form.partyRecord.every((field) => !field.required)).toBe(true);
  });

  it('同一当事人的登记可以更正，随决定书交付的送达不能改', () => {
    const played = decided();
    const correction = (entry: string, fields: object): Told =>
      told('case.correct-entry', { entry, fields, reason: '姓名写错了字' });
    played.do({ ...correction('P2', { 'input.name': '欧阳实范' }), id: 'C1' });
    expect(entriesOf(played.state, 'party')[0]?.data.name).toBe('欧阳实范');
    expect(
      codesOfRefusals(played.refused(correction('D1-delivered', { 'record.service.place': '别处' }))),
    ).toEqual(['ENTRY_FROZEN']);
  });
});

describe('当场处罚在案卷上不能成立的', () => {
  it.each<[string, () => PlayedCase, Told, string]>([
    [
      '已经立案的',
      () => caseAt(law, 'filed'),
      { ...onSpot, id: 'X1', at: '2026-03-04T09:00' },
      'ALREADY_FILED',
    ],
    ['已经作出决定的', decided, { ...onSpot, id: 'X1' }, 'ALREADY_DECIDED'],
    [
      '名录之外的人',
      () => new PlayedCase(law, staffedAgency()),
      changed({ officers: ['h1', 'nobody'] }),
      'OFFICER_UNKNOWN',
    ],
    [
      '当事人与决定同一编号',
      () => new PlayedCase(law, staffedAgency()),
      changed({ parties: [{ ...person, id: 'D1' }] }),
      'ID_TAKEN',
    ],
    [
      '一份决定书处罚两名当事人',
      () => new PlayedCase(law, staffedAgency()),
      changed({ parties: [person, organisation] }),
      'INPUT_INVALID',
    ],
    ['没有处罚', () => new PlayedCase(law, staffedAgency()), changed({ sanctions: [] }), 'INPUT_INVALID'],
    [
      '审批立案',
      decided,
      told('case.approve', { matter: 'filing', opinion: 'agree' }, 'head'),
      'ALREADY_DECIDED',
    ],
    [
      '没有当场决定而报备案',
      () => caseAt(law, 'decided'),
      { ...told('case.report-on-spot', { receivedBy: 'chief' }), at: '2026-03-20T09:00' },
      'NOT_ON_SPOT',
    ],
    [
      '备案的时刻早于决定',
      decided,
      {
        ...told('case.report-on-spot', { receivedBy: 'chief' }),
        at: '2026-03-02T08:00',
        entered: '2026-03-03T09:00',
      },
      'STEP_ORDER',
    ],
    ['名录之外的人接收', decided, told('case.report-on-spot', { receivedBy: 'nobody' }), 'OFFICER_UNKNOWN'],
  ])('%s', (_what, file, act, code) => {
    expect(codesOfRefusals(file().refused(act))).toContain(code);
  });

  it('NAT-CF-52-3 备案一次就够', () => {
    const played = decided();
    played.do({ ...told('case.report-on-spot', { receivedBy: 'chief' }), id: 'R1' });
    expect(codesOfRefusals(played.refused(told('case.report-on-spot', { receivedBy: 'chief' })))).toEqual([
      'ALREADY_REPORTED',
    ]);
  });
});

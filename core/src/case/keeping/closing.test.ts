import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { caseAt, lawfulAct, mailReturn, posting, service } from '../../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { archivable, bindingOf } from './binding.ts';
import { closingOf } from './closing.ts';
import { stageOf } from '../stage.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const payment = (at: string, entered = at): Told => ({
  act: 'case.record-payment',
  by: 'h1',
  at,
  entered,
  input: { party: 'P1', amount: 500_000, channel: 'bank' },
  record: { 'payment.receipt': '示例-0001' },
});
const closing: Told = { act: 'case.close', by: 'h1', at: '2026-04-10T09:00', input: { ground: 'performed' } };
const codes = (played: PlayedCase, told: Told) => played.refused(told).map((one) => one.code);

function closed(): PlayedCase {
  const played = caseAt(law, 'published');
  played.do(payment('2026-04-02T09:00'));
  played.do(closing);
  return played;
}

describe('结案', () => {
  it('结案之后案件到了归档阶段，不能再结一次', () => {
    const played = closed();
    expect(stageOf(played.state)).toBe('archive');
    expect(closingOf(played.state)?.data.ground).toBe('performed');
    expect(codes(played, { ...closing, at: '2026-04-11T09:00' })).toContain('ALREADY_CLOSED');
  });

  it('结案之后不再办理新的行为，页面事先就说明', () => {
    const played = closed();
    for (const act of ['case.record-interview', 'case.give-notice', 'case.defer-payment', 'case.file'])
      expect(played.preview(act, 'h1', '2026-04-11T09:00')).toMatchObject({
        status: 'refused',
        refusals: expect.arrayContaining([expect.objectContaining({ code: 'CASE_CLOSED' })]),
      });
    expect(
      codes(played, {
        ...lawfulAct('interviewed'),
        id: 'X1',
        at: '2026-04-11T09:00',
        entered: '2026-04-11T12:00',
      }),
    ).toContain('CASE_CLOSED');
  });

  it('结案之后到账的款、检查到的履行情况照样收下', () => {
    const played = closed();
    played.do(payment('2026-04-11T09:00'));
    played.do({
      ...{ act: 'case.check-performance', by: 'h1', at: '2026-04-12T09:00' },
      input: { party: 'P1', state: 'full' },
      record: { 'performance.account': '违法活动已经停止', 'performance.proof': '无' },
    });
    expect(played.state.entries.slice(-2).map((entry) => entry.kind)).toEqual([
      'payment',
      'performance-check',
    ]);
  });

  it('结案之后邮件才退回的，登记退件，改用别的方式再送', () => {
    const played = caseAt(law, 'sealed');
    const sent = played.do({
      ...{ id: 'V1', act: 'case.serve', by: 'h2', at: '2026-03-23T11:00' },
      input: { document: 'D1', party: 'P1', method: 'post' },
      record: posting,
    });
    played.do(payment('2026-04-02T09:00'));
    played.do({
      act: 'case.admit-defect',
      by: 'head',
      at: '2026-04-10T08:00',
      input: {
        ...{ gap: 'closing.served', missing: '送达回证', unmendable: '邮件没有回音' },
        substitute: '寄出的底单和缴款凭证',
      },
    });
    played.do({ ...closing, at: '2026-04-10T09:00' });
    played.do({
      ...{ act: 'case.record-return', by: 'h2', at: '2026-04-13T09:00' },
      ...{ input: { service: sent }, record: mailReturn },
    });
    played.do({
      ...lawfulAct('decision-served'),
      at: '2026-04-14T10:00',
      record: service('2026-04-14T10:00'),
    });
    expect(played.state.entries.slice(-2).map((entry) => entry.kind)).toEqual(['mail-return', 'service']);
  });

  it('结案之前已经发生、之后才录入的事实照样收下', () => {
    const played = closed();
    played.do(payment('2026-04-09T09:00', '2026-04-12T09:00'));
    expect(played.state.entries.at(-1)).toMatchObject({ kind: 'payment', at: '2026-04-09T09:00:00+08:00' });
  });

  it('结案之后仍然可以更正录入、登记复议诉讼、补作公示', () => {
    const played = caseAt(law, 'decision-served');
    played.do(payment('2026-04-02T09:00'));
    played.do(closing);
    played.do({
      act: 'case.register-remedy',
      by: 'h1',
      at: '2026-04-13T09:00',
      input: { party: 'P1', kind: 'reconsideration' },
    });
    played.do({ ...lawfulAct('publication-checked'), at: '2026-04-13T09:30' });
    played.do({ ...lawfulAct('publication-approved'), at: '2026-04-13T10:00' });
    played.do({ ...lawfulAct('published'), at: '2026-04-13T11:00' });
    played.do({
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-04-13T12:00',
      input: { entry: 'S2', fields: { 'record.service.place': '示范路 3 号' }, reason: '地点写错了' },
    });
  });

  it('缴清之后预先填好结案的情形；没有缴清的由人来选', () => {
    const form = (played: PlayedCase) =>
      played.preview('case.close', 'h1', '2026-04-10T09:00').status === 'depends';
    expect(form(caseAt(law, 'decision-served'))).toBe(true);
    const paid = caseAt(law, 'decision-served');
    paid.do(payment('2026-04-02T09:00'));
    expect(paid.preview('case.close', 'h1', '2026-04-10T09:00')).toMatchObject({ byDefault: [] });
  });
});

describe('成卷和归档', () => {
  const bind = (played: PlayedCase, at: string): Told => ({
    act: 'case.bind-file',
    by: 'h1',
    at,
    input: { contents: archivable(played.state).map((entry) => entry.id) },
  });
  const archive: Told = { act: 'case.archive', by: 'h1', at: '2026-04-14T09:00', input: {} };

  it('WHMZ-JL-8-3 卷内目录冻结每一项的题名、日期和附件', () => {
    const played = closed();
    played.do(bind(played, '2026-04-13T09:00'));
    const contents = bindingOf(played.state)?.outcome?.['contents'] as readonly { title: string }[];
    expect(contents).toHaveLength(archivable(played.state).length);
    expect(contents.map((one) => one.title)).toContain('3 月 5 日对司马证人的询问笔录');
    expect(JSON.stringify(contents)).not.toContain('江城示范协会","day":"2026-03-03');
  });

  it('WHMZ-JL-8-3 目录齐全之后不必再编；归档之后又有记录的，补编并补充归档', () => {
    const played = closed();
    played.do(bind(played, '2026-04-13T09:00'));
    expect(codes(played, bind(played, '2026-04-13T10:00'))).toContain('ALREADY_BOUND');
    played.do(archive);
    expect(codes(played, archive)).toContain('ALREADY_ARCHIVED');
    played.do({
      act: 'case.register-remedy',
      by: 'h1',
      at: '2026-04-20T09:00',
      input: { party: 'P1', kind: 'litigation' },
    });
    played.do(bind(played, '2026-04-21T09:00'));
    played.do({ ...archive, at: '2026-04-21T10:00' });
  });

  it('列了不在卷内的记录，或者一项列了两次，不能编目', () => {
    const played = closed();
    for (const contents of [['L1', 'X9'], ['L1', 'L1'], ['P1']])
      expect(codes(played, { ...bind(played, '2026-04-13T09:00'), input: { contents } })).toContain(
        'LINK_BROKEN',
      );
  });
});

describe('承认瑕疵', () => {
  const admission: Told = {
    act: 'case.admit-defect',
    by: 'head',
    at: '2026-04-10T09:00',
    input: {
      gap: 'closing.served',
      missing: '决定书的送达回证',
      unmendable: '该会已经注销，没有可以送达的人',
      substitute: '注销公告和上门记录',
    },
  };
  const unserved = () => {
    const played = caseAt(law, 'sealed');
    played.do(payment('2026-04-02T09:00'));
    return played;
  };

  it('只开所承认的那一项，瑕疵和理由随后来的行为留存', () => {
    const played = unserved();
    expect(codes(played, closing)).toEqual(['DECISION_NOT_SERVED']);
    played.do(admission);
    played.do({ ...closing, at: '2026-04-10T10:00' });
    expect(closingOf(played.state)?.defects).toMatchObject([
      { code: 'DECISION_NOT_SERVED', effect: 'curable', reason: '该会已经注销，没有可以送达的人' },
    ]);
  });

  it('事后签署的承认打不开此前的关口', () => {
    const played = unserved();
    played.do(admission);
    expect(codes(played, { ...closing, at: '2026-04-10T08:00', entered: '2026-04-10T10:00' })).toEqual([
      'DECISION_NOT_SERVED',
    ]);
  });

  it('不缺的不必承认，没有可承认的就不列出', () => {
    const played = unserved();
    played.do({
      ...lawfulAct('decision-served'),
      at: '2026-04-03T10:00',
      record: service('2026-04-03T10:00'),
    });
    expect(played.preview('case.admit-defect', 'head', '2026-04-10T09:00')).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'NOTHING_TO_ADMIT' }],
    });
  });

  it('记录在承认之后又更正的，要重新承认', () => {
    const played = caseAt(law, 'assigned');
    const interview = lawfulAct('interviewed');
    const { 'interview.signature': _unsigned, ...unsigned } = interview.record ?? {};
    played.do({
      ...interview,
      record: unsigned,
      admits: [{ code: 'STAGE_RECORD_MISSING', reason: '对方当场离开' }],
    });
    const { gap: _gap, ...written } = admission.input as { readonly gap: string };
    const answered: Told = { ...admission, at: '2026-03-09T09:00', input: { ...written, entry: 'I1' } };
    played.do(answered);
    expect(codes(played, { ...answered, at: '2026-03-09T10:00' })).toContain('NOTHING_TO_ADMIT');
    played.do({
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-09T11:00',
      input: { entry: 'I1', fields: { 'record.interview.place': '本局二楼' }, reason: '地点写错了' },
    });
    played.do({ ...answered, at: '2026-03-09T12:00' });
  });
});

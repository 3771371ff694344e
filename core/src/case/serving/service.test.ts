import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import { caseAt, lawfulAct, mailReturn, posting, receipt, service } from '../../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { entriesOf, entryById } from '../state.ts';
import { serviceMethods } from './service-method.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const posted: Told = {
  ...{ id: 'S1', act: 'case.serve', by: 'h1', at: '2026-03-11T10:00' },
  ...{ input: { document: 'N1', party: 'P1', method: 'post' }, record: posting },
};
const received = (at: string): Told => ({
  ...{ id: 'V1', act: 'case.record-delivery', by: 'h1', at, input: { service: 'S1' }, record: receipt },
});
const returned = (at: string): Told => ({
  ...{ id: 'V2', act: 'case.record-return', by: 'h1', at, input: { service: 'S1' }, record: mailReturn },
});
const handed = (at: string): Told => ({ ...lawfulAct('served'), id: 'S2', at, record: service(at) });

function sent(): PlayedCase {
  const played = caseAt(law, 'noticed');
  played.do(posted);
  return played;
}
const defence = (played: PlayedCase) =>
  obligations(played.state, law).find((one) => one.duty === 'defence-period')?.lawfulDue;
const codes = (played: PlayedCase, told: Told) => played.refused(told).map((one) => one.code);

describe('送达', () => {
  it('方式的名称与代码集一致', () => {
    const named = Object.entries(serviceMethods).map(([id, { label }]) => ({ id, label }));
    expect(named).toEqual(law.codes['service-method']);
  });

  it('WHMZ-JL-21-4 寄出之后在途中，收件之日起算；收件早于寄出的不收', () => {
    const played = sent();
    expect(defence(played)).toBeUndefined();
    expect(codes(played, { ...received('2026-03-11T09:59'), entered: '2026-03-13T09:00' })).toEqual([
      'STEP_ORDER',
    ]);
    played.do(received('2026-03-13T09:00'));
    expect(defence(played)).toBe('2026-03-20T23:59:59+08:00');
    expect(codes(played, { ...received('2026-03-14T09:00'), id: 'V9' })).toEqual([
      'SERVICE_NOT_SENT',
      'SERVICE_NOT_SENT',
    ]);
  });

  it('WHMZ-JL-21-5 退回之后改为当面送达，从当面签收起算', () => {
    const played = sent();
    played.do(returned('2026-03-12T09:00'));
    expect(defence(played)).toBeUndefined();
    played.do(handed('2026-03-13T10:00'));
    expect(defence(played)).toBe('2026-03-20T23:59:59+08:00');
  });

  it('已经收件的不再送达；在途中的可以当面送达，先到的起算', () => {
    const done = sent();
    done.do(received('2026-03-12T09:00'));
    expect(codes(done, handed('2026-03-13T10:00'))).toContain('ALREADY_SERVED');
    const both = sent();
    both.do(handed('2026-03-12T10:00'));
    both.do(received('2026-03-13T09:00'));
    expect(defence(both)).toBe('2026-03-19T23:59:59+08:00');
  });

  it('没有凭据的收件登记是有瑕疵的，不起算；更正补上之后起算', () => {
    const played = sent();
    played.do({
      ...received('2026-03-13T09:00'),
      record: { 'service.recipient': '吴代表' },
      admits: [{ code: 'SERVICE_PROOF_MISSING', reason: '回执还在邮局' }],
    });
    expect(defence(played)).toBeUndefined();
    played.do({
      ...{ id: 'C1', act: 'case.correct-entry', by: 'h1', at: '2026-03-14T09:00' },
      input: {
        ...{ entry: 'V1', reason: '回执取回后补上' },
        fields: { 'record.service.return-receipt': receipt['service.return-receipt'] },
      },
    });
    expect(defence(played)).toBe('2026-03-20T23:59:59+08:00');
  });

  it('名称写明对谁、用什么方式；收件和退回写明是哪一次', () => {
    const played = sent();
    played.do(returned('2026-03-12T09:00'));
    played.do(handed('2026-03-13T10:00'));
    const titles = ['S1', 'V2', 'S2'].map((id) => {
      const entry = entryById(played.state, id);
      return entry === undefined ? '' : entryTitle(played.state, entry);
    });
    const party = entriesOf(played.state, 'party')[0]?.data.name ?? '';
    expect(titles).toEqual([
      `3 月 11 日向${party}邮寄送达`,
      `3 月 12 日退回：3 月 11 日向${party}邮寄送达`,
      `3 月 13 日向${party}直接送达`,
    ]);
  });
});

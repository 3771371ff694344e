import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { unpaidOf } from '../case/performing/payment.ts';
import { entriesOf } from '../case/state.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { obligations } from '../obligations.ts';
import { emptySeries } from '../series/state.ts';
import type { SeriesState } from '../series/state.ts';
import { collected, onSpot } from '../trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from '../trial/played-case.ts';
import type { Told } from '../trial/played-case.ts';
import { instant } from '../time/index.ts';
import type { AgencyState } from './state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const used = 'series/trial/fiscal-receipt/JC26-000001';

const decided = (series: PlayedCase['series'] = {}): PlayedCase => {
  const played = new PlayedCase(law, staffedAgency());
  played.series = series;
  played.do(onSpot);
  return played;
};
const taking = (change: object, told: Partial<Told> = {}): Told => ({
  ...collected,
  ...told,
  input: { ...(collected.input as object), ...change },
});

/** An act on the agency's own records, with the numbers used so far. */
function keep(
  agency: AgencyState,
  series: PlayedCase['series'],
  name: string,
  input: object,
): { decision: Decision; agency: AgencyState; series: PlayedCase['series'] } {
  const at = instant('2026-03-02T09:30');
  const context = { ...new PlayedCase(law, agency).context('head', '2026-03-02T09:30') };
  const act = { id: 'V1', name, agency: 'trial', stream: agency.stream, input, record: {}, occurredAt: at };
  const decision = decide(agency, act, { ...context, refs: { agency, series } });
  if ('refusals' in decision) return { decision, agency, series };
  let next = agency;
  const after = { ...series };
  for (const { stream, events } of decision.streams)
    for (const event of events)
      if (stream === agency.stream) next = evolve(next, event) as AgencyState;
      else after[stream] = evolve(after[stream] ?? emptySeries(stream), event) as SeriesState;
  return { decision, agency: next, series: after };
}
const spoilt = { number: 'JC26-000001', reason: '书写有误，已经划销' };

describe('当场收缴和专用票据', () => {
  it('NAT-CF-68-1 当场收缴的记为缴款，写明谁收的、凭哪张票据，缴款的义务随之履行', () => {
    const played = decided();
    played.do(collected);
    expect(entriesOf(played.state, 'payment')).toMatchObject([
      {
        data: { amount: 10_000, ground: 'small', receipt: 'JC26-000001', officers: ['h1', 'h2'] },
        outcome: { officers: [{ id: 'h1', certificate: 'Z-h1' }, { id: 'h2' }] },
      },
    ]);
    expect(unpaidOf(played.state, 'P2')).toBe(0);
    const paid = obligations(played.state, law).find((one) => one.duty === 'pay-fine');
    expect(paid?.met).toBe(instant('2026-03-02T09:10'));
    expect(played.series[used]).toMatchObject({ version: 1 });
  });

  it('NAT-CF-70-1 另一案用过的票据号，本案不能再用，换一张就可以', () => {
    const first = decided();
    first.do(collected);
    const second = decided({ ...first.series });
    expect(second.refused(collected)).toMatchObject([
      { code: 'RECEIPT_INVALID', rule: 'collection.receipt-unused' },
    ]);
    second.do(taking({ receipt: 'JC26-000002' }));
    expect(Object.keys(second.series)).toContain('series/trial/fiscal-receipt/JC26-000002');
  });

  it('NAT-CF-70-1 重用的票据承认瑕疵后如实登记，号码仍只记一次用过', () => {
    const first = decided();
    first.do(collected);
    const second = decided({ ...first.series });
    second.do({ ...collected, admits: [{ code: 'RECEIPT_INVALID', reason: '拿错了存根' }] });
    expect(entriesOf(second.state, 'payment')[0]?.defects).toMatchObject([{ code: 'RECEIPT_INVALID' }]);
    expect(second.series[used]).toMatchObject({ version: 2, last: 2 });
    second.do({
      id: 'X1',
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-03T09:00',
      input: { entry: 'K1', fields: { 'input.amount': 9000 }, reason: '多录了一千分' },
    });
    expect(entriesOf(second.state, 'payment')[0]?.defects).toMatchObject([{ reason: '拿错了存根' }]);
  });

  it('NAT-CF-70-1 没有出具票据而承认的，不占用号码', () => {
    const played = decided();
    const before = Object.keys(played.series);
    played.do(taking({ receipt: undefined }, { admits: [{ code: 'RECEIPT_INVALID', reason: '忘带票据' }] }));
    expect(Object.keys(played.series)).toEqual(before);
  });

  it('NAT-CF-70-1 作废的票据不能再用，用过的票据不能作废', () => {
    const agency = staffedAgency();
    const voided = keep(agency, {}, 'agency.void-receipt', spoilt);
    expect(voided.agency.voidReceipts).toMatchObject([{ number: 'JC26-000001' }]);
    expect(voided.series[used]).toMatchObject({ version: 1 });
    const twice = keep(voided.agency, voided.series, 'agency.void-receipt', spoilt);
    expect(twice.decision).toMatchObject({ refusals: [{ because: '这张票据已经作废' }] });
    const played = decided();
    played.agency = voided.agency;
    played.series = { ...played.series, ...voided.series };
    expect(codesOfRefusals(played.refused({ ...collected, at: '2026-03-02T09:40' }))).toEqual([
      'RECEIPT_INVALID',
      'RECEIPT_INVALID',
    ]);
    const taken = decided();
    taken.do(collected);
    const late = keep(agency, taken.series, 'agency.void-receipt', spoilt);
    expect(late.decision).toMatchObject({
      refusals: [{ code: 'RECEIPT_INVALID', because: '这张票据已经用于收缴罚款，不能作废' }],
    });
  });

  it('NAT-CF-70-1 作废之前已经出具、事后补录的，不因作废而成为瑕疵号段', () => {
    const voided = keep(staffedAgency(), {}, 'agency.void-receipt', spoilt);
    const played = decided();
    played.agency = voided.agency;
    const late = played.refused(taking({ officers: ['h1'] }, { entered: '2026-03-02T10:00' }));
    expect(codesOfRefusals(late)).not.toContain('RECEIPT_INVALID');
  });

  it('NAT-CF-70-1 号段照原样再登记就是转领，原领用人不再能用', () => {
    const range = staffedAgency().receipts?.['receipts-1'];
    const moved = keep(staffedAgency(), {}, 'agency.register-receipts', { ...range, holder: 'h2' });
    const played = decided();
    played.agency = moved.agency;
    expect(codesOfRefusals(played.refused(taking({ officers: ['h1', 'h3'] })))).toContain('RECEIPT_INVALID');
    played.do(collected);
  });

  it('NAT-CF-70-1 票据号不能在案卷中更正为另一个号', () => {
    const played = decided();
    played.do(collected);
    const refusals = played.refused({
      id: 'X1',
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-03T09:00',
      input: { entry: 'K1', fields: { 'input.receipt': 'JC26-000002' }, reason: '看错了号码' },
    });
    expect(refusals).toMatchObject([{ code: 'ENTRY_FROZEN' }]);
  });

  it('收缴金额录错的可以更正，票据照旧', () => {
    const played = decided();
    played.do(taking({ amount: 1000 }));
    played.do({
      id: 'X1',
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-03T09:00',
      input: { entry: 'K1', fields: { 'input.amount': 10_000 }, reason: '少录了一个零' },
    });
    expect(entriesOf(played.state, 'payment')[0]).toMatchObject({
      data: { amount: 10_000, receipt: 'JC26-000001' },
      defects: [],
    });
  });
});

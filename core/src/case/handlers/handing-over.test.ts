import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import { requirements } from '../../requirements.ts';
import { instant } from '../../time/index.ts';
import { caseAt, interviewRecord, onSpot } from '../../trial/lawful-path.ts';
import { codesOfRefusals, PlayedCase, staffedAgency } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
import { departuresOf, openDepartures } from './handing-over.ts';
import { handlersOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
// The national law alone: whom the accountability of one city admits to a post is not the matter here.
const { law } = compileBundle(library, ['npc/penalty-law/2021-07-15']);

const assign = (id: string, at: string, officers: readonly string[]): Told => ({
  ...{ id, act: 'case.assign-handlers', by: 'chief', at },
  input: { officers, declared: officers },
});
const hand = (at: string, change: object = {}): Told => ({
  ...{ act: 'case.hand-over', by: 'h2', at },
  input: { from: 'h2', to: 'h1', ...change },
  record: { 'handover.unfinished': '无' },
});
const take = (at: string, handover: string): Told => ({
  ...{ act: 'case.take-over', by: 'h1', at },
  input: { handover },
});

/** A case whose second handler was replaced by the chief. */
function replaced(): PlayedCase {
  const played = caseAt(law, 'interviewed');
  played.do(assign('C1', '2026-03-06T09:00', ['h1', 'chief']));
  return played;
}
const codes = (played: PlayedCase, told: Told) => codesOfRefusals(played.refused(told));

describe('移交和接收案卷', () => {
  it('清单由系统逐件列出，写明各件的版本；当事人不在其中', () => {
    const played = replaced();
    const id = played.do(hand('2026-03-06T10:00'));
    const [entry] = entriesOf(played.state, 'handover');
    expect(entry).toMatchObject({ id, data: { from: 'h2', to: 'h1', assignment: 'C1' } });
    const contents = entry?.outcome?.['contents'] as readonly { id: string; version: number }[];
    expect(contents.map((one) => one.id)).toEqual(
      played.state.entries.map((one) => one.id).filter((one) => !['P1', id].includes(one)),
    );
    for (const one of contents)
      expect(one.version).toBe(played.state.entries.find(({ id: own }) => own === one.id)?.version);
  });

  it('移交之后接收，移交和接收都完结，不能再办一次', () => {
    const played = replaced();
    const id = played.do(hand('2026-03-06T10:00'));
    played.do(take('2026-03-06T11:00', id));
    expect(openDepartures(played.state)).toEqual([]);
    expect(codes(played, hand('2026-03-06T12:00'))).toContain('NOTHING_TO_HAND_OVER');
    expect(codes(played, take('2026-03-06T12:00', id))).toContain('NOTHING_HANDED_OVER');
  });

  it('移交之后案卷有变化的，不能按原来的清单接收，指明是哪一件；再移交一次之后准许', () => {
    const played = replaced();
    const first = played.do(hand('2026-03-06T10:00'));
    played.do({
      ...{ id: 'I2', act: 'case.record-interview', by: 'h1', at: '2026-03-06T14:00' },
      entered: '2026-03-06T15:30',
      input: { officers: ['h1', 'chief'], person: '吴代表', endedAt: '2026-03-06T15:00' },
      record: interviewRecord,
    });
    const [refusal] = played.refused(take('2026-03-06T16:00', first));
    expect(refusal).toMatchObject({ code: 'HANDOVER_STALE', remedy: { act: 'case.hand-over' } });
    expect(refusal?.because).toContain('吴代表的询问笔录');
    const second = played.do(hand('2026-03-06T16:10'));
    expect(codes(played, take('2026-03-06T16:20', first))).toEqual(['LINK_BROKEN']);
    played.do(take('2026-03-06T16:20', second));
  });

  it('更正过的记录也是变化', () => {
    const played = replaced();
    const id = played.do(hand('2026-03-06T10:00'));
    played.do({
      ...{ act: 'case.correct-entry', by: 'h1', at: '2026-03-06T11:00' },
      input: { entry: 'I1', fields: { 'record.interview.place': '本局二楼' }, reason: '地点写错了' },
    });
    expect(codes(played, take('2026-03-06T12:00', id))).toEqual(['HANDOVER_STALE']);
  });

  it('移交人、接收人须是退出的和现在的承办人', () => {
    const played = replaced();
    expect(codes(played, hand('2026-03-06T10:00', { from: 'h3' }))).toContain('LINK_BROKEN');
    expect(codes(played, hand('2026-03-06T10:00', { to: 'h3' }))).toContain('LINK_BROKEN');
  });

  it('两人同时退出，各自移交，互不使对方的清单失效', () => {
    const played = caseAt(law, 'interviewed');
    played.do(assign('C1', '2026-03-06T09:00', ['chief', 'deputy']));
    const one = played.do({ ...hand('2026-03-06T10:00', { from: 'h1', to: 'chief' }), by: 'h1' });
    const two = played.do(hand('2026-03-06T10:10', { to: 'chief' }));
    played.do({ ...take('2026-03-06T11:00', one), by: 'chief' });
    played.do({ ...take('2026-03-06T11:10', two), by: 'chief' });
    expect(openDepartures(played.state)).toEqual([]);
  });

  it('接收之前又被换下的接收人不能接收，移交人另行移交；各人承办的日子按指派分得清', () => {
    const played = replaced();
    const id = played.do(hand('2026-03-06T10:00', { to: 'chief' }));
    played.do(assign('C2', '2026-03-09T09:00', ['h1', 'deputy']));
    expect(codes(played, { ...take('2026-03-09T10:00', id), by: 'chief' })).toContain('NOTHING_HANDED_OVER');
    expect(openDepartures(played.state).map(({ officer }) => officer)).toEqual(['h2', 'chief']);
    expect(handlersOf(played.state, instant('2026-03-06T08:59'))).toEqual(['h1', 'h2']);
    expect(handlersOf(played.state, instant('2026-03-06T09:00'))).toEqual(['h1', 'chief']);
  });

  it('没有移交就又回来承办的，不必移交', () => {
    const played = replaced();
    played.do(assign('C2', '2026-03-09T09:00', ['h1', 'h2']));
    expect(departuresOf(played.state).map(({ officer }) => officer)).toEqual(['chief']);
  });

  it('当场处罚之后另行指派的，当场的执法人员也要移交', () => {
    const played = new PlayedCase(law, staffedAgency());
    played.do(onSpot);
    played.do(assign('C1', '2026-03-03T09:00', ['h1', 'chief']));
    expect(openDepartures(played.state).map(({ officer }) => officer)).toEqual(['h2']);
  });

  it('移交表单里已经有移交人、接收人和尚未办完的期限', () => {
    const local = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']).law;
    const { state, ...played } = replaced();
    const form = requirements(
      state,
      'case.hand-over',
      new PlayedCase(local, played.agency).context('h2', '2026-03-06T10:00'),
    );
    expect(form.prefill.input).toEqual({ from: 'h2', to: 'h1' });
    expect(form.prefill.record['handover.unfinished']).toMatch(/作出处罚决定.*届满/);
    const owed = obligations(state, local).find((one) => one.duty === 'hand-over-case');
    expect(owed).toMatchObject({ owedBy: 'former-handlers', assignees: ['h2'] });
  });
});

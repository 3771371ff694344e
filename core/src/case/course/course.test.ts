import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../../acts.ts';
import { obligations } from '../../obligations.ts';
import { caseAt, caseWith, lawfulAct, organisation } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { takenAfterEnd } from './over.ts';
import { pathOf } from '../path.ts';
import { presentParties } from '../parties/present-parties.ts';
import { stageOf } from '../stage.ts';
import { entryById } from '../state.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const record = {
  'course.facts': '另案尚未审结',
  'course.proof': '受理案件通知书',
  'course.told': '当面书面告知',
  'course.basis': '示例规定第三条',
};
const agreed = (matter: string, at: string): Told => ({
  act: 'case.approve',
  by: 'head',
  at,
  input: { matter, opinion: 'agree' },
  record: { 'approval.comment': '同意' },
});
const suspending = (at: string): Told => ({
  id: 'U1',
  act: 'case.suspend',
  by: 'h1',
  at,
  input: { ground: 'awaits-other' },
  record,
});
const resuming = (at: string): Told => ({
  id: 'U2',
  act: 'case.resume',
  by: 'h1',
  at,
  input: { reason: '情形已经消失' },
  record,
});
const terminating = (at: string, parties: readonly string[] = ['P1']): Told => ({
  id: 'T1',
  act: 'case.terminate',
  by: 'h1',
  at,
  input: { ground: 'by-law', parties },
  record,
});
const owedBy = (played: PlayedCase) =>
  obligations(played.state, law)
    .filter((one) => one.met === undefined)
    .map((one) => one.duty);

describe('中止和恢复', () => {
  it('中止期间不能往前推进，可以取证；一次批准只中止一次', () => {
    const played = caseAt(law, 'assessed');
    played.do(agreed('suspension', '2026-03-06T10:00'));
    played.do(suspending('2026-03-06T11:00'));
    expect(codesOfRefusals(played.refused(lawfulAct('noticed')))).toEqual(['CASE_SUSPENDED']);
    expect(codesOfRefusals(played.refused(suspending('2026-03-06T12:00')))).toContain('ALREADY_SUSPENDED');
    played.do({
      ...lawfulAct('interviewed'),
      id: 'I2',
      at: '2026-03-09T09:00',
      entered: '2026-03-09T11:00',
      input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-09T10:30' },
    });
    played.do(agreed('resumption', '2026-03-09T12:00'));
    expect(
      codesOfRefusals(played.refused({ ...resuming('2026-03-05T12:00'), entered: '2026-03-09T13:00' })),
    ).toContain('STEP_ORDER');
    played.do(resuming('2026-03-09T13:00'));
    expect(codesOfRefusals(played.refused({ ...suspending('2026-03-09T14:00'), id: 'U3' }))).toEqual([
      'APPROVAL_PENDING',
    ]);
    expect(
      codesOfRefusals(
        played.refused({ ...lawfulAct('noticed'), at: '2026-03-09T10:00', entered: '2026-03-10T09:00' }),
      ),
    ).toEqual(['CASE_SUSPENDED']);
    played.do(lawfulAct('noticed'));
  });

  it('批准之后、中止之前，负责人可以撤回批准；中止之后不能', () => {
    const played = caseAt(law, 'assessed');
    const withdrawing = (id: string, at: string): Told => ({
      id,
      act: 'case.withdraw-approval',
      by: 'head',
      at,
      input: { matter: 'suspension', reason: '不必中止' },
    });
    played.do(agreed('suspension', '2026-03-06T10:00'));
    played.do(withdrawing('X1', '2026-03-06T10:30'));
    expect(codesOfRefusals(played.refused(suspending('2026-03-06T11:00')))).toEqual(['APPROVAL_PENDING']);
    played.do(agreed('suspension', '2026-03-06T12:00'));
    played.do(suspending('2026-03-06T13:00'));
    expect(codesOfRefusals(played.refused(withdrawing('X2', '2026-03-06T14:00')))).toContain('APPROVAL_USED');
  });
});

describe('终止', () => {
  it('终止之后还能办的，就是结案之后还能办的，和结案本身', () => {
    const told = [...actDefinitions.values()]
      .filter((one) => one.aggregate === 'case' && (one.afterClosing === true || one.ends === true))
      .map((one) => one.name);
    expect([...takenAfterEnd].sort()).toEqual(told.sort());
  });

  const terminated = () => {
    const played = caseAt(law, 'served');
    played.do(agreed('termination', '2026-03-12T09:00'));
    played.do(terminating('2026-03-12T10:00'));
    return played;
  };

  it('终止之后不再欠办案的各项，不能再往前办；结案、归档照办', () => {
    const played = terminated();
    expect(owedBy(played)).toEqual([]);
    expect(stageOf(played.state)).toBe('archive');
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toContain('CASE_TERMINATED');
    expect(
      codesOfRefusals(played.refused({ ...lawfulAct('decision-proposed'), at: '2026-03-13T09:00' })),
    ).toContain('CASE_TERMINATED');
    played.do({
      id: 'C1',
      act: 'case.close',
      by: 'h1',
      at: '2026-03-13T09:00',
      input: { ground: 'terminated' },
    });
    const contents = played.state.entries.filter((entry) => entry.kind !== 'party').map((entry) => entry.id);
    played.do({ id: 'C2', act: 'case.bind-file', by: 'h1', at: '2026-03-13T10:00', input: { contents } });
    played.do({ id: 'C3', act: 'case.archive', by: 'h1', at: '2026-03-13T11:00', input: {} });
  });

  it('终止之前已经逾期的，仍看得到逾期', () => {
    const played = caseAt(law, 'served');
    played.do(agreed('termination', '2026-07-01T09:00'));
    played.do(terminating('2026-07-01T10:00'));
    const late = obligations(played.state, law).find((one) => one.duty === 'decide-case');
    expect(late?.met).toBe('2026-07-01T10:00:00+08:00');
    expect((late?.lawfulDue ?? '') < (late?.met ?? '')).toBe(true);
  });

  it('终止之前发生的事，仍可以如实补录', () => {
    const played = terminated();
    played.do({
      ...lawfulAct('interviewed'),
      id: 'I2',
      at: '2026-03-10T15:00',
      entered: '2026-03-13T09:00',
      input: { officers: ['h1', 'h2'], person: '司马证人', endedAt: '2026-03-10T16:00' },
    });
  });

  it('还有别的当事人的，案件对其余当事人继续', () => {
    const another = { ...organisation, id: 'P8', name: '示例青苗志愿者协会' };
    const played = caseWith(law, 'assessed', (milestone, told) =>
      milestone === 'filed'
        ? { ...told, input: { ...(told.input as object), parties: [organisation, another] } }
        : told,
    );
    played.do(agreed('termination', '2026-03-09T09:00'));
    played.do(terminating('2026-03-09T10:00', ['P8']));
    expect(presentParties(played.state).map(({ id }) => id)).toEqual(['P1']);
    expect(stageOf(played.state)).not.toBe('archive');
    played.do(lawfulAct('noticed'));
  });

  it('时间线写明对谁终止，去向图直接走到归档', () => {
    const played = terminated();
    const entry = entryById(played.state, 'T1');
    expect(entry === undefined ? '' : entryTitle(played.state, entry)).toBe(
      `3 月 12 日对${organisation.name}终止`,
    );
    const acts = pathOf(played.state).map((step) => step.act);
    expect(acts.slice(-4)).toEqual(['case.terminate', 'case.close', 'case.bind-file', 'case.archive']);
    expect(acts).not.toContain('case.decide');
  });
});

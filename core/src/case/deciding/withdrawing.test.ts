import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../../acts.ts';
import { caseAt, lawfulAct, sanctions } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { sceneWith, wholeCase } from '../../trial/small-law.ts';
import { caseFacts } from '../facts/index.ts';
import { approvalOf } from '../reading.ts';
import { latestReview, pendingReview, rulingOf } from '../review/reviewing.ts';
import { entriesOf } from '../state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const withdrawn = (step: string, by: string, at = '2026-03-19T09:30'): Told => ({
  id: 'X1',
  act: 'case.withdraw-approval',
  by,
  at,
  input: { matter: 'decision', step, reason: '须再作核实' },
});

describe('撤回审批', () => {
  const approved = () => caseAt(law, 'decision-approved');

  it('负责人撤回之后不能决定，重新批准之后可以；撤回的意见和撤回都留在卷内', () => {
    const played = approved();
    played.do(withdrawn('head', 'head'));
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toEqual(['APPROVAL_MISSING']);
    expect(played.preview('case.decide', 'h1', '2026-03-19T10:00').status).toBe('refused');
    expect(entriesOf(played.state, 'approval').map((entry) => entry.id)).toContain('A2');
    played.do({ ...lawfulAct('decision-approved'), id: 'A9', at: '2026-03-19T11:00' });
    played.do({ ...lawfulAct('decided'), at: '2026-03-19T12:00' });
  });

  it('前一环节撤回的，后面各环节都要重新签', () => {
    const played = approved();
    played.do(withdrawn('handler', 'h1'));
    for (const step of ['handler', 'unit', 'head'] as const)
      expect(approvalOf(played.state, 'decision', step)).toBeUndefined();
    const codes = codesOfRefusals(played.refused(lawfulAct('decided')));
    expect(codes).toEqual(['APPROVAL_MISSING', 'APPROVAL_STEP_MISSING', 'APPROVAL_STEP_MISSING']);
  });

  it('后一环节撤回的，前面的意见照旧', () => {
    const played = approved();
    played.do(withdrawn('head', 'head'));
    expect(approvalOf(played.state, 'decision', 'handler')?.id).toBe('O3');
    expect(approvalOf(played.state, 'decision', 'unit')?.id).toBe('O4');
  });

  it('撤回之后，同一人更早的同意不因此又算数', () => {
    const played = caseAt(law, 'decision-reviewed');
    for (const [id, at] of [
      ['A2', '2026-03-19T09:00'],
      ['A3', '2026-03-19T09:10'],
    ] as const)
      played.do({ ...lawfulAct('decision-approved'), id, at });
    played.do(withdrawn('head', 'head'));
    expect(approvalOf(played.state, 'decision')).toBeUndefined();
  });

  it('撤回之前签在纸上、之后才录入的意见，一并撤回', () => {
    const played = caseAt(law, 'decision-approved');
    played.do(withdrawn('head', 'head'));
    played.do({
      id: 'P1A',
      act: 'case.record-approval',
      by: 'h1',
      at: '2026-03-19T09:20',
      entered: '2026-03-19T14:00',
      input: { matter: 'decision', step: 'head', opinion: 'agree', signer: 'head' },
      record: { 'approval.comment': '同意', 'approval.scan': scan },
    });
    expect(approvalOf(played.state, 'decision')).toBeUndefined();
  });

  it('表单预先填好本人最近签署而还没有照办的意见', () => {
    const played = approved();
    const filled = prefilled(played, 'chief');
    expect(filled).toEqual({ matter: 'decision', step: 'unit' });
    expect(prefilled(played, 'h2')).toBeUndefined();
  });
});

describe('撤回送审', () => {
  it('撤回之后没有待审的送审，可以重新送审；先前的同意不因此又算数', () => {
    const played = caseAt(law, 'served');
    const send = (id: string, at: string) => played.do({ ...sending, id, at });
    send('R1', '2026-03-12T09:00');
    played.do({ ...reviewing('accept-review', { complete: true }), id: 'R2', at: '2026-03-12T10:00' });
    played.do({
      ...reviewing('conclude-review', { opinions: ['agree'] }),
      id: 'R3',
      at: '2026-03-12T11:00',
      record: { 'review.carrier': 'approval-sheet', 'review.opinion': '同意' },
    });
    send('R4', '2026-03-12T14:00');
    played.do({ ...recalling, at: '2026-03-12T15:00' });
    expect(pendingReview(played.state)).toBeUndefined();
    expect(read(played, 'case.reviewConcluded')).toBe(false);
    expect(read(played, 'case.reviewPassed')).toBe(false);
    send('R6', '2026-03-12T16:00');
    expect(pendingReview(played.state)?.id).toBe('R6');
  });
});

describe('领导定夺分歧', () => {
  const disputed = () => {
    const played = caseAt(law, 'served');
    played.do({ ...sending, id: 'R1', at: '2026-03-12T09:00' });
    played.do({ ...reviewing('accept-review', { complete: true }), id: 'R2', at: '2026-03-12T10:00' });
    played.do({
      ...reviewing('conclude-review', { opinions: ['change'] }),
      id: 'R3',
      at: '2026-03-12T11:00',
      record: { 'review.carrier': 'approval-sheet', 'review.opinion': '应当变更' },
    });
    return played;
  };
  const ruled = (way: string, points: readonly { point: string }[] = []): Told => ({
    id: 'Z1',
    act: 'case.settle-review',
    by: 'head',
    at: '2026-03-13T09:00',
    input: { way, points },
  });

  it.each(['follow', 'abandon'])('%s 不是审核同意，也不开始新的一轮', (way) => {
    const played = disputed();
    played.do(ruled(way));
    expect(read(played, 'case.reviewPassed')).toBe(false);
    expect(latestReview(played.state)?.id).toBe('R1');
    expect(rulingOf(played.state)?.data.way).toBe(way);
  });

  it('交由再审是同一拟处理的又一轮，审结之后以新的意见为准，定夺不再算数', () => {
    const played = disputed();
    played.do(ruled('look-again', [{ point: '裁量档次' }]));
    const round = pendingReview(played.state);
    expect(round?.data).toMatchObject({ outcome: 'penalty', sanctions, directed: 'Z1' });
    expect(read(played, 'case.reviewPassed')).toBe(false);
    expect(codesOfRefusals(played.refused({ ...ruled('follow'), id: 'Z2' }))).toContain('REVIEW_IN_PROGRESS');
    played.do({ ...reviewing('accept-review', { complete: true }), id: 'R5', at: '2026-03-13T10:00' });
    played.do({
      ...reviewing('conclude-review', { opinions: ['agree'] }),
      id: 'R6',
      at: '2026-03-13T11:00',
      record: { 'review.carrier': 'approval-sheet', 'review.opinion': '同意' },
    });
    expect(read(played, 'case.reviewPassed')).toBe(true);
    expect(rulingOf(played.state)).toBeUndefined();
    expect(codesOfRefusals(played.refused({ ...ruled('follow'), id: 'Z3' }))).toContain('REVIEW_AGREED');
  });
});

const scan = [{ blob: `sha256:${'a'.repeat(64)}`, name: '扫描件.pdf' }];
const sending: Told = {
  id: 'R1',
  act: 'case.submit-review',
  by: 'h1',
  at: '2026-03-12T09:00',
  input: { unit: 'legal', outcome: 'penalty', sanctions, evidence: ['I1'] },
};
const recalling: Told = {
  id: 'R5',
  act: 'case.withdraw-review',
  by: 'h1',
  at: '2026-03-12T15:00',
  input: { reason: '须再修改' },
};

function reviewing(act: string, input: unknown): Told {
  return { act: `case.${act}`, by: 'rev', at: '2026-03-12T09:00', input };
}

function read(played: PlayedCase, fact: string): unknown {
  const { state } = played;
  const reading = caseFacts.find((one) => one.id === fact)?.read(sceneWith({ law, state }), wholeCase);
  return reading?.known === true ? reading.value : undefined;
}

function prefilled(played: PlayedCase, by: string): unknown {
  const definition = actDefinitions.get('case.withdraw-approval');
  return definition?.prefill?.(played.state as never, played.context(by, '2026-03-19T10:00')).input;
}

import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { requirements } from '../../requirements.ts';
import {
  approveDecision,
  bases,
  caseAt,
  caseWith,
  lawfulAct,
  organisation,
  person,
  rights,
  sanctions,
  where,
} from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { Told } from '../../trial/played-case.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const statement: Told = {
  id: 'W1',
  act: 'case.record-statement',
  by: 'h1',
  at: '2026-03-13T09:00',
  input: {
    party: 'P1',
    waives: false,
    points: [
      { kind: 'fact', text: '收费的是别人' },
      { kind: 'reason', text: '第一次违法' },
    ],
  },
};
const review = (change: object, at = '2026-03-13T10:00'): Told => ({
  id: 'R1',
  act: 'case.review-defence',
  by: 'h1',
  at,
  input: {
    statement: 'W1',
    reviewer: 'h2',
    points: [{ point: 1, result: 'not-upheld', reason: '单据盖有该会的章' }],
    ...change,
  },
  record: { 'defence.method': '核对单据' },
});
const stated = () => {
  const played = caseAt(law, 'served');
  played.do(statement);
  return played;
};

describe('陈述申辩的逐项复核', () => {
  it.each<[string, Told, string]>([
    ['没有这一项', review({ points: [{ point: 3, result: 'not-upheld', reason: '无' }] }), 'LINK_BROKEN'],
    [
      '同一项写两次',
      review({
        points: [
          { point: 1, result: 'upheld', effect: 'none', reason: '属实' },
          { point: 1, result: 'not-upheld', reason: '不属实' },
        ],
      }),
      'INPUT_INVALID',
    ],
    ['早于提出的时刻', review({}, '2026-03-13T08:59'), 'STEP_ORDER'],
    ['名录之外的复核人', review({ reviewer: 'nobody' }), 'OFFICER_UNKNOWN'],
  ])('%s，拒绝', (_, told, code) => {
    const refusals = stated().refused(told);
    expect(codesOfRefusals(refusals)).toContain(code);
  });

  it('表单里已经列出还没有复核的各项', () => {
    const played = stated();
    played.do(review({}));
    const form = requirements(
      played.state,
      'case.review-defence',
      played.context('h1', '2026-03-13T11:00:00+08:00'),
    );
    expect(form.prefill.input).toEqual({
      reviewer: 'h1',
      statement: 'W1',
      points: [{ point: 2, about: '第一次违法' }],
    });
  });

  it('后来的复核取代同一项先前的复核，两次都留在案卷里', () => {
    const played = stated();
    played.do(
      review({
        points: [
          { point: 1, result: 'upheld', reason: '属实' },
          { point: 2, result: 'not-upheld', reason: '两年前有同类的处罚' },
        ],
      }),
    );
    approveDecision(played, '2026-03-19T09:00');
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toEqual(['DEFENCE_NOT_ADOPTED']);
    played.do({ ...review({}, '2026-03-19T09:20'), id: 'R2' });
    for (const [step, id] of [
      ['decision-proposed', 'A7'],
      ['decision-reviewed', 'A8'],
      ['decision-approved', 'A9'],
    ] as const)
      played.do({ ...lawfulAct(step), id, at: '2026-03-19T09:30' });
    expect(played.try(lawfulAct('decided'))).toHaveProperty('streams');
    expect(played.state.entries.filter((entry) => entry.kind === 'defence-review')).toHaveLength(2);
  });

  it('批准之后才复核的，批准失效', () => {
    const played = stated();
    approveDecision(played, '2026-03-19T09:00');
    played.do(
      review(
        {
          points: [
            { point: 1, result: 'not-upheld', reason: '单据盖有该会的章' },
            { point: 2, result: 'not-upheld', reason: '两年前有同类的处罚' },
          ],
        },
        '2026-03-19T09:30',
      ),
    );
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toEqual(['APPROVAL_MISSING']);
  });
});

describe('几名当事人，各有各的申辩', () => {
  it('NAT-CF-45-3 一名申辩，另一名没有：各与各自的告知相比', () => {
    const both = [...sanctions, { party: 'P2', kind: 'warning' }];
    const played = caseWith(law, 'served', (milestone, told) => {
      if (milestone === 'filed')
        return { ...told, input: { cause: '试验案由', parties: [organisation, person], ...where } };
      return milestone === 'noticed'
        ? { ...told, input: { parties: ['P1', 'P2'], sanctions: both, defenceDays: 5, rights, bases } }
        : told;
    });
    played.do({ ...lawfulAct('served'), id: 'S9', input: { document: 'N1', party: 'P2' } });
    played.do(statement);
    played.do(
      review({
        points: [
          { point: 1, result: 'not-upheld', reason: '单据盖有该会的章' },
          { point: 2, result: 'not-upheld', reason: '两年前有同类的处罚' },
        ],
      }),
    );
    approveDecision(played, '2026-03-19T09:00');
    const deciding = (list: readonly object[]): Told => {
      const told = lawfulAct('decided');
      return { ...told, input: { ...(told.input as object), sanctions: list } };
    };
    expect(
      codesOfRefusals(played.refused(deciding([...sanctions, { party: 'P2', kind: 'fine', amount: 1 }]))),
    ).toEqual(['BEYOND_NOTICE']);
    expect(
      codesOfRefusals(
        played.refused(
          deciding([
            { party: 'P1', kind: 'fine', amount: 500_001 },
            { party: 'P2', kind: 'warning' },
          ]),
        ),
      ),
    ).toEqual(['HEAVIER_AFTER_DEFENCE']);
    expect(played.try(deciding(both))).toHaveProperty('streams');
  });
});

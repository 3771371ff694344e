import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Structural } from '../../act.ts';
import { pointsOf, reviewOf } from './defence.ts';
import { code, localId } from '../inputs.ts';
import { decisionOf } from '../reading.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/**
 * 复核陈述申辩 (处罚法第四十五条): the facts, reasons and evidence a party put forward, looked into one by one. A later
 * review of the same point replaces the earlier one; both stay in the file.
 */
export const reviewDefence = defineAct({
  name: 'case.review-defence',
  event: 'case.defence-reviewed',
  label: '复核陈述申辩',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'execution'],
  creates: 'defence-review',
  input: z.strictObject({
    statement: localId.meta({ label: '所复核的陈述申辩', ref: 'statement' }),
    reviewer: z.optional(localId.meta({ label: '复核人', ref: 'officer' })),
    points: z
      .array(
        z.strictObject({
          point: z.number().int().min(1).max(200).meta({ label: '第几项' }),
          about: z.optional(z.string().max(2000).meta({ label: '所提的内容' })),
          result: code('defence-result', '复核结论'),
          effect: z.optional(code('defence-effect', '对拟处罚的影响')),
          reason: z.optional(z.string().max(2000).meta({ label: '理由', long: true })),
        }),
      )
      .min(1, '至少写明一项的复核结论')
      .max(200)
      .meta({ label: '逐项复核' }),
  }),
  standing: (state) => [
    ...(entriesOf(state, 'statement').some((statement) => pointsOf(state, statement).length > 0)
      ? []
      : [
          {
            code: 'STATEMENT_MISSING',
            because: '当事人还没有提出陈述申辩',
            remedy: { says: '当事人提出的，先如实记录', act: 'case.record-statement' },
          },
        ]),
    ...alreadyDecided(decisionOf(state)),
  ],
  invariants: (state, act, context) => {
    const statement = entryById(state, act.input.statement);
    if (statement?.kind !== 'statement')
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的陈述申辩不在本案卷中',
          field: 'input.statement',
          remedy: { says: '从卷内的陈述申辩中选择' },
        },
      ];
    return [
      ...pointFaults(state, statement, act.input.points),
      ...tooEarly(act.occurredAt, statement.at, '复核的时刻早于提出陈述申辩的时刻', '核对复核的时刻'),
      ...(act.input.reviewer === undefined || Object.hasOwn(context.refs.agency.officers, act.input.reviewer)
        ? []
        : [
            {
              code: 'OFFICER_UNKNOWN',
              because: '所选复核人不在本机关执法人员名录中',
              field: 'input.reviewer',
              remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
            },
          ]),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'defence-review', event.input),
  prefill: (state, { actor }) => {
    const open = entriesOf(state, 'statement')
      .map((statement) => ({
        statement,
        points: pointsOf(state, statement).filter((point) => reviewOf(state, point) === undefined),
      }))
      .find(({ points }) => points.length > 0);
    const reviewer = actor.officer === undefined ? {} : { reviewer: actor.officer };
    if (open === undefined) return { input: reviewer };
    return {
      input: {
        ...reviewer,
        statement: open.statement.id,
        points: open.points.map(({ ordinal, text }) => ({ point: ordinal, about: text })),
      },
    };
  },
});

function pointFaults(
  state: CaseState,
  statement: EntryOf<'statement'>,
  rows: readonly { readonly point: number }[],
): readonly Structural[] {
  const known = new Set(pointsOf(state, statement).map((point) => point.ordinal));
  if (rows.some((row) => !known.has(row.point)))
    return [
      {
        code: 'LINK_BROKEN',
        because: '所选的陈述申辩没有这一项',
        field: 'input.points',
        remedy: { says: '核对是第几项' },
      },
    ];
  return new Set(rows.map((row) => row.point)).size < rows.length
    ? [
        {
          code: 'INPUT_INVALID',
          because: '同一项写了两次复核结论',
          field: 'input.points',
          remedy: { says: '每项写一个结论' },
        },
      ]
    : [];
}

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { notInRegister } from './founding.ts';
import { bases, localId, sanctions } from './inputs.ts';
import { decisionOf } from './reading.ts';
import { entriesOf, withEntry } from './state.ts';

/** 事先告知 (处罚法第四十四条): tells parties what is proposed, why, and their rights, before any penalty. */
export const giveNotice = defineAct({
  name: 'case.give-notice',
  event: 'case.notice-given',
  label: '制作事先告知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'notice',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择被告知的当事人')
      .max(200)
      .meta({ label: '被告知的当事人', ref: 'party' }),
    sanctions: sanctions.min(1, '请写明拟作出的处罚').meta({ label: '拟作出的处罚' }),
    bases: z.optional(bases),
    defenceDays: z.number().int().min(1).max(365).meta({ label: '陈述申辩期限（工作日）' }),
  }),
  standing: (state) =>
    decisionOf(state) === undefined ? [] : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }],
  invariants: (state, act, { refs }) => {
    const known = new Set(entriesOf(state, 'party').map((party) => party.id));
    const strangers = [...act.input.parties, ...act.input.sanctions.map((one) => one.party)].filter(
      (id) => !known.has(id),
    );
    if (strangers.length > 0)
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.parties',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
    const left = act.input.sanctions.some((one) => !act.input.parties.includes(one.party));
    return left
      ? [
          {
            code: 'PARTY_UNKNOWN',
            because: '拟处罚的当事人没有列为被告知人',
            field: 'input.parties',
            remedy: { says: '把拟处罚的每名当事人列为被告知人' },
          },
        ]
      : notInRegister(act.input, refs.agency);
  },
  apply: (state, event) => withEntry(state, event, 'notice', event.input),
  prefill: (state, context) => {
    const days = context.law.params['defence.days']?.value;
    const parties = entriesOf(state, 'party').map((party) => party.id);
    return { input: { parties, ...(typeof days === 'number' ? { defenceDays: days } : {}) } };
  },
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code, money } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { absenceOn, absencesOf } from './absence.ts';
import { day, localId } from './inputs.ts';
import { officerUnknown, periodReversed } from './term-faults.ts';

/** 授权代签: entered by the head, or by whoever keeps the records and holds the paper. See `Delegation`. */
export const delegate = defineAct({
  name: 'agency.delegate',
  event: 'agency.delegated',
  label: '授权代签',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    delegator: localId.meta({ label: '授权人', ref: 'officer' }),
    delegate: localId.meta({ label: '代签人', ref: 'officer' }),
    matters: z
      .array(code('delegated-matter', '事项'))
      .min(1, '请选择授权的事项')
      .max(50)
      .meta({ label: '授权的事项' }),
    upTo: z.optional(money('一案的处罚金额以多少为限（不限的不填）')),
    from: day.meta({ label: '自' }),
    until: day.meta({ label: '至' }),
  }),
  invariants: (state, act) => [
    ...officerUnknown(state, act.input.delegator, 'input.delegator'),
    ...officerUnknown(state, act.input.delegate, 'input.delegate'),
    ...(act.input.delegate === act.input.delegator
      ? [
          {
            code: 'INPUT_INVALID',
            because: '代签人和授权人是同一人',
            field: 'input.delegate',
            remedy: { says: '选择另一人代签' },
          },
        ]
      : []),
    ...periodReversed(act.input, '授权'),
  ],
  apply: (state, event) => {
    const document = event.record['delegation.document'];
    return {
      ...state,
      delegations: [
        ...(state.delegations ?? []),
        {
          id: event.actId,
          ...event.input,
          matters: [...new Set(event.input.matters)],
          enteredAt: event.enteredAt,
          ...(typeof document === 'string' && document.trim() !== '' ? { document } : {}),
        },
      ],
    };
  },
  prefill: (state, { actor, now }) => {
    const { officer } = actor;
    if (officer === undefined) return { input: { from: dayOf(now) } };
    // Most delegate because they will be away: the days of that absence are the days meant.
    const today = dayOf(now);
    const away =
      absenceOn(state, officer, today) ??
      absencesOf(state).find((one) => one.officer === officer && one.from > today);
    return {
      input: {
        delegator: officer,
        ...(away === undefined ? { from: today } : { from: away.from, until: away.until }),
      },
    };
  },
});

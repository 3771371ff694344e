import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { dayOf } from '../time/index.ts';
import { day, localId } from './inputs.ts';
import { officerUnknown, periodReversed } from './term-faults.ts';

/** 登记离岗: an officer is away from one day to another. Duties stay where they lie; who can act for them becomes a question. */
export const registerAbsence = defineAct({
  name: 'agency.register-absence',
  event: 'agency.absence-registered',
  label: '登记离岗',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    officer: localId.meta({ label: '离岗的人员', ref: 'officer' }),
    reason: code('absence-reason', '原因'),
    from: day.meta({ label: '自' }),
    until: day.meta({ label: '至' }),
  }),
  invariants: (state, act) => [
    ...officerUnknown(state, act.input.officer, 'input.officer'),
    ...periodReversed(act.input, '离岗'),
  ],
  apply: (state, event) => ({
    ...state,
    absences: [...(state.absences ?? []), { id: event.actId, ...event.input }],
  }),
  prefill: (_state, { actor, now }) => ({
    input: { ...(actor.officer === undefined ? {} : { officer: actor.officer }), from: dayOf(now) },
  }),
});

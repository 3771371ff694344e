import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId as recordId } from '../case/inputs.ts';
import { addDays, dayOf } from '../time/index.ts';
import { absenceOn, absencesOf } from './absence.ts';
import { day } from './inputs.ts';

/** 提前回岗: somebody is back before the day that was registered. Nobody is away longer by it: that is another absence. */
export const endAbsence = defineAct({
  name: 'agency.end-absence',
  event: 'agency.absence-ended',
  label: '提前回岗',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    absence: recordId.meta({ label: '哪一次离岗', ref: 'absence' }),
    returned: day.meta({ label: '回岗的第一天' }),
  }),
  standing: (state) =>
    absencesOf(state).length === 0 ? [{ code: 'NOBODY_AWAY', because: '现在没有登记离岗的人员' }] : [],
  invariants: (state, act) => {
    const absence = absencesOf(state).find((one) => one.id === act.input.absence);
    // Where nobody is away, `standing` has said so.
    if (absence === undefined && absencesOf(state).length === 0) return [];
    if (absence === undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '没有这一次离岗的登记',
          field: 'input.absence',
          remedy: { says: '从登记的离岗中选择' },
        },
      ];
    return act.input.returned > absence.until
      ? [
          {
            code: 'INPUT_INVALID',
            because: '登记的离岗到那一天已经结束',
            field: 'input.returned',
            remedy: { says: '填写提前回岗的日期；要延长的，另行登记离岗' },
          },
        ]
      : [];
  },
  apply: (state, { input }) => ({
    ...state,
    absences: absencesOf(state).flatMap((one) => {
      if (one.id !== input.absence) return [one];
      // Back on the first day or before it: there was no absence.
      return input.returned <= one.from ? [] : [{ ...one, until: addDays(input.returned, -1) }];
    }),
  }),
  prefill: (state, { actor, now }) => {
    const own = actor.officer === undefined ? undefined : absenceOn(state, actor.officer, dayOf(now));
    return { input: { ...(own === undefined ? {} : { absence: own.id }), returned: dayOf(now) } };
  },
});

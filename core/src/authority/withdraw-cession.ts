import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId as recordId } from '../case/inputs.ts';
import { dayOf, formatDay } from '../time/index.ts';
import { cessionsOf, notBegun } from './succession.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 撤回职权划出: what was entered for a day that has not come is taken back, because it was entered wrongly or is no longer
 * to happen. Until that day nothing rests on it: no file has been given away, nobody has taken the power over. From that
 * day on it stands, for what was refused or given away since was so lawfully.
 */
export const withdrawCession = defineAct({
  name: 'agency.withdraw-cession',
  event: 'agency.cession-withdrawn',
  label: '撤回职权划出',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    cession: recordId.meta({ label: '撤回哪一项划出', ref: 'cession-to-come' }),
    reason: z.string().trim().min(4, '写明撤回的理由').max(500).meta({ label: '理由', long: true }),
  }),
  standing: (state, { now }) =>
    notBegun(state, dayOf(now)).length > 0
      ? []
      : [
          {
            code: 'NO_CESSION_TO_COME',
            because: '没有划出之日还没有到的职权划出；到了那一日，划出的职权就由承继的机关行使',
          },
        ],
  invariants: (state, { input }, { now }) => {
    const toCome = notBegun(state, dayOf(now));
    // Where none is to come, `standing` has said so.
    if (toCome.length === 0 || toCome.some(({ id }) => id === input.cession)) return [];
    const begun = cessionsOf(state).find(({ id }) => id === input.cession);
    return begun === undefined
      ? wrongInput('没有这一项职权划出的登记', 'cession', '从登记的划出中选择', 'LINK_BROKEN')
      : wrongInput(
          `自 ${formatDay(begun.from, { withYear: true })}起，这项职权已经由${begun.name}行使`,
          'cession',
          '划出之日到了以后不能撤回；选择划出之日还没有到的一项',
          'CESSION_BEGUN',
        );
  },
  apply: (state, { input }) => ({
    ...state,
    cessions: cessionsOf(state).filter(({ id }) => id !== input.cession),
  }),
  prefill: (state, { now }) => {
    const [only, ...more] = notBegun(state, dayOf(now));
    return only === undefined || more.length > 0 ? {} : { input: { cession: only.id } };
  },
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day, localId, ownId } from './inputs.ts';

/** 登记岗位: a post with its duties and what lays them down. Who holds it and when is told by the appointments to it. */
export const registerPost = defineAct({
  name: 'agency.register-post',
  event: 'agency.post-registered',
  label: '登记岗位',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '岗位编号' }),
    name: z.string().trim().min(2).max(60).meta({ label: '岗位' }),
    unit: z.optional(localId.meta({ label: '所在机构', ref: 'unit' })),
    duties: z.string().trim().min(4, '请写明职责').max(1000).meta({ label: '职责', long: true }),
    basis: z.string().trim().min(4, '请写明依据').max(300).meta({ label: '依据' }),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act) =>
    act.input.unit !== undefined && !Object.hasOwn(state.units, act.input.unit)
      ? [
          {
            code: 'UNIT_UNKNOWN',
            because: '所在机构尚未登记',
            field: 'input.unit',
            remedy: { says: '先登记该机构', act: 'agency.register-unit' },
          },
        ]
      : [],
  // Every version stays: who answers for something done is asked by the table of that day.
  apply: (state, event) => ({ ...state, posts: [...(state.posts ?? []), event.input] }),
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day, localId } from './inputs.ts';
import { roles } from './state.ts';
import type { Appointment } from './state.ts';
import type { Day } from '../time/index.ts';

/** Gives an officer a legal role for a period; both ends count. */
export const appoint = defineAct({
  name: 'agency.appoint',
  event: 'agency.appointed',
  label: '任职登记',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    officer: localId.meta({ label: '人员' }),
    role: z.enum(roles).meta({ label: '法定角色' }),
    unit: z.optional(localId.meta({ label: '机构' })),
    post: z.optional(localId.meta({ label: '岗位' })),
    // Absent in events from before it was asked: they all appoint to the post itself.
    acting: z.optional(z.boolean().meta({ label: '主持工作（职位空缺）' })),
    from: day.meta({ label: '自' }),
    until: z.optional(day.meta({ label: '至' })),
  }),
  invariants: (state, act) =>
    !Object.hasOwn(state.officers, act.input.officer)
      ? [
          {
            code: 'OFFICER_UNKNOWN',
            because: '该人员尚未登记',
            field: 'input.officer',
            remedy: { says: '先登记执法人员', act: 'agency.register-officer' },
          },
        ]
      : act.input.post === undefined || (state.posts ?? []).some((post) => post.id === act.input.post)
        ? []
        : [
            {
              code: 'POST_UNKNOWN',
              because: '该岗位没有列入岗位责任表',
              field: 'input.post',
              remedy: { says: '先登记岗位', act: 'agency.register-post' },
            },
          ],
  apply: (state, event) => ({ ...state, appointments: [...state.appointments, appointmentOf(event.input)] }),
});

function appointmentOf(input: {
  officer: string;
  role: Appointment['role'];
  unit?: string | undefined;
  post?: string | undefined;
  acting?: boolean | undefined;
  from: Day;
  until?: Day | undefined;
}): Appointment {
  return {
    officer: input.officer,
    role: input.role,
    from: input.from,
    ...(input.unit === undefined ? {} : { unit: input.unit }),
    ...(input.post === undefined ? {} : { post: input.post }),
    ...(input.acting === true ? { acting: true as const } : {}),
    ...(input.until === undefined ? {} : { until: input.until }),
  };
}

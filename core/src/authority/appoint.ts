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
      : [],
  apply: (state, event) => ({ ...state, appointments: [...state.appointments, appointmentOf(event.input)] }),
});

function appointmentOf(input: {
  officer: string;
  role: Appointment['role'];
  unit?: string | undefined;
  from: Day;
  until?: Day | undefined;
}): Appointment {
  return {
    officer: input.officer,
    role: input.role,
    from: input.from,
    ...(input.unit === undefined ? {} : { unit: input.unit }),
    ...(input.until === undefined ? {} : { until: input.until }),
  };
}

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId } from './inputs.ts';

/** Adds or renames a handling unit of the agency. */
export const registerUnit = defineAct({
  name: 'agency.register-unit',
  event: 'agency.unit-registered',
  label: '登记内设机构',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: localId.meta({ label: '机构编号' }),
    name: z.string().min(2).max(60).meta({ label: '机构名称' }),
  }),
  apply: (state, event) => ({ ...state, units: { ...state.units, [event.input.id]: event.input } }),
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { inheritedFaults } from './inherited.ts';
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
    type: z.optional(code('unit-type', '机构类型')),
    // Absent in events from before it was asked.
    level: z.optional(code('unit-level', '机构的层级')),
    authorityDocument: z.optional(z.string().trim().min(2).max(100).meta({ label: '执法权依据的文号' })),
    authorityArticle: z.optional(z.string().trim().min(1).max(100).meta({ label: '执法权依据的条款' })),
    reviewedBy: z.optional(localId.meta({ label: '对口的法制审核机构' })),
  }),
  invariants: (state, act) => inheritedFaults(state.units, act.input.id),
  apply: (state, event) => ({ ...state, units: { ...state.units, [event.input.id]: event.input } }),
});

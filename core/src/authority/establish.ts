import { z } from 'zod';
import { defineAct } from '../act.ts';

/** Sets up the agency whose records follow; the first act of its stream. */
export const establishAgency = defineAct({
  name: 'agency.establish',
  event: 'agency.established',
  label: '设立机关档案',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    name: z.string().min(2).max(60).meta({ label: '机关名称' }),
    shortName: z.string().min(1).max(10).meta({ label: '机关代字' }),
  }),
  standing: (state) =>
    state.name === '' ? [] : [{ code: 'AGENCY_ESTABLISHED', because: `机关档案已经设立：${state.name}` }],
  apply: (state, event) => ({ ...state, name: event.input.name, shortName: event.input.shortName }),
});

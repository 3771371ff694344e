import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';

/** 登记变动: something has changed that makes published information out of date. */
export const registerChange = defineAct({
  name: 'agency.register-change',
  event: 'agency.change-registered',
  label: '登记变动',
  aggregate: 'agency',
  nature: 'factual',
  input: z.strictObject({
    kind: code('change-kind', '变动类型'),
    what: z.string().trim().min(4, '写明变动的内容').max(300).meta({ label: '变动内容' }),
  }),
  apply: (state, event) => ({
    ...state,
    changes: [
      ...state.changes,
      { id: event.actId, kind: event.input.kind, what: event.input.what, at: event.at },
    ],
  }),
});

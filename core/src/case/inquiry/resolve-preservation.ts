import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { nothingPreserved, preservationFaults, unresolvedOf } from './preservation.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 处理先行登记保存的证据 (处罚法第五十六条): what becomes of the things that were held. */
export const resolvePreservation = defineAct({
  name: 'case.resolve-preservation',
  event: 'case.preservation-resolved',
  label: '处理登记保存的证据',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  afterClosing: true,
  creates: 'resolution',
  input: z.strictObject({
    preservation: localId.meta({ label: '所处理的保全', ref: 'preservation' }),
    outcome: code('preservation-outcome', '处理'),
  }),
  standing: (state) => {
    const none = nothingPreserved(state);
    return none.length === 0 && unresolvedOf(state) === undefined
      ? [{ code: 'ALREADY_RESOLVED', because: '本案保全的证据均已处理' }]
      : none;
  },
  invariants: (state, act) => {
    const faults = preservationFaults(state, act);
    if (faults.length > 0) return faults;
    return entriesOf(state, 'resolution').some((entry) => entry.data.preservation === act.input.preservation)
      ? [
          {
            code: 'ALREADY_RESOLVED',
            because: '所选的保全已经处理',
            field: 'input.preservation',
            remedy: { says: '选择尚未处理的保全' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'resolution', event.input),
  prefill: (state) => {
    const next = unresolvedOf(state);
    return next === undefined ? {} : { input: { preservation: next.id } };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { entriesOf, withEntry } from '../state.ts';
import { localId } from '../inputs.ts';
import { beforeDetention, nobodyDetained, notDetained } from './detention.ts';

/** 执行行政拘留: the party is handed over to the place of detention. It takes somebody's freedom, so it is refused where it may not be. */
export const executeDetention = defineAct({
  name: 'case.execute-detention',
  event: 'case.detention-executed',
  label: '执行行政拘留',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'execution',
  kinds: ['penalty'],
  creates: 'detention-execution',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    place: z.string().trim().min(2, '请写明拘留所').max(100).meta({ label: '送交执行的拘留所' }),
  }),
  standing: nobodyDetained,
  invariants: (state, act) => {
    if (entriesOf(state, 'detention-execution').some(({ data }) => data.party === act.input.party))
      return [{ code: 'ALREADY_EXECUTED', because: '这名当事人的行政拘留已经执行', field: 'input.party' }];
    return [...notDetained(state, act.input.party), ...beforeDetention(state, act.occurredAt)];
  },
  apply: (state, event) => withEntry(state, event, 'detention-execution', event.input),
});

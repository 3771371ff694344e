import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { suspicionCheckOf, suspicionsOf } from './suspicions.ts';
import { code, localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/**
 * 核查过错线索 (过错责任追究办法第二十条、第二十一条): says of one suspicion whether there is anything in it. It finds nobody at
 * fault: that takes proceedings of their own.
 */
export const checkSuspicion = defineAct({
  name: 'case.check-suspicion',
  event: 'case.suspicion-checked',
  label: '核查过错线索',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'archive',
  afterClosing: true,
  creates: 'suspicion-check',
  restsOn: ['revocation', 'late-reason', 'suspicion-check'],
  input: z.strictObject({
    suspicion: localId.meta({ label: '所核查的线索', ref: 'suspicion' }),
    finding: code('suspicion-finding', '核查的结果'),
  }),
  standing: (state) => {
    if (suspicionsOf(state).length === 0) return [{ code: 'NO_SUSPICION', because: '本案没有待核查的线索' }];
    return suspicionsOf(state).some((suspicion) => suspicionCheckOf(state, suspicion.id) === undefined)
      ? []
      : [{ code: 'ALREADY_CHECKED', because: '本案的线索都已核查' }];
  },
  invariants: (state, act) => {
    const suspicion = suspicionsOf(state).find((entry) => entry.id === act.input.suspicion);
    if (suspicion === undefined || suspicionCheckOf(state, suspicion.id) !== undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的线索不在本案卷中，或者已经核查',
          field: 'input.suspicion',
          remedy: { says: '从待核查的线索中选择' },
        },
      ];
    return tooEarly(act.occurredAt, suspicion.at, '核查的时刻早于线索出现的时刻', '核对核查的时刻');
  },
  apply: (state, event) => withEntry(state, event, 'suspicion-check', event.input),
  prefill: (state) => {
    const open = suspicionsOf(state).find((suspicion) => suspicionCheckOf(state, suspicion.id) === undefined);
    return open === undefined ? {} : { input: { suspicion: open.id } };
  },
});

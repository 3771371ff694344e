import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { inTransit } from '../reading.ts';
import { notOnTheWay, nothingOnTheWay } from './record-delivery.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 登记退件: a document that was sent has come back. It has not been served; the act's own time is when it came back. */
export const recordReturn = defineAct({
  name: 'case.record-return',
  event: 'case.return-recorded',
  label: '登记退件',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  afterClosing: true,
  creates: 'mail-return',
  input: z.strictObject({
    service: localId.meta({ label: '哪一次送达', ref: 'in-transit' }),
  }),
  standing: nothingOnTheWay,
  invariants: (state, act) => notOnTheWay(state, act.input.service, act.occurredAt),
  apply: (state, event) => withEntry(state, event, 'mail-return', event.input),
  prefill: (state) => {
    const sent = entriesOf(state, 'service').find((entry) => inTransit(state, entry));
    return sent === undefined ? {} : { input: { service: sent.id } };
  },
});

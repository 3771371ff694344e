import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { day, localId } from '../inputs.ts';
import { entryById, withEntry } from '../state.ts';
import { openRequest } from './answer.ts';
import { measureTold, soleParty, toldFaults } from './asking.ts';

/**
 * 制作强制措施决定书 (行政强制法第二十四条、第三十一条): the document that is handed over where the measure is taken. It is
 * made before the measure; whether anybody agreed to it is asked when it is taken, for what cannot wait is agreed to later.
 */
export const decideMeasure = defineAct({
  name: 'case.decide-measure',
  event: 'case.measure-decided',
  label: '制作强制措施决定书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'measure-decision',
  inField: true,
  input: z.strictObject({
    request: z.optional(localId.meta({ label: '所依据的提请（紧急采取的不选）', ref: 'measure-request' })),
    ...measureTold,
    // What has to stand in the document is the law's to say: it is asked for by its rules, not by the form of the act.
    until: z.optional(day.meta({ label: '措施到哪一日为止' })),
    count: z.optional(z.number().int().positive('件数须大于零').meta({ label: '决定书写明的件数' })),
  }),
  invariants: (state, act, context) => {
    const { request, kind, party } = act.input;
    const told = toldFaults(state, act.input, context);
    if (request === undefined || told.length > 0) return told;
    const entry = entryById(state, request);
    return entry?.kind === 'measure-request' && entry.data.kind === kind && entry.data.party === party
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所选的提请不是对这名当事人的这种措施',
            field: 'input.request',
            remedy: { says: '选择对同一当事人、同一种措施的提请' },
          },
        ];
  },
  reads: (act) => [seriesStream(act, 'measure-decision')],
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'measure-decision');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) =>
    withEntry(state, event, 'measure-decision', {
      ...event.input,
      number: String(event.outcome?.['number'] ?? ''),
    }),
  prefill: (state) => {
    const request = openRequest(state);
    if (request === undefined) return { input: soleParty(state) };
    const { kind, party, purpose, bases } = request.data;
    return { input: { request: request.id, kind, party, purpose, bases: [...bases] } };
  },
});

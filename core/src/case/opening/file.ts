import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { refusedFiling } from './leads.ts';
import { shelvesOfParties } from '../deciding/former-fines.ts';
import { mattersOpen } from '../deciding/matters.ts';
import { partyOfLead } from '../parties/party-of-lead.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { pastDayFaults } from '../past-day.ts';
import { filingOf, spotDecisionOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';

/** 立案 (处罚法第五十四条): the case begins, its parties are named, the time limit for deciding starts. */
export const fileCase = defineAct({
  name: 'case.file',
  event: 'case.filed',
  label: '立案',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  creates: 'filing',
  input: z.strictObject({
    cause: z.string().trim().min(2, '请写明案由').max(200).meta({ label: '案由' }),
    parties: partyRows(200),
    conductOn: z.optional(day.meta({ label: '违法行为发生日（连续的填终了日）' })),
    // Absent in events from before they were asked for; that they are there is the law's demand.
    item: z.optional(z.string().max(100).meta({ label: '执法事项', ref: 'enforcement-item' })),
    place: z.optional(z.string().trim().min(2).max(200).meta({ label: '违法行为发生地' })),
  }),
  parts: (act) => partsOf(act.input.parties),
  // Who has had a case of another agency is found under the name: no file of this agency knows it.
  reads: (act) => [seriesStream(act, 'filing'), ...shelvesOfParties(act)],
  standing: (state) => {
    if (spotDecisionOf(state) !== undefined)
      return [{ code: 'ALREADY_DECIDED', because: '本案已当场作出处罚决定' }];
    return filingOf(state) === undefined
      ? refusedFiling(state)
      : [{ code: 'ALREADY_FILED', because: '本案已经立案' }];
  },
  invariants: (state, act, context) => {
    const ids = act.input.parties.map((party) => party.id);
    if (new Set(ids).size < ids.length)
      return [
        {
          code: 'INPUT_INVALID',
          because: '两名当事人用了同一编号',
          field: 'input.parties',
          remedy: { says: '每名当事人各用一个编号' },
        },
      ];
    // One id, one entry: a correction of the party must not reach another record of the file.
    return ids.some((id) => id === act.id || entryById(state, id) !== undefined)
      ? [
          {
            code: 'ID_TAKEN',
            because: '当事人的编号已用于卷内另一记录',
            field: 'input.parties',
            remedy: { says: '换一个编号' },
          },
        ]
      : pastDayFaults(act.input.conductOn, { what: '违法行为发生日', field: 'input.conductOn' }, context);
  },
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'filing');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) => {
    const number = String(event.outcome?.['number'] ?? '');
    const filed = withEntry(state, event, 'filing', {
      number,
      cause: event.input.cause,
      ...(event.input.conductOn === undefined ? {} : { conductOn: event.input.conductOn }),
      ...(event.input.item === undefined ? {} : { item: event.input.item }),
      ...(event.input.place === undefined ? {} : { place: event.input.place }),
    });
    return event.input.parties.reduce(
      (next, party) =>
        withEntry(next, event, 'party', { name: party.name, kind: party.kind }, party.id, party.record),
      filed,
    );
  },
  prefill: (state, context) => {
    const { item, place } = mattersOpen(state, context);
    return {
      input: {
        ...(item === undefined ? {} : { item }),
        ...(place === undefined ? {} : { place }),
        ...partyOfLead(state),
      },
    };
  },
});

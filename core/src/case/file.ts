import { inForceOn } from '../authority/in-force.ts';
import { z } from 'zod';
import { defineAct } from '../act.ts';
import { competencesOf } from '../authority/competence.ts';
import { day } from '../authority/inputs.ts';
import { seriesStream, takeNumber } from '../series/take-number.ts';
import { code, fieldMap, localId } from './inputs.ts';
import { refusedFiling } from './leads.ts';
import { pastDayFaults } from './past-day.ts';
import { filingOf } from './reading.ts';
import { entriesOf, entryById, withEntry } from './state.ts';
import { dayOf } from '../time/index.ts';

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
    parties: z
      .array(
        z.strictObject({
          id: localId.meta({ label: '编号' }),
          name: z.string().trim().min(2, '请写明姓名或者名称').max(100).meta({ label: '姓名或者名称' }),
          kind: code('party-kind', '类型'),
          record: fieldMap.meta({ label: '登记内容' }),
        }),
      )
      .min(1, '至少登记一名当事人')
      .max(200)
      .meta({ label: '当事人' }),
    conductOn: z.optional(day.meta({ label: '违法行为发生日（连续的填终了日）' })),
    // Absent in events from before they were asked for; that they are there is the law's demand.
    item: z.optional(z.string().max(100).meta({ label: '执法事项', ref: 'enforcement-item' })),
    place: z.optional(z.string().trim().min(2).max(200).meta({ label: '违法行为发生地' })),
  }),
  parts: (act) =>
    act.input.parties.map((party, index) => ({
      per: 'party',
      id: party.id,
      label: party.name,
      path: `input.parties.${index}.record`,
      record: party.record,
    })),
  reads: (act) => [seriesStream(act, 'filing')],
  standing: (state) =>
    filingOf(state) === undefined
      ? refusedFiling(state)
      : [{ code: 'ALREADY_FILED', because: '本案已经立案' }],
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
  // Where there is one matter or one region, that is the one; what the lead says goes before.
  prefill: (state, { refs, actor, now }) => {
    const officer = entriesOf(state, 'lead')[0]?.by.officer ?? actor.officer;
    const unit = officer === undefined ? undefined : refs.agency.officers[officer]?.unit;
    const held = competencesOf(refs.agency, unit).filter((one) => inForceOn(one, dayOf(now)));
    const item = entriesOf(state, 'lead')[0]?.data.item ?? only(held.map((one) => one.item));
    const place = only(
      held.filter((one) => item === undefined || one.item === item).map((one) => one.region),
    );
    return {
      input: { ...(item === undefined ? {} : { item }), ...(place === undefined ? {} : { place }) },
    };
  },
});

function only(from: readonly string[]): string | undefined {
  const [one, ...others] = [...new Set(from)];
  return others.length === 0 ? one : undefined;
}

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { keepFines, shelvesOfParties } from './former-fines.ts';
import { mattersOpen } from './matters.ts';
import { bases, localId, officersPresent, sanctionsOfOne } from '../inputs.ts';
import { notInRegister } from '../opening/founding.ts';
import { refusedFiling } from '../opening/leads.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { pastDayFaults } from '../past-day.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import type { Sanction } from '../state.ts';

/**
 * 当场处罚 (处罚法第五十一条、第五十二条): the summary procedure, whole, in one act. What the ordinary procedure spreads over
 * days (filing, notice, statement, decision, service) happens before the party within minutes, and a crash in between
 * must not leave a decision without its number or its delivery: so it is one event or none. It opens a file of its own,
 * or ends a lead that is not filed yet; it is typed where it happens, or afterwards when there was no network.
 */
export const decideOnSpot = defineAct({
  name: 'case.decide-on-spot',
  event: 'case.on-spot-decided',
  label: '当场处罚',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'decision',
  opens: true,
  inField: true,
  input: z.strictObject({
    officers: officersPresent,
    shown: z.array(localId).max(20).meta({ label: '其中已向当事人出示执法证件的人员', ref: 'officer' }),
    // One document punishes one party: each hears its own rights, signs for itself and gets its own number.
    parties: partyRows(1, '一份当场处罚决定书只处罚一名当事人，另有当事人的另作一份'),
    cause: z.string().trim().min(2, '请写明案由').max(200).meta({ label: '案由' }),
    conductOn: z.optional(day.meta({ label: '违法行为发生日（连续的填终了日）' })),
    item: z.optional(z.string().max(100).meta({ label: '执法事项', ref: 'enforcement-item' })),
    sanctions: sanctionsOfOne.meta({ label: '处罚' }),
    bases: z.optional(bases),
    signed: z.array(localId).max(20).meta({ label: '已在决定书上签名或者盖章的执法人员', ref: 'officer' }),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'spot-decision'), ...shelvesOfParties(act)],
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    return filingOf(state) === undefined
      ? refusedFiling(state)
      : [{ code: 'ALREADY_FILED', because: '本案已经立案，按普通程序办理' }];
  },
  invariants: (state, act, context) => {
    const taken = act.input.parties.some(
      ({ id }) => id === act.id || id === serviceOf(act.id) || entryById(state, id) !== undefined,
    );
    return [
      ...officersUnknown(act, context),
      ...notInRegister(
        { bases: act.input.bases, sanctions: act.input.sanctions.map((one) => ({ ...one, party: '' })) },
        context.refs.agency,
      ),
      ...pastDayFaults(act.input.conductOn, { what: '违法行为发生日', field: 'input.conductOn' }, context),
      ...(taken
        ? [
            {
              code: 'ID_TAKEN',
              because: '当事人的编号已用于卷内另一记录',
              field: 'input.parties',
              remedy: { says: '换一个编号' },
            },
          ]
        : []),
    ];
  },
  consequences: (state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'spot-decision');
    return {
      outcome: { ...officersOutcome(act, context).outcome, number },
      others: [taken, ...keepFines(state, act, context, number)],
    };
  },
  apply: (state, event) => {
    const { input } = event;
    const { officers, shown, signed, cause, conductOn, item } = input;
    const decided = withEntry(state, event, 'decision', {
      outcome: 'penalty',
      sanctions: input.parties.flatMap((party) =>
        input.sanctions.map((one): Sanction => ({ ...one, party: party.id })),
      ),
      evidence: [],
      ...(input.bases === undefined ? {} : { bases: input.bases }),
      number: String(event.outcome?.['number'] ?? ''),
      spot: {
        cause,
        officers,
        shown,
        signed,
        ...(conductOn === undefined ? {} : { conductOn }),
        ...(item === undefined ? {} : { item }),
      },
    });
    // 当场交付: the document is in the party's hands at the moment of the decision, signed for or with its refusal noted.
    return input.parties.reduce(
      (next, party) =>
        withEntry(
          withEntry(next, event, 'party', { name: party.name, kind: party.kind }, party.id, party.record),
          event,
          'service',
          { document: event.actId, party: party.id },
          serviceOf(event.actId),
          { 'service.recipient': party.name },
        ),
      decided,
    );
  },
  prefill: (state, context) => {
    const { officer } = context.actor;
    const { item } = mattersOpen(state, context);
    return {
      input: {
        ...(officer === undefined ? {} : { officers: [officer] }),
        ...(item === undefined ? {} : { item }),
      },
    };
  },
});

/** The delivery is a record of its own beside the decision, whose id is that of the act. */
function serviceOf(act: string): string {
  return `${act}-delivered`;
}

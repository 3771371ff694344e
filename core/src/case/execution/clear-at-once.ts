import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { endedAtFaults } from '../course/ended-at.ts';
import { officersOutcome, officersUnknown } from '../handlers/officers-seen.ts';
import { certificateShownBy, code, moment, officersPresent } from '../inputs.ts';
import { withParties } from '../parties/bringing-parties.ts';
import { partsOf, partyRows } from '../parties/party-rows.ts';
import { withEntry } from '../state.ts';

/**
 * 立即实施代履行 (行政强制法第五十二条): what lies on a road, a river or a public place and cannot wait is cleared away without a
 * decision before it and without a demand. It opens a file of its own: there may be no decision that it could belong to.
 */
export const clearAtOnce = defineAct({
  name: 'case.clear-at-once',
  event: 'case.obstacle-cleared',
  label: '立即代履行',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['execution'],
  creates: 'clearance',
  opens: true,
  input: z.strictObject({
    matter: z.string().trim().min(2, '请写明清除的事项').max(100).meta({ label: '清除的事项' }),
    place: code('clearance-place', '在什么地方'),
    object: code('clearance-object', '清除的是什么'),
    parties: partyRows(1, '每名当事人各立一件').meta({ label: '当事人' }),
    present: z.boolean().meta({ label: '当事人在场' }),
    officers: officersPresent,
    shown: certificateShownBy,
    endedAt: moment.meta({ label: '结束时刻', moment: true }),
  }),
  parts: (act) => partsOf(act.input.parties),
  reads: (act) => [seriesStream(act, 'execution')],
  standing: (state) =>
    state.version === 0
      ? []
      : [
          {
            code: 'EXECUTION_OPENED',
            because: '本案已经登记',
            remedy: { says: '另有须立即清除的，另行登记' },
          },
        ],
  invariants: (_state, act, context) => [
    ...endedAtFaults(act, context, '清除'),
    ...officersUnknown(act, context),
    ...(act.input.parties.some(({ id }) => id === act.id)
      ? [
          {
            code: 'ID_TAKEN',
            because: '当事人的编号已用于本次登记',
            field: 'input.parties',
            remedy: { says: '换一个编号' },
          },
        ]
      : []),
  ],
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'execution');
    const { outcome } = officersOutcome(act, context);
    return { outcome: { ...outcome, number }, others: [taken] };
  },
  apply: (state, event) => {
    const { parties, ...rest } = event.input;
    const number = String(event.outcome?.['number'] ?? '');
    return withParties(withEntry(state, event, 'clearance', { ...rest, number }), event as never, parties);
  },
  prefill: (_state, { actor }) => ({
    input: { present: false, ...(actor.officer === undefined ? {} : { officers: [actor.officer] }) },
  }),
});

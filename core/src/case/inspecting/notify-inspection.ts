import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { officersOutcome } from '../handlers/officers-seen.ts';
import { code, moment } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { handlersOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { inspectionTaskOf, underInspection } from './inspecting.ts';

/** 检查通知 (国办发〔2024〕54号): tells whom it concerns what will be inspected, by whom, on what basis, and their rights. */
export const notifyInspection = defineAct({
  name: 'case.notify-inspection',
  event: 'case.inspection-notified',
  label: '出具检查通知书',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['inspection'],
  creates: 'inspection-notice',
  input: z.strictObject({
    startsAt: moment.meta({ label: '检查的时刻', moment: true }),
    means: code('inspection-notice-means', '交付方式'),
  }),
  standing: underInspection,
  invariants: (_state, act) =>
    act.input.startsAt < act.occurredAt
      ? [
          {
            code: 'STEP_ORDER',
            because: '检查的时刻早于通知的时刻',
            field: 'input.startsAt',
            remedy: { says: '核对检查的时刻' },
          },
        ]
      : [],
  // Whom it was made out to, what for and who goes, as they were called then: a document is frozen with its act.
  consequences: (state, act, context) => {
    const { occurredAt } = act;
    const going = officersOutcome({ input: { officers: handlersOf(state) }, occurredAt }, context);
    const parties = presentParties(state).map(({ id, data, record }) => ({ id, name: data.name, record }));
    return { outcome: { ...going.outcome, item: inspectionTaskOf(state)?.data.name ?? '', parties } };
  },
  apply: (state, event) => withEntry(state, event, 'inspection-notice', event.input),
  prefill: () => ({ input: { means: 'on-arrival' } }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId, moment } from '../inputs.ts';
import { partyUnknown } from '../performing/payment.ts';
import { withEntry } from '../state.ts';
import { parseInstant } from '../../time/index.ts';
import { ifOnly } from '../parties/if-only.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 采用监控记录 (处罚法第四十一条): what a device recorded has been reviewed and is used as evidence against a party. */
export const admitMonitoring = defineAct({
  name: 'case.admit-monitoring',
  event: 'case.monitoring-admitted',
  label: '采用监控记录',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'monitoring',
  input: z.strictObject({
    party: localId.meta({ label: '所涉当事人', ref: 'party' }),
    device: z.string().trim().min(2, '请写明监控设备').max(100).meta({ label: '监控设备' }),
    recordedAt: moment.meta({ label: '记录的时刻', moment: true }),
  }),
  invariants: (state, act) => {
    const recorded = parseInstant(act.input.recordedAt);
    return [
      ...partyUnknown(state, act.input.party),
      ...(recorded !== undefined && recorded > act.occurredAt
        ? [
            {
              code: 'STEP_ORDER',
              because: '记录的时刻晚于审核的时刻',
              field: 'input.recordedAt',
              remedy: { says: '核对记录的时刻' },
            },
          ]
        : []),
    ];
  },
  apply: (state, event) => withEntry(state, event, 'monitoring', event.input),
  prefill: (state) => ({ input: ifOnly(presentParties(state)) }),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { notInRegister } from '../opening/founding.ts';
import { allReceipts, gainsDue } from './gains.ts';
import { code, localId, money, registerId } from '../inputs.ts';
import { partyUnknown } from '../performing/payment.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { ifOnly } from '../parties/if-only.ts';
import { presentParties } from '../parties/present-parties.ts';

/**
 * 核算违法所得 (处罚法第二十八条第二款): line by line what was obtained and what was lawfully returned, so that the sum
 * to be confiscated can be reckoned again by anybody. Reckoned anew, the latest one stands.
 */
export const computeGains = defineAct({
  name: 'case.compute-gains',
  event: 'case.gains-computed',
  label: '核算违法所得',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'gains-computation',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    lines: z
      .array(
        z.strictObject({
          item: z.string().trim().min(2, '请写明款项').max(200).meta({ label: '款项' }),
          obtained: money('取得的款项'),
          returned: z.optional(money('依法退赔的数额')),
          proof: z.optional(z.string().trim().max(200).meta({ label: '退赔凭证' })),
        }),
      )
      .min(1, '至少写一项')
      .max(500)
      .meta({ label: '取得的款项' }),
    method: code('gains-method', '计算方法'),
    costs: z.optional(money('扣除的成本')),
    basis: z.optional(registerId.meta({ label: '另行规定计算方法的条款', ref: 'basis' })),
  }),
  standing: (state) => {
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    return filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : [];
  },
  invariants: (state, act, { refs }) => [
    ...partyUnknown(state, act.input.party),
    ...notInRegister(act.input, refs.agency),
    ...(act.input.lines.some((line) => (line.returned ?? 0) > line.obtained)
      ? [
          {
            code: 'INPUT_INVALID',
            because: '退赔的数额多于取得的款项',
            field: 'input.lines',
            remedy: { says: '核对每一项取得和退赔的数额' },
          },
        ]
      : []),
  ],
  consequences: (_state, act) => ({ outcome: { due: gainsDue(act.input) } }),
  apply: (state, event) => withEntry(state, event, 'gains-computation', event.input),
  prefill: (state) => ({ input: { method: allReceipts, ...ifOnly(presentParties(state)) } }),
});

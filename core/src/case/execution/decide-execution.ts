import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream } from '../../series/take-number.ts';
import { code, money } from '../inputs.ts';
import { numberedDecision } from '../deciding/numbered-decision.ts';
import { remedyTexts } from '../deciding/remedy-text.ts';
import { presentParties } from '../parties/present-parties.ts';
import { unpaidOf } from '../performing/payment.ts';
import { basisOfDecision } from '../reading.ts';
import { withEntry } from '../state.ts';
import { executionBasisOf, executionDecisionOf, nothingToEnforce } from './executing.ts';

/**
 * 作出强制执行决定 (行政强制法第三十七条、第五十一条): by what means the agency itself makes the party perform. It is a decision
 * like any other: sealing, service, publication and archive know no difference.
 */
export const decideExecution = defineAct({
  name: 'case.decide-execution',
  event: 'case.execution-decided',
  label: '作出强制执行决定',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['execution'],
  creates: 'decision',
  restsOn: [...basisOfDecision, 'demand', 'approval'],
  input: z.strictObject({
    method: code('execution-method', '执行方式').meta({
      label: '执行方式',
      codes: 'execution-method',
      narrows: true,
    }),
    amount: z.optional(money('执行的金额')),
    performer: z.optional(z.string().trim().min(2).max(100).meta({ label: '代履行人（代履行的填写）' })),
    related: z.optional(z.boolean().meta({ label: '代履行人与当事人或者本机关有利害关系' })),
    budget: z.optional(money('代履行的费用预算')),
    harm: z.optional(code('performance-harm', '不履行的后果（代履行的填写）')),
    supply: z.optional(code('cut-supply', '停止的供应（有的填写）')),
    premises: z.optional(code('supply-premises', '停止供应的对象')),
  }),
  reads: (act) => [seriesStream(act, 'execution-decision')],
  standing: (state) => {
    const faults = nothingToEnforce(state);
    if (faults.length > 0) return faults;
    return executionDecisionOf(state) === undefined
      ? []
      : [{ code: 'ALREADY_DECIDED', because: '本案已经作出强制执行决定' }];
  },
  consequences: (state, act, context) => numberedDecision(state, act, context, 'execution-decision'),
  apply: (state, event) =>
    withEntry(state, event, 'decision', {
      outcome: 'execution',
      sanctions: [],
      evidence: [],
      number: String(event.outcome?.['number'] ?? ''),
      execution: event.input,
    }),
  prefill: (state, context) => {
    const [party] = presentParties(state);
    const open = party === undefined ? 0 : unpaidOf(state, party.id);
    const money = executionBasisOf(state)?.data.obligation === 'pay';
    return {
      input: money ? (open > 0 ? { amount: open } : {}) : { method: 'perform-on-behalf', related: false },
      record: { ...remedyTexts(context.law) },
    };
  },
});

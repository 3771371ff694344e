import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { dayOf } from '../../time/index.ts';
import { code } from '../inputs.ts';
import { licenseOf } from './applying.ts';
import { decisionOf } from '../reading.ts';
import { notYetDecided } from '../performing/payment.ts';
import { withEntry } from '../state.ts';

/** 颁发送达许可证件 (行政许可法第四十四条): the paper or its electronic form reaches the applicant. */
export const deliverLicense = defineAct({
  name: 'case.deliver-license',
  event: 'case.license-delivered',
  label: '颁发许可证件',
  aggregate: 'case',
  nature: 'factual',
  stage: 'execution',
  kinds: ['license'],
  creates: 'license',
  input: z.strictObject({
    number: z.string().trim().min(2, '请写明证件编号').max(100).meta({ label: '证件编号' }),
    form: code('license-form', '证件的形式'),
    validFrom: day.meta({ label: '有效期自' }),
    validUntil: z.optional(day.meta({ label: '有效期至（长期有效的不填）' })),
  }),
  standing: (state) => {
    const decision = decisionOf(state);
    if (decision === undefined)
      return notYetDecided(state).map((one) => ({
        ...one,
        remedy: { says: '先作出许可决定', act: 'case.decide-license' },
      }));
    if (decision.data.outcome !== 'granted')
      return [{ code: 'NOT_GRANTED', because: '本案没有准予许可，没有可以颁发的证件' }];
    return licenseOf(state) === undefined ? [] : [{ code: 'ALREADY_DELIVERED', because: '许可证件已经颁发' }];
  },
  invariants: (_state, act) =>
    act.input.validUntil !== undefined && act.input.validUntil < act.input.validFrom
      ? [
          {
            code: 'INPUT_INVALID',
            because: '有效期的末日早于首日',
            field: 'input.validUntil',
            remedy: { says: '核对有效期' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'license', event.input),
  prefill: (state) => {
    const decision = decisionOf(state);
    return { input: { form: 'paper', ...(decision === undefined ? {} : { validFrom: dayOf(decision.at) }) } };
  },
});

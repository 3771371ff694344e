import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { answeredAlready, applicationOf } from './applying.ts';
import { withEntry } from '../state.ts';

/**
 * 告知补正 (行政许可法第三十二条第一款第四项): everything that is to be supplied, told at once. Its moment is that at which
 * the applicant was told.
 */
export const notifySupplement = defineAct({
  name: 'case.notify-supplement',
  event: 'case.supplement-notified',
  label: '告知补正',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'supplement-notice',
  input: z.strictObject({
    items: z
      .array(
        z.strictObject({
          material: z.string().trim().min(2, '请写明材料名称').max(100).meta({ label: '材料名称' }),
          demand: z.string().trim().min(2, '请写明补正的要求').max(500).meta({ label: '补正的要求' }),
          // What the published list does not hold may be asked for only where a law says so.
          basis: z.optional(z.string().trim().min(4).max(200).meta({ label: '目录以外的，依据哪一条' })),
        }),
      )
      .min(1, '至少列一项须补正的内容')
      .max(100)
      .meta({ label: '须补正的全部内容' }),
    means: code('notice-means', '告知方式'),
    // Of a second notice: why the first did not name it, and which head has confirmed that.
    reason: z.optional(z.string().trim().min(4).max(500).meta({ label: '首次没有列明的原因', long: true })),
  }),
  standing: answeredAlready,
  apply: (state, event) => withEntry(state, event, 'supplement-notice', event.input),
  prefill: (state) => ({
    input: {
      means: 'in-person',
      items: (applicationOf(state)?.data.materials ?? [])
        .filter((one) => one.state === 'missing' || one.state === 'faulty')
        .map(({ name, state: how }) => ({
          material: name,
          demand: how === 'missing' ? '补交' : '按法定形式重新提交',
        })),
    },
  }),
});

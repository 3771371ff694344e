import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { answeredAlready } from './applying.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 收到补正: what the applicant has supplied, and whether that is everything that was asked for. */
export const recordSupplement = defineAct({
  name: 'case.record-supplement',
  event: 'case.supplement-recorded',
  label: '登记补正材料',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'supplement',
  input: z.strictObject({
    materials: z
      .array(z.string().trim().min(2, '请写明材料名称').max(100))
      .min(1, '至少列一项收到的材料')
      .max(100)
      .meta({ label: '收到的补正材料', ref: 'supplement-item' }),
  }),
  standing: (state) => {
    const faults = answeredAlready(state);
    if (faults.length > 0) return faults;
    return entriesOf(state, 'supplement-notice').length > 0
      ? []
      : [
          {
            code: 'SUPPLEMENT_NOT_ASKED',
            because: '还没有告知申请人补正',
            remedy: { says: '先一次告知须补正的全部内容', act: 'case.notify-supplement' },
          },
        ];
  },
  invariants: (state, act) => {
    const asked = new Set(
      entriesOf(state, 'supplement-notice').flatMap(({ data }) => data.items.map(({ material }) => material)),
    );
    return act.input.materials.every((one) => asked.has(one))
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列材料不在告知补正的内容中',
            field: 'input.materials',
            remedy: { says: '从告知补正的内容中选择' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'supplement', event.input),
});

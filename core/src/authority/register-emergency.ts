import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day, ownId } from './inputs.ts';

/**
 * 登记突发事件应对措施 (处罚法第四十九条): which measures may be violated, from when until when, and what lays them down.
 * Only conduct within that period is punished more heavily for it. Entered again it replaces the entry.
 */
export const registerEmergency = defineAct({
  name: 'agency.register-emergency',
  event: 'agency.emergency-registered',
  label: '登记应对措施',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '措施编号' }),
    title: z.string().trim().min(1, '请写明名称').max(100).meta({ label: '应对措施的名称' }),
    document: z.string().trim().min(1, '请写明文号').max(100).meta({ label: '文号' }),
    article: z.string().trim().min(1, '请写明条款').max(100).meta({ label: '条款' }),
    from: day.meta({ label: '自' }),
    until: day.meta({ label: '至' }),
  }),
  invariants: (_state, act) =>
    act.input.until < act.input.from
      ? [
          {
            code: 'INPUT_INVALID',
            because: '终止日早于起始日',
            field: 'input.until',
            remedy: { says: '核对应对措施的起止日' },
          },
        ]
      : [],
  apply: (state, event) => ({
    ...state,
    emergencies: [...(state.emergencies ?? []).filter((one) => one.id !== event.input.id), event.input],
  }),
});

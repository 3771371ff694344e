import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day, localId, ownId } from './inputs.ts';

/**
 * 委托实施处罚 (处罚法第二十条): an organisation, registered as a unit, may handle these matters in the agency's name.
 * Entered again under the same id it replaces the entry, which is how an entrustment ends early.
 */
export const entrustPenalty = defineAct({
  name: 'agency.entrust-penalty',
  event: 'agency.penalty-entrusted',
  label: '委托实施处罚',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: ownId.meta({ label: '委托编号' }),
    organisation: localId.meta({ label: '受托组织', ref: 'unit' }),
    by: z.optional(localId.meta({ label: '委托方（本机关委托的不填）', ref: 'unit' })),
    items: z
      .array(z.string().max(100))
      .min(1, '请选择委托的事项')
      .max(50)
      .meta({ label: '委托的执法事项', ref: 'enforcement-item' }),
    document: z.string().trim().min(1, '请写明委托书').max(100).meta({ label: '委托书的名称和文号' }),
    from: day.meta({ label: '自' }),
    until: day.meta({ label: '至' }),
  }),
  invariants: (state, act) => {
    const { organisation, by, from, until } = act.input;
    const known = (unit: string | undefined) => unit === undefined || Object.hasOwn(state.units, unit);
    if (!known(organisation) || !known(by))
      return [
        {
          code: 'UNIT_UNKNOWN',
          because: '受托组织或者委托方尚未登记为机构',
          field: known(organisation) ? 'input.by' : 'input.organisation',
          remedy: { says: '先登记该机构', act: 'agency.register-unit' },
        },
      ];
    return until < from
      ? [
          {
            code: 'INPUT_INVALID',
            because: '终止日早于起始日',
            field: 'input.until',
            remedy: { says: '核对委托的起止日' },
          },
        ]
      : [];
  },
  apply: (state, event) => ({
    ...state,
    entrustments: [...(state.entrustments ?? []).filter((one) => one.id !== event.input.id), event.input],
  }),
});

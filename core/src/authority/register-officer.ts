import { z } from 'zod';
import { defineAct } from '../act.ts';
import { inheritedFaults } from './inherited.ts';
import { day, localId } from './inputs.ts';
import { withChange } from './changes.ts';

/** Enters an officer and the certificates held; entered again it replaces the entry (处罚法第四十二条). */
export const registerOfficer = defineAct({
  name: 'agency.register-officer',
  event: 'agency.officer-registered',
  label: '登记执法人员',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    id: localId.meta({ label: '人员编号' }),
    name: z.string().min(2).max(30).meta({ label: '姓名' }),
    unit: localId.meta({ label: '所在机构' }),
    certificates: z
      .array(
        z.strictObject({
          number: z.string().min(1).max(40).meta({ label: '证号' }),
          from: day.meta({ label: '有效期自' }),
          until: day.meta({ label: '有效期至' }),
        }),
      )
      .max(10)
      .meta({ label: '执法证件' }),
    qualification: z.optional(z.string().min(1).max(40).meta({ label: '法律职业资格证号' })),
    qualifiedFrom: z.optional(day.meta({ label: '法律职业资格取得日' })),
    examinedOn: z.optional(day.meta({ label: '执法资格考试合格日' })),
    assessedOn: z.optional(day.meta({ label: '执法考核合格日' })),
    excepted: z.optional(z.boolean().meta({ label: '法律法规对其资格另有规定' })),
    exceptionBasis: z.optional(
      z.string().trim().min(4, '写明规范名称和条号').max(200).meta({ label: '另有规定的依据' }),
    ),
  }),
  invariants: (state, act) => [
    ...inheritedFaults(state.officers, act.input.id),
    ...(Object.hasOwn(state.units, act.input.unit)
      ? []
      : [
          {
            code: 'UNIT_UNKNOWN',
            because: '所在机构尚未登记',
            field: 'input.unit',
            remedy: { says: '先登记该机构', act: 'agency.register-unit' },
          },
        ]),
  ],
  apply: (state, event) => {
    const before = state.officers[event.input.id];
    const next = { ...state, officers: { ...state.officers, [event.input.id]: event.input } };
    // Who enforces is published information: whoever leaves the post or the unit makes it out of date.
    const moved =
      before !== undefined &&
      (before.unit !== event.input.unit ||
        (before.certificates.length > 0 && event.input.certificates.length === 0));
    return moved ? withChange(next, event, 'post', `${event.input.name}岗位调整`) : next;
  },
});

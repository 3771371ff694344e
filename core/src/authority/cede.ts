import { z } from 'zod';
import { defineAct } from '../act.ts';
import { code } from '../case/inputs.ts';
import { dayOf, formatDay } from '../time/index.ts';
import { agencyRef, day, localId } from './inputs.ts';
import { nameOn } from './names.ts';
import { agencyIn, cessionsOf, versionsRead } from './succession.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记职权划出: a merger, a division or a reform gives this agency's power, or that of some of its units, to another from a
 * day on. That day has not passed when it is entered: nothing that was done in the meantime may turn out to have been
 * done without power. From then on it opens no file of that power and goes on with none; the files are given over.
 */
export const cedePower = defineAct({
  name: 'agency.cede',
  event: 'agency.ceded',
  label: '登记职权划出',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    successor: agencyRef.meta({ label: '承继的机关', ref: 'other-agency' }),
    ground: code('succession-ground', '划出的原因'),
    document: z.string().trim().min(2, '请写明文号').max(100).meta({ label: '批准文号' }),
    from: day.meta({ label: '划出之日' }),
    units: z.optional(
      z.array(localId).min(1).max(50).meta({ label: '划出的机构（全部划出的不选）', ref: 'unit' }),
    ),
  }),
  agencies: (act) => agencyIn(act.input, 'successor'),
  standing: (state) => {
    const whole = cessionsOf(state).find(({ units }) => units === undefined);
    return whole === undefined
      ? []
      : [
          {
            code: 'POWER_CEDED',
            because: `本机关的职权自 ${formatDay(whole.from, { withYear: true })}起已经全部划给${whole.name}`,
          },
        ];
  },
  invariants: (state, act, { refs, now }) => {
    const { successor, from, units = [] } = act.input;
    const other = refs.others?.[successor];
    if (successor === state.id || other === undefined || other.name === '')
      return wrongInput(
        successor === state.id ? '承继的机关就是本机关' : '承继的机关没有在本系统设立档案',
        'successor',
        '选择已经设立档案的另一机关',
      );
    if (from < dayOf(now))
      return wrongInput(
        '这一日已经过去：其间办理的事项就会成为没有职权而办理的',
        'from',
        `写 ${formatDay(dayOf(now), { withYear: true })}或者以后的一日`,
      );
    if (units.some((unit) => !Object.hasOwn(state.units, unit)))
      return wrongInput('所选机构没有登记', 'units', '从已经登记的机构中选择', 'UNIT_UNKNOWN');
    const gone = new Set(cessionsOf(state).flatMap((one) => one.units ?? []));
    return units.some((unit) => gone.has(unit))
      ? wrongInput('所选机构的职权已经登记划出', 'units', '去掉已经划出的机构')
      : [];
  },
  consequences: (_state, act, { refs }) => {
    const other = refs.others?.[act.input.successor];
    return {
      outcome: {
        name: other === undefined ? '' : nameOn(other, act.input.from).name,
        ...versionsRead(refs.others),
      },
    };
  },
  apply: (state, { actId, input, outcome }) => {
    const { successor, ...told } = input;
    const ceded = { id: actId, to: successor, name: String(outcome?.['name'] ?? ''), ...told };
    return { ...state, cessions: [...cessionsOf(state), ceded] };
  },
  prefill: (_state, { now }) => ({ input: { from: dayOf(now) } }),
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { addDays, dayOf, formatDay } from '../time/index.ts';
import { day } from './inputs.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 机关更名: the agency stays who it is, with its files, limits, certificates and everything it has published; from a day on
 * it is called otherwise. That day has yet to come when the name is entered: a paper bears the name of its own day, and
 * no paper that has gone out may come to bear another.
 */
export const renameAgency = defineAct({
  name: 'agency.rename',
  event: 'agency.renamed',
  label: '登记机关更名',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    name: z.string().trim().min(2, '请写明全称').max(60).meta({ label: '新的机关名称' }),
    shortName: z.string().trim().min(1, '请写明代字').max(10).meta({ label: '新的机关代字' }),
    from: day.meta({ label: '启用之日' }),
    document: z.string().trim().min(2, '请写明文号').max(100).meta({ label: '批准文号' }),
  }),
  invariants: (state, act, { now }) => {
    const { name, shortName, from } = act.input;
    const today = dayOf(now);
    if (from <= today)
      return wrongInput(
        `新的名称最早自 ${formatDay(addDays(today, 1), { withYear: true })}起启用：今日以前的文书已经用原来的名称作出`,
        'from',
        '写次日或者以后的一日',
      );
    const before = (state.renamings ?? []).at(-1);
    if (before !== undefined && from <= before.from)
      return wrongInput(
        `已经登记自 ${formatDay(before.from, { withYear: true })}起更名为${before.name}`,
        'from',
        '写在那一日之后',
      );
    const latest = before ?? state;
    return latest.name === name && latest.shortName === shortName
      ? wrongInput('名称和代字都与原来相同', 'name', '写明新的名称或者新的代字')
      : [];
  },
  prefill: (state, { now }) => {
    const { name, shortName } = (state.renamings ?? []).at(-1) ?? state;
    return { input: { name, shortName, from: addDays(dayOf(now), 1) } };
  },
  apply: (state, event) => ({ ...state, renamings: [...(state.renamings ?? []), event.input] }),
});

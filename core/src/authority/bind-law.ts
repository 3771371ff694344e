import { z } from 'zod';
import { defineAct } from '../act.ts';
import { day } from './inputs.ts';
import type { Day } from '../time/index.ts';

/** Binds rule packs to the agency from a day on; what was done before stays under what bound it then. */
export const bindLaw = defineAct({
  name: 'agency.bind-law',
  event: 'law.bound',
  label: '启用规则包',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    packs: z.array(z.string().min(1).max(200)).min(1).max(50).meta({ label: '规则包' }),
    from: day.meta({ label: '自' }),
  }),
  apply: (state, event) => ({ ...state, bindings: [...state.bindings, event.input] }),
});

/** Packs that bind an agency on that day: those of the latest binding begun by then. */
export function packsOn(
  bindings: readonly { packs: readonly string[]; from: Day }[],
  on: Day,
): readonly string[] {
  let found: { packs: readonly string[]; from: Day } | undefined;
  for (const binding of bindings)
    if (binding.from <= on && (found === undefined || binding.from >= found.from)) found = binding;
  return found?.packs ?? [];
}

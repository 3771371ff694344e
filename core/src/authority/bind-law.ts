import { z } from 'zod';
import { defineAct } from '../act.ts';
import { unconfirmed } from './assumptions.ts';
import { day, localId, modules } from './inputs.ts';
import { confirmationFaults, withProposalEnded } from './law-proposals.ts';
import type { Stretch } from '../rules/law.ts';
import { addDays } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import type { LawBinding } from './state.ts';

/**
 * Binds rule packs to the agency from a day on; what was done before stays under what bound it then. In earnest it
 * confirms what somebody else has proposed after a dry run (`propose-law.ts`): one person alone binds nobody.
 */
export const bindLaw = defineAct({
  name: 'agency.bind-law',
  event: 'law.bound',
  label: '启用规则包',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    packs: z.array(z.string().min(1).max(200)).min(1).max(50).meta({ label: '规则包' }),
    from: day.meta({ label: '自' }),
    modules,
    /** What the packs take for granted, each confirmed by two persons; demanded where the binding is in earnest. */
    confirmed: z
      .array(
        z.strictObject({
          item: z.string().min(1).max(200).meta({ label: '确认的事项' }),
          by: z.array(localId).min(2).max(5).meta({ label: '确认人' }),
        }),
      )
      .max(500)
      .optional()
      .meta({ label: '逐项确认' }),
    proposal: z.string().max(40).optional().meta({ label: '所确认的提议' }),
  }),
  invariants: (state, act, { actor, refs }) => [
    ...confirmationFaults(state, act.input, actor, refs.resting?.second === true),
    ...(refs.resting === undefined ? [] : unconfirmed(state, act.input.confirmed ?? [], refs.resting)),
  ],
  // Kept with the event: whoever decides it again later reads there what it rested on.
  consequences: (_state, _act, { refs }) =>
    refs.resting === undefined
      ? {}
      : {
          outcome: {
            assumptions: refs.resting.assumptions.map(({ id, label }) => ({ id, label })),
            confirmation: refs.resting.demanded,
            // Absent where it was not asked: bindings from before it was are decided again as they were.
            ...(refs.resting.second === true ? { second: true } : {}),
          },
        },
  apply: (state, { input: { packs, from, modules: chosen, proposal } }) => ({
    ...withProposalEnded(state, proposal, 'bound'),
    bindings: [...state.bindings, { packs, from, ...(chosen === undefined ? {} : { modules: chosen }) }],
  }),
});

/** A pack with the stretches during which the agency was bound by it. */
export interface BoundPack {
  readonly id: string;
  readonly stretches: readonly Stretch[];
}

/** Packs that bind an agency on that day: those of the latest binding begun by then. */
export function packsOn(bindings: readonly LawBinding[], on: Day): readonly string[] {
  return inTurn(bindings, on).at(-1)?.packs ?? [];
}

/**
 * Every pack that has bound the agency by that day, with the stretches during which it did. What happened under an
 * earlier binding stays under its packs, and what a later one adds reaches back no further than it says. The first
 * binding alone has no beginning: national law bound the agency before it kept its cases here.
 */
export function boundOn(bindings: readonly LawBinding[], on: Day): readonly BoundPack[] {
  const turns = inTurn(bindings, on);
  const stretches = new Map<string, Stretch[]>();
  turns.forEach((binding, index) => {
    const following = turns[index + 1];
    const stretch: Stretch = {
      ...(index === 0 ? {} : { from: binding.from }),
      ...(following === undefined ? {} : { until: addDays(following.from, -1) }),
    };
    for (const id of binding.packs) stretches.set(id, [...(stretches.get(id) ?? []), stretch]);
  });
  return [...stretches].map(([id, of]) => ({ id, stretches: of }));
}

/** Bindings begun by that day in order of time; of two from the same day the one entered later replaces the other. */
function inTurn(bindings: readonly LawBinding[], on: Day): readonly LawBinding[] {
  const begun = new Map<Day, LawBinding>();
  for (const binding of bindings) if (binding.from <= on) begun.set(binding.from, binding);
  return [...begun.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

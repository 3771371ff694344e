import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { FieldMap } from '../canonical.ts';
import { day, modules } from './inputs.ts';
import { namesOf, sameBinding } from './law-proposals.ts';
import type { LawProposal, TrialCounts } from './law-proposals.ts';
import type { AgencyState } from './state.ts';

/**
 * Puts rule packs before a second person, after a dry run over the open cases. Whoever confirms then sees what it
 * would change; what it changed at the time of proposing is kept with the event.
 */
export const proposeLaw = defineAct({
  name: 'agency.propose-law',
  event: 'law.proposed',
  label: '提出启用规则包',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    packs: z.array(z.string().min(1).max(200)).min(1).max(50).meta({ label: '规则包' }),
    from: day.meta({ label: '自' }),
    modules,
  }),
  invariants: (_state, act, { refs }) =>
    refs.trial !== undefined && sameBinding(refs.trial, act.input)
      ? []
      : [
          {
            code: 'TRIAL_MISSING',
            because: '还没有按所列的规则包和起日试算过在办案件',
            field: 'input.packs',
            remedy: { says: '先在律例的“启用”页试算，看过会改变什么再提出' },
          },
        ],
  // Kept with the event: decided again later it must rest on the dry run of its own day, not on one of today.
  consequences: (_state, _act, { refs }) =>
    refs.trial === undefined ? {} : { outcome: { trial: refs.trial.counts as unknown as FieldMap } },
  apply: (state, event) => {
    const { packs, from, modules: chosen } = event.input;
    const proposal: LawProposal = {
      ...{ id: event.actId, packs, from, at: event.enteredAt },
      ...(chosen === undefined ? {} : { modules: chosen }),
      by: { name: event.by.name, persons: namesOf(event.by) },
      trial: (event.outcome as unknown as { trial: TrialCounts }).trial,
    };
    return { ...state, proposals: [...(state.proposals ?? []), proposal] } satisfies AgencyState;
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { partiesOpen } from '../parties/bringing-parties.ts';
import { strangers } from '../parties/strangers.ts';
import { code, localId } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import { withEntry } from '../state.ts';

/**
 * 终止案件: nobody is left against whom it could be decided, or the law ends it otherwise. Told of the parties it ends for:
 * the case goes on against the others, and is over when none is left. It is then closed and archived without a decision.
 */
export const terminateCase = defineAct({
  name: 'case.terminate',
  event: 'case.terminated',
  label: '终止案件',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  kinds: ['penalty', 'execution'],
  creates: 'termination',
  restsOn: ['party', 'party-joining', 'succession'],
  input: z.strictObject({
    ground: code('termination-ground', '终止的情形'),
    parties: z
      .array(localId)
      .min(1, '请选择对哪些当事人终止')
      .max(200)
      .meta({ label: '对哪些当事人终止', ref: 'party' }),
  }),
  standing: partiesOpen,
  invariants: (state, act) => strangers(presentParties(state), act.input.parties, 'input.parties'),
  apply: (state, event) => withEntry(state, event, 'termination', event.input),
  prefill: (state) => ({ input: { parties: presentParties(state).map(({ id }) => id) } }),
});

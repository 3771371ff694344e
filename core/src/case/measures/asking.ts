import { z } from 'zod';
import type { ActContext, Structural } from '../../act.ts';
import { notInRegister } from '../opening/founding.ts';
import { bases, code, localId } from '../inputs.ts';
import { presentParties } from '../parties/present-parties.ts';
import type { CaseState } from '../state.ts';

/** What a request and a decision both say: which measure, against whom, to what end, on which articles. */
export const measureTold = {
  kind: code('measure-kind', '措施的种类').meta({
    label: '措施的种类',
    codes: 'measure-kind',
    narrows: true,
  }),
  party: localId.meta({ label: '当事人', ref: 'party' }),
  purpose: code('measure-purpose', '措施的目的'),
  bases: bases.meta({ label: '采取措施的依据', ref: 'basis' }),
};

/** One thing of a measure: the measure, and the line of its list. */
export const thingId = z.string().regex(/^[A-Za-z0-9-]{1,40}\/\d{1,4}$/, '从仍在查封、扣押之中的财物中选择');

export function strangerFaults(state: CaseState, party: string): readonly Structural[] {
  return presentParties(state).some((one) => one.id === party)
    ? []
    : [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.party',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
}

export function toldFaults(
  state: CaseState,
  input: { readonly party: string; readonly bases: readonly string[] },
  { refs }: ActContext,
): readonly Structural[] {
  return [...strangerFaults(state, input.party), ...notInRegister({ bases: input.bases }, refs.agency)];
}

/** The party, where there is but one. */
export function soleParty(state: CaseState): { readonly party?: string } {
  const [only, another] = presentParties(state);
  return only === undefined || another !== undefined ? {} : { party: only.id };
}

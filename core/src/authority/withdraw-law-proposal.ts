import { z } from 'zod';
import { defineAct } from '../act.ts';
import { openProposals, withProposalEnded } from './law-proposals.ts';

/** The proposal is taken back, or the second person does not agree: it binds nobody, and the file says why. */
export const withdrawLawProposal = defineAct({
  name: 'agency.withdraw-law-proposal',
  event: 'law.proposal-withdrawn',
  label: '不启用所提出的规则包',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    proposal: z.string().max(40).meta({ label: '提议' }),
    reason: z.string().trim().min(4, '写明不启用的理由').max(500).meta({ label: '理由', long: true }),
  }),
  invariants: (state, act) =>
    openProposals(state).some(({ id }) => id === act.input.proposal)
      ? []
      : [
          {
            code: 'PROPOSAL_GONE',
            because: '这项提议已经启用、撤回，或者不在本机关',
            field: 'input.proposal',
            remedy: { says: '刷新页面，查看现有的提议' },
          },
        ],
  apply: (state, event) => withProposalEnded(state, event.input.proposal, 'withdrawn'),
});

import { z } from 'zod';
import { defineAct } from '../act.ts';
import { localId as recordId } from '../case/inputs.ts';
import { delegationById, delegationsOf } from './delegation.ts';

/** 撤回授权: from the moment it is entered nothing can be signed under it. What was signed before stands. */
export const revokeDelegation = defineAct({
  name: 'agency.revoke-delegation',
  event: 'agency.delegation-revoked',
  label: '撤回授权',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    delegation: recordId.meta({ label: '撤回哪一项授权', ref: 'delegation' }),
  }),
  standing: (state) =>
    delegationsOf(state).some((one) => one.revokedAt === undefined)
      ? []
      : [{ code: 'NOTHING_DELEGATED', because: '现在没有可以撤回的授权' }],
  invariants: (state, act) => {
    const delegation = delegationById(state, act.input.delegation);
    // Where nothing stands that could be withdrawn, `standing` has said so.
    if (delegationsOf(state).every((one) => one.revokedAt !== undefined)) return [];
    if (delegation === undefined)
      return [
        {
          code: 'LINK_BROKEN',
          because: '没有这一项授权的登记',
          field: 'input.delegation',
          remedy: { says: '从登记的授权中选择' },
        },
      ];
    return delegation.revokedAt === undefined
      ? []
      : [{ code: 'ALREADY_REVOKED', because: '这一项授权已经撤回', field: 'input.delegation' }];
  },
  apply: (state, event) => ({
    ...state,
    delegations: delegationsOf(state).map((one) =>
      // The moment of typing: what came in before it was lawful, whatever moment is told for the withdrawal.
      one.id === event.input.delegation ? { ...one, revokedAt: event.enteredAt } : one,
    ),
  }),
  prefill: (state, { actor }) => {
    const own = delegationsOf(state).filter(
      (one) => one.delegator === actor.officer && one.revokedAt === undefined,
    );
    return own.length === 1 && own[0] !== undefined ? { input: { delegation: own[0].id } } : {};
  },
});

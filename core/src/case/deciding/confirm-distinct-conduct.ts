import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { fineOf } from '../../fines/enter-fine.ts';
import { beforeDecision, strangerTo } from '../inquiry/assess-circumstances.ts';
import { finedParty, shelvesOfParty } from './former-fines.ts';
import { localId } from '../inputs.ts';
import { partnersOf } from '../joint/partners.ts';
import { withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/**
 * 认定为另一违法行为 (处罚法第二十九条): the head answers for it that what is to be fined now is not what an earlier fine
 * was for. Compared are only party, matter and day; what makes two acts of it, somebody has to say.
 */
export const confirmDistinctConduct = defineAct({
  name: 'case.confirm-distinct-conduct',
  event: 'case.distinct-conduct-confirmed',
  label: '认定为另一违法行为',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'distinct-conduct',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    number: z.string().trim().min(1, '请写明文号').max(100).meta({ label: '既往罚款决定的文号' }),
  }),
  reads: (act, state) => {
    const { party } = (act.input ?? {}) as { readonly party?: unknown };
    return state === undefined || typeof party !== 'string' ? [] : shelvesOfParty(act, party, state);
  },
  standing: beforeDecision,
  invariants: (state, act, context) => {
    const { party, number } = act.input;
    const fined = finedParty(state, party);
    if (fined === undefined) return [strangerTo('input.party')];
    return fineOf(context, act.agency, { party: fined, number }) === undefined
      ? [
          {
            code: 'FORMER_FINE_UNKNOWN',
            because: '这名当事人名下没有这一文号的罚款',
            field: 'input.number',
            remedy: { says: '照抄拒绝时列出的文号' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'distinct-conduct', event.input),
  prefill: (state) => {
    // A partner's fine is the one that is nearest: both looked at the same scene.
    const [fined, ...others] = partnersOf(state).flatMap(({ result }) =>
      (result?.data.fines ?? []).map(({ party }) => ({ party, number: result?.data.number ?? '' })),
    );
    if (fined !== undefined && others.length === 0) return { input: fined };
    const parties = presentParties(state);
    const [only] = parties;
    return only === undefined || parties.length > 1 ? {} : { input: { party: only.id } };
  },
});
